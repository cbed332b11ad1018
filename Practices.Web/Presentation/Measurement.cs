using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>How a result of some record was measured, in the words of its source.</summary>
/// <param name="Method">How.</param>
/// <param name="Indicator">What.</param>
/// <param name="Title">The record.</param>
/// <param name="Url">Its page, where the results stand.</param>
public sealed record Measurement(string Method, string Indicator, string Title, string Url)
{
    private const int MostRecords = 50;
    private const int Most = 12;
    private const int MostOfRecord = 2;

    /// <summary>The methods that the newest records of a search name, a few of each.</summary>
    public static IReadOnlyList<Measurement> Of(SearchState state, PracticeCatalog catalog) =>
    [
        .. catalog.Search(state.ToRequest() with { PageSize = MostRecords, Sort = SortOrder.Newest, CountFacets = false, Highlight = false })
            .Hits.Select(hit => catalog.Find(hit.Id)!)
            .SelectMany(Of)
            .Take(Most),
    ];

    private static IEnumerable<Measurement> Of(Practice record) => record.Results
        .Where(result => result.Method is not null)
        .DistinctBy(result => result.Method)
        .Take(MostOfRecord)
        .Select(result => new Measurement(result.Method!, result.Indicator, record.Title, $"{Routes.Record(record.Kind, record.Id)}#what-changed"));
}
