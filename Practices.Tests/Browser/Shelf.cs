using Practices.Indexer.Content;
using Practices.Tests.Web;

namespace Practices.Tests.Browser;

/// <summary>What the collection holds, record by record, to hold a search against: no facet and no posting is asked.</summary>
internal static class Shelf
{
    private static readonly Lazy<IReadOnlyList<Practice>> Records = new(() =>
    {
        var catalog = RunningSite.Shared.Library.Current;
        return [.. catalog.Ids.Select(id => catalog.Find(id)!)];
    });

    /// <summary>The titles of the records that are such, in ordinal order.</summary>
    public static IReadOnlyList<string> Titles(Func<Practice, bool> isSuch) =>
        [.. Records.Value.Where(isSuch).Select(record => record.Title).Order(StringComparer.Ordinal)];

    /// <summary>Whether a record has a place in a region, near or far.</summary>
    public static bool IsIn(Practice record, string region) =>
        record.Places.Any(place => place.Country is not null && RegionsOf(place.Country).Contains(region, StringComparer.Ordinal));

    /// <summary>Whether a record tells where it came from or went, or another tells it of it.</summary>
    public static bool HasTravelled(Practice record) =>
        !record.Lineage.IsEmpty || Records.Value.Any(other => other.Lineage.Any(link => link.Record == record.Id));

    private static IEnumerable<string> RegionsOf(string country)
    {
        var vocabularies = RunningSite.Shared.Library.Current.Vocabularies;
        for (var region = vocabularies["countries"].Find(country)?.Broader; region is not null; region = vocabularies["regions"].Find(region)?.Broader)
            yield return region;
    }
}
