using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Web.Presentation;

/// <summary>What a record tells of one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="What">What happened in it, a phrase each.</param>
public sealed record DatedStep(int Year, ImmutableArray<string> What)
{
    /// <summary>
    /// What is dated of a practice, the earliest year first: its beginning and end, its travels and what awards said of it. Empty where that is one year, or no more
    /// than beginning and end, which the facts above already give.
    /// </summary>
    public static IReadOnlyList<DatedStep> All(RecordView view)
    {
        var (record, steps) = (view.Record, new List<(int Year, string What)>());
        steps.AddRange(view.Travels.Where(step => step.Year is not null).Select(step => (step.Year!.Value, $"It {(step.CameFrom ? "came from" : "went to")} {step.Where}")));
        steps.AddRange(view.Recognition.Select(word => (Year: view.YearOf(word), word)).Where(word => word.Year is not null).Select(word => (word.Year!.Value, Words.Of(word.word, view.Vocabularies))));
        if (steps.Count == 0) return [];
        if (record.Period.StartYear is { } start) steps.Insert(0, (start, "It began"));
        if (Words.YearOf(record.Period.End) is { } end) steps.Add((end, record.Period.State == "abandoned" ? "It was given up" : "It ended"));
        var years = steps.GroupBy(step => step.Year).OrderBy(year => year.Key).Select(year => new DatedStep(year.Key, [.. year.Select(step => step.What).Distinct()])).ToList();
        return years.Count > 1 ? years : [];
    }
}
