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
    public static readonly string[] Words = ["alp", "bex", "cities", "city", "cod", "copper", "elm", "farming", "farm", "fig", "flood", "floods"];
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
        return _random.Next(11) switch
        {
            6 => new FuzzyQuery(NextMisspelt(), _random.Next(1, 3), field),
            7 => NextFacet(),
            8 => NextRange(),
            9 => new NearQuery(NextPoint(), _random.Next(1, 4000)),
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
        Points = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => NextPoint())],
        Facets = [.. Enumerable.Range(0, _random.Next(6)).Select(_ => Schema.Facets[_random.Next(3)]).Select(facet => new FacetValue(facet, NextValue(facet)))],
    };

    // Every label of a place begins with the one above it, so that the last says the whole path.
    private FacetPath NextValue(string facet)
    {
        string Label(int count) => ((char)('a' + _random.Next(count))).ToString();
        return LetterVocabulary.Path(facet, facet == "place" ? string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Label(3))) : Label(6));
    }

    private FacetQuery NextFacet()
    {
        var facet = Schema.Facets[_random.Next(3)];
        return new(facet, NextValue(facet));
    }

    private FacetRangeQuery NextRange()
    {
        var facet = Schema.Facets[_random.Next(3)];
        string[] ends = [NextValue(facet).Leaf, NextValue(facet).Leaf];
        Array.Sort(ends, StringComparer.Ordinal);
        return _random.Next(3) switch { 0 => new(facet, ends[0], ""), 1 => new(facet, "", ends[1]), _ => new(facet, ends[0], ends[1]) };
    }

    // Many lie around a pole or on either side of the date line.
    private GeoPoint NextPoint()
    {
        var latitude = _random.Next(3) == 0 ? 90 - _random.Next(3) : (_random.NextDouble() * 180) - 90;
        var longitude = _random.Next(3) == 0 ? (_random.Next(2) == 0 ? 180 - _random.Next(20) : _random.Next(20) - 180) : (_random.NextDouble() * 360) - 180;
        return new(latitude, longitude);
    }

    public string NextMisspelt()
    {
        var word = NextWord();
        var at = _random.Next(word.Length);
        return _random.Next(3) switch { 0 => word.Remove(at, 1), 1 => word.Insert(at, "é"), _ => word[..at] + "x" + word[(at + 1)..] };
    }

    private string NextText(int words) => string.Join(' ', Enumerable.Range(0, _random.Next(words + 1)).Select(_ => NextWord()));

    // Some words are frequent and some are rare.
    private string NextWord() => Words[Math.Min(_random.Next(Words.Length), _random.Next(Words.Length))];
}
