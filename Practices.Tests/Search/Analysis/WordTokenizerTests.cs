using Practices.Search.Analysis;
using Xunit;

namespace Practices.Tests.Search.Analysis;

public class WordTokenizerTests
{
    [Theory]
    [InlineData("Cool roofs, cool cities!", "Cool|roofs|cool|cities")]
    [InlineData("women's rights", "women's|rights")]
    [InlineData("'quoted' words'", "quoted|words")]
    [InlineData("l’eau", "l’eau")]
    [InlineData("1,000 or 2.5 or 3. Then", "1,000|or|2.5|or|3|Then")]
    [InlineData("CO₂ and m²", "CO₂|and|m²")]
    [InlineData("low-income e.g. C40.org", "low|income|e|g|C40|org")]
    [InlineData("b2b 3rd", "b2b|3rd")]
    [InlineData("naïve cafe\u0301", "naïve|cafe\u0301")]
    [InlineData("вода и мир", "вода|и|мир")]
    [InlineData("الماءُ", "الماءُ")]
    [InlineData("न्यायिक", "न्यायिक")]
    [InlineData("น้ำดี", "น้|น้ำ|ำ|ำดี|ดี")]
    [InlineData("ນ້ຳ", "ນ້|ນ້ຳ|ຳ")]
    [InlineData("ទឹកស្អាត", "ទឹ|ទឹក|ក|កស្|ស្|ស្អា|អា|អាត|ត")]
    [InlineData("ｶﾞｽ", "ｶﾞ|ｶﾞｽ|ｽ")]
    [InlineData("葛\uFE00城", "葛\uFE00|葛\uFE00城|城")]
    [InlineData("水", "水")]
    [InlineData("水道局", "水|水道|道|道局|局")]
    [InlineData("東京タワー", "東|東京|京|京タ|タ|タワ|ワ|ワー|ー")]
    [InlineData("SDG水6", "SDG|水|6")]
    [InlineData("𠮷野", "𠮷|𠮷野|野")]
    [InlineData("서울시", "서|서울|울|울시|시")]
    [InlineData("🌳 tree 🌳", "tree")]
    [InlineData("\uD800 broken \uDC00", "broken")]
    [InlineData("  \t\n ", "")]
    [InlineData("", "")]
    public void Text_is_split_into_words(string text, string words) => Assert.Equal(words, string.Join('|', Spans(text).Select(span => text[span.Start..span.End])));

    [Fact]
    public void Words_are_numbered_and_a_pair_shares_the_number_of_its_first_character() =>
        Assert.Equal([0, 1, 1, 2, 3], Spans("big 水道 x").Select(span => span.Position));

    [Fact]
    public void A_run_that_nobody_types_is_split_between_characters()
    {
        var text = new string('a', 1000) + string.Concat(Enumerable.Repeat("𐐀", 400));

        var spans = Spans(text);

        Assert.All(spans, span => Assert.InRange(span.End - span.Start, 1, WordTokenizer.MaxTokenLength));
        Assert.All(spans, span => Assert.False(char.IsLowSurrogate(text[span.Start])));
        Assert.Equal(text, string.Concat(spans.Select(span => text[span.Start..span.End])));
    }

    [Fact]
    public void Any_text_gives_spans_in_order_that_lie_inside_it()
    {
        const string letters = "ab1'., \u0301水道か한é\uD840\uDC0B-";
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => letters[random.Next(letters.Length)]));
            var before = TokenSpan.Before;
            foreach (var span in Spans(text))
            {
                Assert.True(span.Start >= before.Start && span.End > span.Start && span.End <= text.Length, text);
                Assert.True(span.Position == before.Position || span.Position == before.Position + 1, text);
                before = span;
            }
        }
    }

    private static List<TokenSpan> Spans(string text)
    {
        var tokenizer = new WordTokenizer();
        var spans = new List<TokenSpan>();
        for (var span = TokenSpan.Before; tokenizer.MoveNext(text, ref span);) spans.Add(span);
        return spans;
    }
}
