using System.Globalization;
using System.Xml;

namespace Practices.Indexer.Import.Sources;

/// <summary>The texts that cells of a workbook share.</summary>
internal sealed class SharedStrings
{
    private readonly List<string?> _texts = [];

    /// <summary>Reads them; a workbook may have none.</summary>
    public static SharedStrings Read(OfficePackage package, string? part)
    {
        var strings = new SharedStrings();
        if (part is null || !package.Has(part)) return strings;
        var counter = new SourceCounter();
        using var xml = package.Read(part);
        while (OfficePackage.Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" }) continue;
            var text = WorkbookReader.Text(xml);
            counter.Add(text?.Length ?? 0, 0);
            strings._texts.Add(text);
        }

        return strings;
    }

    /// <summary>Looks a text up. False when there is none of this number; <see langword="null"/> when it is longer than a cell may be.</summary>
    public bool TryGet(string number, out string? text)
    {
        text = null;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= _texts.Count) return false;
        text = _texts[at];
        return true;
    }
}
