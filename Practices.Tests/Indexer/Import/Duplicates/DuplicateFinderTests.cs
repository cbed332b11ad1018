using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Import.Duplicates;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Indexer.Import.Duplicates;

public sealed class DuplicateFinderTests(ITestOutputHelper output)
{
    // Not the seed that the points were chosen by.
    private const int Seed = 7;

    private static readonly ContentSet Shipped = new ContentReader(Path.Combine(Repository.Root, "content")).Read();

    private static VocabularySet Vocabularies => Shipped.Vocabularies;

    private static Practice Odisha => Shipped.Practices.Single(record => record.Id == "odisha-urban-wage-employment");

    [Fact]
    public void Of_200_made_pairs_and_2000_near_misses_nearly_all_are_told_apart()
    {
        var made = new MadePairs([.. Shipped.Practices.Where(record => record.Kind == RecordKind.Practice)], Vocabularies, Seed);
        var (pairs, misses, offered, right) = (0, 0, 0, 0);
        var missed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var collection in made.All())
        {
            var found = DuplicateFinder.Find(collection.Records, Vocabularies).Select(one => (one.First.Id, one.Second.Id)).ToHashSet();
            (pairs, misses, offered) = (pairs + collection.Same.Count, misses + collection.NearMisses, offered + found.Count);
            right += found.Count(collection.Same.ContainsKey);
            foreach (var (_, how) in collection.Same.Where(pair => !found.Contains(pair.Key))) missed[how] = missed.GetValueOrDefault(how) + 1;
        }

        var (recall, precision) = (right / (double)pairs, right / (double)offered);
        output.WriteLine($"{pairs} pairs, {misses} near misses: recall {recall:0.000}, precision {precision:0.000}; missed: {string.Join(", ", missed.Select(one => $"{one.Value} {one.Key}"))}");
        Assert.Equal((200, 2000), (pairs, misses));
        Assert.True(recall >= 0.95, $"recall {recall:0.000}");
        Assert.True(precision >= 0.9, $"precision {precision:0.000}");
    }

    [Fact]
    public void The_odisha_initiative_is_one_record_that_both_awards_recognise()
    {
        var one = Assert.Single(Shipped.Practices, record => record.Title.Contains("Odisha", StringComparison.Ordinal) || record.Aliases.Contains("MUKTA"));
        Assert.Equal(["guangzhou-award", "prize-for-cities"], one.Recognition.Select(recognition => recognition.Award).Distinct());
    }

    [Fact]
    public void An_entry_under_another_name_and_address_is_offered_with_its_reasons()
    {
        var entry = Entry("mukta-entry", "MUKTA", Odisha.Summary) with { Places = [new(null, null, "Odisha", "IN", null, null, null)], SameAs = ["https://www.prizeforcities.org/database/urban-wage-employment-initiative-mukta/"] };
        var found = Assert.Single(Find(1, [.. Shipped.Practices, entry], "mukta-entry").Take(1));
        Assert.Equal(("mukta-entry", Odisha.Id), (found.First.Id, found.Second.Id));
        Assert.Equal(Math.Clamp(found.Signals.Sum(signal => signal.Points), 0, 100), found.Score, 0.2);
        Assert.Superset(new HashSet<string> { "links", "title", "text" }, found.Signals.Select(signal => signal.Name).ToHashSet());
        Assert.All(found.Signals, signal => Assert.NotEmpty(signal.Why));
    }

    [Fact]
    public void A_city_alone_makes_no_pair()
    {
        var pipes = Entry("pipes", "Water kiosks reach every street", "Kiosks sell clean water where no pipe leads.");
        var dancers = Entry("dancers", "Young dancers fill old halls", "Teenagers rehearse in empty warehouses.");
        Assert.Empty(Find(0.1, [pipes, dancers]));
    }

    [Fact]
    public void A_city_is_the_same_by_any_of_its_names()
    {
        _ = Find(1, [Entry("a", "Water kiosks reach every street", "Kiosks sell clean water."), Entry("b", "Kiosks sell clean water", "Water kiosks in every street.", "eThekwini")]) is [var found]
            ? Assert.Single(found.Signals, signal => signal.Name == "place" && signal.Points > 0)
            : throw new InvalidOperationException("No pair.");
    }

    [Fact]
    public void The_same_title_in_another_city_is_no_pair()
    {
        var text = "Kiosks sell clean water where no pipe leads, and a card pays for it.";
        Assert.Single(Find(DuplicateFinder.DefaultMinScore, [Entry("a", "Water kiosks reach every street", text), Entry("b", "Water kiosks reach every street", text)]));
        Assert.Empty(Find(DuplicateFinder.DefaultMinScore, [Entry("a", "Water kiosks reach every street", text), Entry("b", "Water kiosks reach every street", text, "Accra", "GH")]));
    }

    [Fact]
    public void A_second_phase_is_not_the_first()
    {
        var text = "Kiosks sell clean water where no pipe leads, and a card pays for it.";
        Assert.Empty(Find(DuplicateFinder.DefaultMinScore, [Entry("a", "Water kiosks reach every street", text), Entry("b", "Water kiosks reach every street: phase 2", "Cards now pay for electricity, too.")]));
    }

    [Fact]
    public void A_translated_title_is_known_by_the_concepts_and_names_in_it()
    {
        var english = Entry("a", "Participatory budgeting for waste pickers", "ZEMLA gave 48,300 waste pickers a say in participatory budgeting.");
        var spanish = Entry("b", "Presupuesto participativo para recicladores", "ZEMLA dio a 48.300 recicladores voz en el presupuesto participativo.") with { Language = "es" };
        Assert.Contains(Assert.Single(Find(DuplicateFinder.DefaultMinScore, [english, spanish])).Signals, signal => signal is { Name: "title", Points: > 5 });
    }

    [Fact]
    public void Records_of_two_kinds_and_pairs_decided_on_are_never_offered()
    {
        var text = "Kiosks sell clean water where no pipe leads, and a card pays for it.";
        ImmutableArray<Practice> pair = [Entry("a", "Water kiosks reach every street", text), Entry("b", "Water kiosks reach every street", text)];
        Assert.Empty(Find(1, [pair[0], pair[1] with { Kind = RecordKind.Learning }]));
        Assert.Empty(DuplicateFinder.Find(pair, Vocabularies, 1, distinct: DistinctPairs.None.With("b", "a")));

        // Also by an id that one had before.
        Assert.Empty(DuplicateFinder.Find([pair[0], pair[1] with { FormerIds = ["old-b"] }], Vocabularies, 1, distinct: DistinctPairs.None.With("old-b", "a")));
    }

    private static ImmutableArray<DuplicateCandidate> Find(double min, ImmutableArray<Practice> records, string? wanted = null) =>
        DuplicateFinder.Find(records, Vocabularies, min, wanted is null ? null : record => record.Id == wanted);

    private static Practice Entry(string id, string title, string summary, string city = "Durban", string country = "ZA") => new()
    {
        Id = id,
        File = $"submissions/made/{id}.md",
        Kind = RecordKind.Practice,
        Title = title,
        Summary = summary,
        Places = [new(Vocabularies["cities"].Matches(city).FirstOrDefault()?.Id, city, null, country, null, null, null)],
    };
}
