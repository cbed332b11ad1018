using System.Text;

namespace Practices.Indexer.Import.Sources;

/// <summary>Reads plain text whose headings begin with <c>#</c>, and whose paragraphs are parted by blank lines. Emphasis is dropped; other marks are kept as they stand.</summary>
internal static class TextDocumentReader
{
    /// <summary>The rows and problems of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceFile file, SourceOptions options)
    {
        var (encoding, problem) = TextDecoding.Find(file, options.Encoding);
        if (problem is not null) yield return problem;
        var bytes = file.ReadAll(SourceLimits.MaxPageBytes, "Divide it into several files.");
        using var text = new StreamReader(new MemoryStream(bytes), encoding);
        foreach (var item in DocumentSections.Read(file, Blocks(text.ReadToEnd()), options.DocumentItem)) yield return item;
    }

    private static List<DocumentBlock> Blocks(string text)
    {
        var blocks = new List<DocumentBlock>();
        var paragraph = new StringBuilder();
        foreach (var line in text.Split('\n').Append(""))
        {
            var trimmed = line.Trim();
            var level = trimmed.TakeWhile(c => c == '#').Count();
            var isHeading = level is > 0 and < 10 && trimmed.Length > level && trimmed[level] == ' ';
            if (trimmed.Length > 0 && !isHeading)
            {
                paragraph.Append(trimmed).Append('\n');
                continue;
            }

            if (paragraph.Length > 0) blocks.Add(Paragraph(paragraph.ToString().Trim()));
            paragraph.Clear();
            if (isHeading) blocks.Add(DocumentBlock.Heading(level, WithoutEmphasis(trimmed[level..])));
        }

        return blocks;
    }

    private static DocumentBlock Paragraph(string text)
    {
        const string bold = "**";
        var end = text.StartsWith(bold, StringComparison.Ordinal) ? text.IndexOf(bold, bold.Length, StringComparison.Ordinal) : -1;
        if (end > 0 && end - bold.Length <= DocumentBlock.MaxLabelLength && text[end - 1] == ':' && text.Length > end + bold.Length)
        {
            return DocumentBlock.Plain(WithoutEmphasis(text[(end + bold.Length)..])) with { Label = FieldText.OneLine(text[bold.Length..(end - 1)]) };
        }

        return DocumentBlock.Plain(WithoutEmphasis(text));
    }

    private static string WithoutEmphasis(string text)
    {
        text = text.Replace("**", "", StringComparison.Ordinal).Trim();
        return text is ['*', _, .., '*'] ? text[1..^1] : text;
    }
}
