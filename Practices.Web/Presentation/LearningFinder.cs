using Practices.Indexer.Indexing;

namespace Practices.Web.Presentation;

/// <summary>The ways into all learning offers: small charts that lead into the search, and what comes next.</summary>
/// <param name="Charts">By topic, region, way of learning, language and whether dates are given.</param>
/// <param name="Coming">The sessions that are not over, the next first.</param>
public sealed record LearningFinder(IReadOnlyList<(string Label, IReadOnlyList<CountBar> Values)> Charts, IReadOnlyList<DatedSession> Coming)
{
    private const int Bars = 8;

    /// <summary>What stands above the list on a day.</summary>
    public static LearningFinder Of(SearchState learning, PracticeCatalog catalog, DateOnly today) => new(
        [.. CountBar.Charts(["theme", "region", "format", "taught", "dates"], new Tally(catalog, learning.Filters).Result, learning, catalog, Bars)],
        DatedSession.Coming(catalog, today));
}
