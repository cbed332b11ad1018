using Practices.Search.Highlighting;
using Practices.Search.Index;
using Practices.Tests.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Highlighting;

public sealed class HighlighterTests(SmallCorpus corpus) : IClassFixture<SmallCorpus>
{
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("Other things stand here and say nothing.", 30));

    [Theory]
    [InlineData("flooded", "Floods are forecast", "[Floods] are forecast")]
    [InlineData("SAO", "São Paulo", "[São] Paulo")]
    [InlineData("mill*", "A million trees", "A [million] trees")]
    [InlineData("\"cool roof\"", "Cool roofs and other cool things", "[Cool] [roofs] and other cool things")]
    [InlineData("\"roof things\"~3", "Cool roofs and other cool things", "Cool [roofs] and other cool [things]")]
    [InlineData("水道局", "广州水道局和公园", "广州[水道局]和公园")]
    [InlineData("水", "广州水道局和公园", "广州[水]道局和公园")]
    [InlineData("low-income", "For low-income people of low means", "For [low]-[income] people of low means")]
    [InlineData("title:heat", "Heat", "[Heat]")]
    [InlineData("body:heat", "Heat", "")]
    [InlineData("heat -flood", "Heat and flood", "[Heat] and flood")]
    [InlineData("women", "women’s groups", "[women’s] groups")]
    [InlineData("ærø", "Ferry to Ærø", "Ferry to [Ærø]")]
    public void The_words_that_were_asked_for_are_marked(string query, string title, string marked) => Assert.Equal(marked, Show(Highlight(query, ("title", title))));

    [Fact]
    public void A_title_is_shown_whole()
    {
        var title = Filler + " heat " + Filler;

        var snippet = Assert.Single(Highlight("heat", ("title", title)));

        Assert.Equal(title, Text(snippet));
        Assert.False(snippet.StartsInside || snippet.EndsInside);
    }

    [Fact]
    public void The_passage_with_the_most_words_of_the_query_is_shown()
    {
        var body = $"{Filler} Heat is named here. {Filler} Women met the heat with cool roofs. {Filler} Roofs again. {Filler}";

        var snippet = Assert.Single(Highlight("heat women roofs", ("body", body)));

        Assert.Contains("[Women] met the [heat] with cool [roofs].", Show([snippet]), StringComparison.Ordinal);
        Assert.StartsWith("Other things", Text(snippet), StringComparison.Ordinal);
        Assert.True(snippet.StartsInside && snippet.EndsInside);
        Assert.InRange(Text(snippet).Length, 150, 240);
    }

    [Fact]
    public void Of_a_field_with_several_texts_the_best_is_shown()
    {
        var snippet = Assert.Single(Highlight("heat women", ("body", "Heat here."), ("body", "Women and heat."), ("body", "Women.")));

        Assert.Equal("Women and heat.", Text(snippet));
    }

    [Fact]
    public void Fields_without_a_match_have_no_snippet() =>
        Assert.Equal(["body"], Highlight("heat", ("title", "Water"), ("body", "Heat")).Select(snippet => snippet.Field));

    [Fact]
    public void Hits_carry_the_marked_passages_of_their_language()
    {
        var hit = Assert.Single(corpus.Search("eau ecole").Hits);

        Assert.Equal("[L'eau] et les arbres rafraîchissent les cours [d'école].", Show(hit.Snippets));
        Assert.Empty(corpus.Searcher.Search(new() { Text = "eau", Highlight = false }).Hits[0].Snippets);
        Assert.Empty(corpus.Search("").Hits[0].Snippets);
    }

    [Fact]
    public void Every_passage_is_a_stretch_of_the_text_and_shows_a_match()
    {
        var random = new Random(5);
        var words = new[] { "alp", "cities", "水道", "𠮷野", "flood.", "\n", "copper", new string('x', 300), "farm's", "é" };
        var texts = Enumerable.Range(0, 1500).Select(_ =>
            string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 200)).Select(_ => words[Math.Min(random.Next(words.Length), random.Next(words.Length))]))).ToList();
        using var index = new HighlightingIndex([.. texts.Select((text, i) => HighlightingIndex.Document($"d{i}", "en", new FieldText("body", text)))]);
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            var query = new RandomCorpus(i).NextQuery().ToString() + " 水道 野 x*";
            foreach (var snippet in index.Highlight($"d{i}", HighlightingIndex.Wanted(query, "en")))
            {
                var passage = Text(snippet);
                Assert.Contains(passage, text, StringComparison.Ordinal);
                Assert.Contains(snippet.Fragments, fragment => fragment.IsMatch);
                Assert.DoesNotContain(snippet.Fragments, fragment => fragment.Text.Length == 0);
                Assert.Equal(snippet.StartsInside, !text.StartsWith(passage, StringComparison.Ordinal) || snippet.StartsInside);
                Assert.False(char.IsLowSurrogate(passage[0]) || char.IsHighSurrogate(passage[^1]));
            }
        }
    }

    private static System.Collections.Immutable.ImmutableArray<Snippet> Highlight(string text, params (string Field, string Text)[] texts)
    {
        using var index = new HighlightingIndex(HighlightingIndex.Document("d", "en", [.. texts.Select(pair => new FieldText(pair.Field, pair.Text))]));
        return index.Highlight("d", HighlightingIndex.Wanted(text, "en"));
    }

    private static string Text(Snippet snippet) => string.Concat(snippet.Fragments.Select(fragment => fragment.Text));

    private static string Show(IEnumerable<Snippet> snippets) => string.Join(" / ", snippets.Select(snippet =>
        string.Concat(snippet.Fragments.Select(fragment => fragment.IsMatch ? $"[{fragment.Text}]" : fragment.Text))));
}
