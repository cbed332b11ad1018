using System.Text;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;

namespace Practices.Tests.Indexer.Ingest;

/// <summary>One record's file, read alone with the project's vocabularies. Its least front matter is lines 1 to 7; what a test adds begins in line 8.</summary>
internal static class OneRecord
{
    private static readonly Lazy<VocabularySet> Shipped = new(() => new ContentReader(Path.Combine(Repository.Root, "content")).Read().Vocabularies);

    /// <summary>The vocabularies that the project ships.</summary>
    public static VocabularySet Vocabularies => Shipped.Value;

    /// <summary>A file with the least front matter, some more and a story.</summary>
    public static string Text(string more = "", string body = "") =>
        $"""
        ---
        title: Durban turns landfill gas into power
        summary: The city burns the gas of a landfill and sells the power.
        places: [{"{"} city: Durban, country: ZA {"}"}]
        sdgs: [{"{"} goal: 7, by: editor {"}"}]
        sources: [{"{"} id: 1, title: A report {"}"}]
        status: published
        {more}{(more.Length > 0 ? "\n" : "")}---
        {body}
        """.ReplaceLineEndings("\n");

    /// <summary>Reads a file of that text.</summary>
    public static RecordReading Read(string text, string name = "practices/durban-landfill.md") => Read(Encoding.UTF8.GetBytes(text), name);

    /// <summary>Reads a file of those bytes.</summary>
    public static RecordReading Read(byte[] bytes, string name = "practices/durban-landfill.md") => PracticeValidator.Read(ContentFile.Of("/" + name, name), bytes, Vocabularies);
}
