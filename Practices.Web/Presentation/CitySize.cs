using System.Collections.Immutable;
using System.Globalization;
using Practices.Indexer.Vocabularies;

namespace Practices.Web.Presentation;

/// <summary>How many people live in a city, roughly enough that two sources agree.</summary>
/// <param name="Id">As it stands in an address.</param>
/// <param name="Label">In words, after "a city of".</param>
/// <param name="From">The fewest people.</param>
public sealed record CitySize(string Id, string Label, long From)
{
    /// <summary>Every size, the smallest first.</summary>
    public static ImmutableArray<CitySize> All { get; } =
    [
        new("small", "fewer than 300,000 people", 0),
        new("medium", "300,000 to 1 million people", 300_000),
        new("large", "1 to 5 million people", 1_000_000),
        new("very-large", "5 to 10 million people", 5_000_000),
        new("mega", "10 million people or more", 10_000_000),
    ];

    /// <summary>The size of a name in an address; <see langword="null"/> when there is none.</summary>
    public static CitySize? Find(string id) => All.FirstOrDefault(size => size.Id == id);

    /// <summary>The size of a city as its vocabulary has it; <see langword="null"/> where it does not say.</summary>
    public static CitySize? Of(Concept? city) =>
        long.TryParse(city?.Properties.GetValueOrDefault("population"), NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? Of(people) : null;

    /// <summary>The size of so many people.</summary>
    public static CitySize Of(long people) => All.Last(size => people >= size.From);
}
