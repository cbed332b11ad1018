using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Xunit;

namespace Practices.Tests.Indexer.Indexing;

/// <summary>Over vocabularies small enough to see whole.</summary>
public sealed class ConceptNamesTests
{
    private static readonly ConceptNames Names = ConceptNames.Of(new(
    [
        new("themes", "Themes",
        [
            Concept("water", ("en", "Water and sanitation"), ("ru", "Вода и санитария")) with { AltLabels = Lists(("es", ["agua"]), ("ar", ["مياه"])) },
            Concept("public-transport", ("en", "Public transport"), ("fr", "Transports publics")) with
            {
                Broader = "mobility",
                WeakLabels = Lists(("en", ["metro"])),
                Acronyms = ImmutableSortedDictionary<string, string>.Empty.Add("BRT", "bus rapid transit").Add("ITS", "intelligent transport systems").Add("PT", "public transport"),
                NarrowerTerms = ["dedicated bus lane"],
            },
            Concept("mobility", ("en", "Mobility")),
            Concept("gender", ("en", "Gender equality")) with { AltLabels = Lists(("en", ["women's safety", "agua"])) },
        ]),
        new("countries", "Countries", [Concept("IN", ("en", "India"), ("ru", "Индия"), ("fr", "Inde"))]),
    ]));

    [Theory]
    [InlineData("Water and sanitation", "water")]
    [InlineData("water sanitation", "water")]
    [InlineData("вода и санитария", "water")]
    [InlineData("воды и санитарии", "water")]
    [InlineData("مياه", "water")]
    [InlineData("المياه", "water")]
    [InlineData("transport public", "public-transport")]
    [InlineData("TRANSPORTS PUBLICS", "public-transport")]
    [InlineData("womens safety", "gender")]
    [InlineData("women’s safety", "gender")]
    [InlineData("water", null)]
    [InlineData("and", null)]
    [InlineData("", null)]
    [InlineData("the water and sanitation", null)]
    public void A_name_is_known_in_its_other_forms_and_only_whole(string words, string? id) => Assert.Equal(id, Find(words).SingleOrDefault().Id);

    [Fact]
    public void A_value_stands_at_its_place_in_the_hierarchy() =>
        Assert.Equal("mobility/public-transport", Names.SynonymsOf(["public", "transport"]).Single().Path.ToString());

    [Theory]
    [InlineData("public transport", ConceptNames.NameWeight)]
    [InlineData("dedicated bus lanes", ConceptNames.NarrowerWeight)]
    [InlineData("metro", ConceptNames.WeakWeight)]
    public void Names_weigh_by_how_well_they_name(string words, double weight) => Assert.Equal(weight, Find(words).Single().Weight);

    [Fact]
    public void A_name_of_several_concepts_counts_once()
    {
        var found = Find("agua");
        Assert.Equal(["gender", "water"], found.Select(synonym => synonym.Id).Order());
        Assert.Equal(ConceptNames.NameWeight, found.Sum(synonym => synonym.Weight));
    }

    [Theory]
    [InlineData("BRT", true)]
    [InlineData("brt", true)]
    [InlineData("ITS", true)]
    [InlineData("its", false)]
    [InlineData("PT", true)]
    [InlineData("pt", false)]
    public void An_abbreviation_in_small_letters_is_one_only_where_it_can_be_no_word(string words, bool isKnown) => Assert.Equal(isKnown, Find(words).Count == 1);

    [Fact]
    public void An_abbreviation_says_what_it_stands_for() => Assert.Equal("bus rapid transit", Names.SynonymsOf(["BRT"]).Single().LongForm);

    [Theory]
    [InlineData("Индия", 0.0)]
    [InlineData("inde", 0.0)]
    [InlineData("Индии", ConceptNames.NameWeight)]
    public void A_places_name_adds_only_what_the_index_does_not_hold(string words, double weight) => Assert.Equal(("IN", weight), Find(words).Single());

    private static List<(string Id, double Weight)> Find(string words) => [.. Names.SynonymsOf(words.Split(' ')).Select(synonym => (synonym.Path.Leaf, synonym.Weight))];

    private static Concept Concept(string id, params (string Language, string Label)[] labels) =>
        new() { Id = id, Labels = labels.ToImmutableSortedDictionary(label => label.Language, label => label.Label) };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Lists(params (string Language, ImmutableArray<string> Names)[] lists) =>
        lists.ToImmutableSortedDictionary(list => list.Language, list => list.Names);
}
