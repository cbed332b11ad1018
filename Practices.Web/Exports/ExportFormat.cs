using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Web.Exports;

/// <summary>A format in which records can be taken away.</summary>
/// <param name="Extension">What its addresses and files end in, without the point.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Write">Writes records, given their vocabularies and what makes a whole address of a path.</param>
public sealed record ExportFormat(string Extension, string Name, string Type, Func<IEnumerable<Practice>, VocabularySet, Func<string, string>, string> Write)
{
    /// <summary>All of them: those of reference managers, then the table.</summary>
    public static ImmutableArray<ExportFormat> All { get; } =
    [
        new("ris", "RIS", "application/x-research-info-systems", References(RisText.Of)),
        new("bib", "BibTeX", "application/x-bibtex", References(BibTexText.Of)),
        new("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", References(CslJson.Of)),
        new("csv", "CSV", "text/csv", PracticeCsv.Of),
    ];

    private static Func<IEnumerable<Practice>, VocabularySet, Func<string, string>, string> References(Func<IEnumerable<Reference>, string> write) =>
        (records, vocabularies, address) => write(records.Select(record => Reference.Of(record, vocabularies, address)));
}
