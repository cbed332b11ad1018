using System.Globalization;
using System.Text;
using System.Xml;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Import.Sources;

/// <summary>
/// Reads the body of a document (DOCX): headings, paragraphs, lists, tables and links, with changes as if accepted. Pictures, macros, notes and comments are left out.
/// </summary>
internal sealed class DocumentReader
{
    private const int MaxStyles = 10_000;
    private const int MaxBasedOn = 10;

    private readonly OfficePackage _package;
    private readonly Dictionary<string, OfficePackage.Relation> _relations;
    private readonly Dictionary<string, (string Name, string BasedOn, int Level)> _styles = new(StringComparer.Ordinal);
    private readonly List<DocumentBlock> _blocks = [];
    private readonly StringBuilder _list = new();
    private readonly StringBuilder _listText = new();
    private long _length;
    private bool _hasTextBox;

    private DocumentReader(OfficePackage package)
    {
        _package = package;
        _relations = package.Relations(package.MainPart);
    }

    // Some words of a paragraph that look alike.
    private readonly record struct Run(string Text, bool IsBold, bool IsItalic, string? Address);

    /// <summary>The rows and problems of a document.</summary>
    public static IEnumerable<SourceItem> Read(SourceFile file, SourceOptions options, UnpackBudget budget)
    {
        var reader = new DocumentReader(OfficePackage.Open(file, budget));
        reader.ReadStyles();
        reader.ReadBody();
        if (reader._hasTextBox) yield return file.Warning("text-box", "The document holds text in boxes, which was left out. Move what is needed into the text.");
        foreach (var item in DocumentSections.Read(file, reader._blocks, options.DocumentItem)) yield return item;
    }

    private void ReadStyles()
    {
        if (_relations.Values.FirstOrDefault(r => r.Type == "styles" && !r.IsExternal)?.Target is not { } part || !_package.Has(part)) return;
        using var xml = _package.Read(part);
        var id = "";
        while (OfficePackage.Next(xml) && _styles.Count < MaxStyles)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "style") _styles[id = Attribute(xml, "styleId") ?? ""] = ("", "", 0);
            if (!_styles.TryGetValue(id, out var style)) continue;
            if (xml.LocalName == "name") _styles[id] = style with { Name = (Attribute(xml, "val") ?? "").ToLowerInvariant() };
            if (xml.LocalName == "basedOn") _styles[id] = style with { BasedOn = Attribute(xml, "val") ?? "" };
            if (xml.LocalName == "outlineLvl") _styles[id] = style with { Level = Level(Attribute(xml, "val")) };
        }
    }

    private void ReadBody()
    {
        using var xml = _package.Read(_package.MainPart);
        while (OfficePackage.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == 0 && xml.LocalName != "document") throw new SourceException("wrong-kind", "The file is no document. Look whether it has the right name.");
            if (xml.LocalName == "p") AddParagraph(xml);
            else if (xml.LocalName == "tbl") AddTable(xml);
            else if (IsLeftOut(xml.LocalName)) OfficePackage.PassOver(xml);
        }

        EndList();
    }

    private static bool IsLeftOut(string name) => name is "del" or "moveFrom" or "Fallback" or "pict" or "object" or "instrText" or "delText" or "rubyPr" or "rt" or "sectPr";

    private void AddParagraph(XmlReader xml)
    {
        var (runs, level, isItem) = ReadParagraph(xml);
        var text = string.Concat(runs.Select(run => run.Text)).Trim();
        if (text.Length == 0) return;
        if (isItem && level == 0)
        {
            _list.Append("<li>").Append(Html(runs)).Append("</li>");
            _listText.Append(text).Append('\n');
            return;
        }

        EndList();
        if (level > 0) _blocks.Add(DocumentBlock.Heading(level, text));
        else _blocks.Add(Labelled(runs) ?? new(0, null, text, $"<p>{Html(runs)}</p>", runs.TrueForAll(run => run is { IsBold: false, IsItalic: false, Address: null })));
    }

    private void EndList()
    {
        if (_list.Length > 0) _blocks.Add(new(0, null, _listText.ToString().Trim(), $"<ul>{_list}</ul>", false));
        _list.Clear();
        _listText.Clear();
    }

    // Bold words and a colon at the beginning of a paragraph say what the rest is.
    private static DocumentBlock? Labelled(List<Run> runs)
    {
        var label = string.Concat(runs.TakeWhile(run => run.IsBold).Select(run => run.Text)).Trim();
        var rest = runs.SkipWhile(run => run.IsBold).ToList();
        var value = string.Concat(rest.Select(run => run.Text)).Trim();
        if (label.Length is 0 or > DocumentBlock.MaxLabelLength || value.Length == 0) return null;
        if (label[^1] != ':' && value[0] != ':') return null;
        if (value[0] == ':')
        {
            value = value[1..].Trim();
            rest[0] = rest[0] with { Text = rest[0].Text.TrimStart().TrimStart(':') };
        }

        // Italics of a whole value are its look; a link in it is worth keeping.
        return value.Length == 0 ? null : new(0, FieldText.OneLine(label.TrimEnd(':')), value, $"<p>{Html(rest)}</p>", rest.TrueForAll(run => run.Address is null));
    }

    private (List<Run> Runs, int Level, bool IsItem) ReadParagraph(XmlReader xml)
    {
        var runs = new List<Run>();
        if (xml.IsEmptyElement) return (runs, 0, false);
        var depth = xml.Depth;
        var level = 0;
        var isItem = false;
        var (isBold, isItalic, isHidden, isInRunProperties) = (false, false, false, false);
        string? address = null;
        var addressDepth = 0;
        while (OfficePackage.Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                if (xml.LocalName == "rPr") isInRunProperties = false;
                if (xml.LocalName == "hyperlink" && xml.Depth == addressDepth) address = null;
            }

            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "pStyle":
                    level = LevelOf(Attribute(xml, "val") ?? "");
                    break;
                case "outlineLvl":
                    level = Level(Attribute(xml, "val"));
                    break;
                case "numPr":
                    isItem = true;
                    break;
                case "pPrChange" or "rPrChange":
                    OfficePackage.PassOver(xml);
                    break;
                case "r":
                    (isBold, isItalic, isHidden) = (false, false, false);
                    break;
                case "rPr":
                    isInRunProperties = !xml.IsEmptyElement;
                    break;
                case "b" when isInRunProperties:
                    isBold = IsOn(xml);
                    break;
                case "i" when isInRunProperties:
                    isItalic = IsOn(xml);
                    break;
                case "vanish" when isInRunProperties:
                    isHidden = IsOn(xml);
                    break;
                case "hyperlink":
                    addressDepth = xml.Depth;
                    address = Attribute(xml, "id") is { } id && _relations.TryGetValue(id, out var relation) && relation.IsExternal ? UrlRules.Clean(relation.Target) : null;
                    if (xml.IsEmptyElement) address = null;
                    break;
                case "t":
                    Add(TextOf(xml));
                    break;
                case "tab" when !isInRunProperties:
                    Add(" ");
                    break;
                case "br" or "cr":
                    Add("\n");
                    break;
                case "noBreakHyphen":
                    Add("-");
                    break;
                case "txbxContent":
                    _hasTextBox = true;
                    OfficePackage.PassOver(xml);
                    break;
                default:
                    if (IsLeftOut(xml.LocalName)) OfficePackage.PassOver(xml);
                    break;
            }
        }

        return (runs, level, isItem);

        void Add(string text)
        {
            if (isHidden || text.Length == 0) return;
            _length += text.Length;
            if (_length > SourceLimits.MaxDocumentBytes) throw new SourceException("too-much-text", $"The document holds more than {SourceLimits.MaxDocumentBytes >> 20} million letters. Divide it into several.");
            if (runs is [.., var last] && last with { Text = "" } == new Run("", isBold, isItalic, address)) runs[^1] = last with { Text = last.Text + text };
            else runs.Add(new(text, isBold, isItalic, address));
        }
    }

    private static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (OfficePackage.Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(xml.Value);
        }

        return text.ToString();
    }

    private void AddTable(XmlReader xml)
    {
        EndList();
        var rows = ReadTable(xml);
        if (rows.Count == 0) return;
        if (rows.TrueForAll(row => row.Count == 2))
        {
            foreach (var row in rows.Where(row => row[0].Text.Length > 0)) _blocks.Add(row[1] with { Label = FieldText.OneLine(row[0].Text).TrimEnd(':') });
            return;
        }

        var html = new StringBuilder("<table>");
        foreach (var row in rows) html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{cell.Html}</td>")).Append("</tr>");
        _blocks.Add(new(0, null, string.Join('\n', rows.Select(row => string.Join(" | ", row.Select(cell => cell.Text)))), html.Append("</table>").ToString(), false));
    }

    // A table in a cell is read as the cell's paragraphs.
    private List<List<DocumentBlock>> ReadTable(XmlReader xml)
    {
        var rows = new List<List<DocumentBlock>>();
        if (xml.IsEmptyElement) return rows;
        var depth = xml.Depth;
        var cell = new List<List<Run>>();
        var cellDepth = 0;
        while (OfficePackage.Next(xml) && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "tc" } && xml.Depth == cellDepth)
            {
                cellDepth = 0;
                var text = string.Join('\n', cell.Select(runs => string.Concat(runs.Select(run => run.Text)).Trim()).Where(line => line.Length > 0));
                var isPlain = cell.Count <= 1 && cell.TrueForAll(runs => runs.TrueForAll(run => run.Address is null));
                if (rows.Count > 0) rows[^1].Add(new(0, null, text, string.Concat(cell.Select(runs => $"<p>{Html(runs)}</p>")), isPlain));
            }

            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "tr" && cellDepth == 0)
            {
                rows.Add([]);
            }
            else if (xml.LocalName == "tc" && cellDepth == 0 && !xml.IsEmptyElement)
            {
                cellDepth = xml.Depth;
                cell = [];
            }
            else if (xml.LocalName == "p")
            {
                var (runs, _, _) = ReadParagraph(xml);
                if (runs.Count > 0) cell.Add(runs);
            }
            else if (IsLeftOut(xml.LocalName))
            {
                OfficePackage.PassOver(xml);
            }
        }

        return rows;
    }

    private static string Html(List<Run> runs)
    {
        var html = new StringBuilder();
        foreach (var run in runs)
        {
            var text = DocumentBlock.Escape(run.Text).Replace("\n", "<br>", StringComparison.Ordinal);
            if (run.IsItalic) text = $"<em>{text}</em>";
            if (run.IsBold) text = $"<strong>{text}</strong>";
            html.Append(run.Address is null ? text : $"<a href=\"{DocumentBlock.Escape(run.Address)}\">{text}</a>");
        }

        return html.ToString();
    }

    private int LevelOf(string styleId)
    {
        for (var i = 0; i < MaxBasedOn; i++)
        {
            if (!_styles.TryGetValue(styleId, out var style)) return styleId.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) ? Level(styleId[7..]) - 1 : 0;
            if (style.Name == "title") return 1;
            if (style.Name.StartsWith("heading ", StringComparison.Ordinal)) return Math.Max(0, Level(style.Name[8..]) - 1);
            if (style.Level > 0) return style.Level;
            styleId = style.BasedOn;
        }

        return 0;
    }

    // Levels are written from 0; 9 is that of ordinary text.
    private static int Level(string? written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 0 and < 9 ? level + 1 : 0;

    private static bool IsOn(XmlReader xml) => Attribute(xml, "val") is not ("0" or "false" or "off");

    private static string? Attribute(XmlReader xml, string name)
    {
        string? value = null;
        if (!xml.HasAttributes) return null;
        while (xml.MoveToNextAttribute()) value = xml.LocalName == name && xml.Prefix != "xmlns" ? xml.Value : value;
        xml.MoveToElement();
        return value;
    }
}
