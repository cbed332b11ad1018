using System.Xml;

namespace Practices.Indexer.Import.Sources;

/// <summary>The parts of a workbook or document. Each is read as a stream of XML: no document type, no entity, no address is ever followed.</summary>
internal sealed class OfficePackage
{
    private const int MaxDepth = SourceLimits.MaxDocumentDepth;
    private const int MaxRelations = 10_000;

    private readonly Archive _archive;

    private OfficePackage(Archive archive, string mainPart)
    {
        _archive = archive;
        MainPart = mainPart;
    }

    /// <summary>A relation of one part to another.</summary>
    /// <param name="Type">The last word of its type, such as <c>worksheet</c>.</param>
    /// <param name="Target">The other part; for what lies outside, its address.</param>
    /// <param name="IsExternal">Whether the target lies outside of the package.</param>
    public sealed record Relation(string Type, string Target, bool IsExternal);

    /// <summary>The part that stands for the whole: the workbook, the document.</summary>
    public string MainPart { get; }

    /// <summary>Opens a package.</summary>
    /// <exception cref="SourceException">It is none.</exception>
    public static OfficePackage Open(SourceFile file, UnpackBudget budget)
    {
        var archive = Archive.Open(file, budget);
        var main = Relations(archive, "").Values.FirstOrDefault(relation => relation is { Type: "officeDocument", IsExternal: false });
        return new(archive, main?.Target ?? throw new SourceException("wrong-kind", "The file is an archive, but no workbook or document. Look whether it has the right name."));
    }

    /// <summary>The relations of a part by id; of the package itself for the empty name.</summary>
    public Dictionary<string, Relation> Relations(string part) => Relations(_archive, part);

    /// <summary>Whether there is a part.</summary>
    public bool Has(string part) => _archive.Find(part) is not null;

    /// <summary>Reads a part.</summary>
    public XmlReader Read(string part) => Read(_archive, part);

    /// <summary>Goes to the next node; refuses nesting that no program writes.</summary>
    public static bool Next(XmlReader xml)
    {
        var isNext = xml.Read();
        if (xml.Depth > MaxDepth) throw new SourceException("xml-depth", $"The part {xml.BaseURI} is nested more than {MaxDepth} deep. Save the file again from the program that made it.");
        return isNext;
    }

    /// <summary>Passes over what an element holds, to its end.</summary>
    public static void PassOver(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (Next(xml) && xml.Depth > depth) continue;
    }

    private static XmlReader Read(Archive archive, string part)
    {
        var entry = archive.Find(part) ?? throw new SourceException("damaged", $"The part {part} is missing. Save the file again from the program that made it.");
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };
        return XmlReader.Create(new MarkupStream(archive.Open(entry), part), settings, part);
    }

    private static Dictionary<string, Relation> Relations(Archive archive, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        if (archive.Find(name) is null) return relations;
        using var xml = Read(archive, name);
        while (Next(xml) && relations.Count < MaxRelations)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" }) continue;
            var target = xml.GetAttribute("Target") ?? "";
            var isExternal = xml.GetAttribute("TargetMode") == "External";
            var type = xml.GetAttribute("Type") ?? "";
            relations[xml.GetAttribute("Id") ?? ""] = new(type[(type.LastIndexOf('/') + 1)..], isExternal ? target : Resolve(part[..slash], target), isExternal);
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var part in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
