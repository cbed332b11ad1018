using System.Collections.Immutable;
using System.Globalization;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Queries;

namespace Practices.Tests.Search.Searching;

/// <summary>Random documents and queries over few words and values, so that everything meets everything. A seed gives the same ones always.</summary>
internal sealed class RandomCorpus(int seed)
{
    // No stop words; some whose English stems differ from the words, so that languages matter.
    private static readonly string[] Words = ["alp", "bex", "cities", "city", "cod", "copper", "elm", "farming", "farm", "fig", "flood", "floods"];
    private static readonly string[] Languages = ["en", "en", "fr", "sw"];
    private readonly Random _random = new(seed);

    public static IndexSchema Schema { get; } = new([new("title", 2), new("body"), new("note", 0.5)], ["place", "theme", "year"]);

    public ImmutableArray<Document> Documents(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => "d" + _random.Next(100_000).ToString(CultureInfo.InvariantCulture)).Distinct().Select(NextDocument)];

    public Query NextQuery(int depth = 2)
    {
        if (depth == 0) return NextLeaf();
        var parts = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => NextQuery(depth - 1)).ToList();
        return _random.Next(4) switch
        {
            0 => OrQuery.Of(parts),
            1 => AndQuery.Of([.. parts, new NotQuery(NextLeaf())]),
            _ => AndQuery.Of(parts),
        };
    }

    public FacetSelection NextSelection()
    {
        var selection = FacetSelection.Empty;
        for (var i = _random.Next(4); i > 0; i--)
        {
            var facet = Schema.Facets[_random.Next(3)];
            var value = NextValue(facet);
            selection = selection.With(facet, _random.Next(2) == 0 ? FacetPath.Of(value.Labels[0]) : value);
        }

        return selection;
    }

    private Query NextLeaf()
    {
        var field = _random.Next(6) == 0 ? Schema.Texts[_random.Next(3)].Name : null;
        return _random.Next(6) switch
        {
            0 => new PrefixQuery(NextWord()[..2], field),
            1 => new PhraseQuery($"{NextWord()} {NextWord()}", 0, field),
            2 => new PhraseQuery($"{NextWord()} {NextWord()} {NextWord()}", _random.Next(1, 5), field),
            _ => new TermQuery(NextWord(), field),
        };
    }

    private Document NextDocument(string id) => new()
    {
        Id = id,
        Language = Languages[_random.Next(Languages.Length)],
        Title = NextText(4),
        Date = _random.Next(5),
        Texts =
        [
            new("body", NextText(30)),
            new("title", NextText(5)),
            .. Enumerable.Range(0, _random.Next(3)).Select(_ => new FieldText("note", NextText(6))),
        ],
        Facets = [.. Enumerable.Range(0, _random.Next(6)).Select(_ => Schema.Facets[_random.Next(3)]).Select(facet => new FacetValue(facet, NextValue(facet)))],
    };

    private FacetPath NextValue(string facet)
    {
        string Label(int count) => ((char)('a' + _random.Next(count))).ToString();
        return facet == "place" ? FacetPath.Of([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Label(3))]) : FacetPath.Of(Label(6));
    }

    private string NextText(int words) => string.Join(' ', Enumerable.Range(0, _random.Next(words + 1)).Select(_ => NextWord()));

    // Some words are frequent and some are rare.
    private string NextWord() => Words[Math.Min(_random.Next(Words.Length), _random.Next(Words.Length))];
}
