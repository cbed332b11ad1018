using FsCheck;
using FsCheck.Fluent;
using Practices.Search.Queries;
using Practices.Tests.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Queries;

public class QueryParserTests
{
    private static readonly string[] Fields = ["title", "body"];

    [Theory]
    [InlineData("heat women", "heat women")]
    [InlineData("  heat\t\nwomen ", "heat women")]
    [InlineData("heat -rural \"cool roof\"", "heat -rural \"cool roof\"")]
    [InlineData("\"cool   roof\"~3", "\"cool roof\"~3")]
    [InlineData("\"cool roof\"~999999999999", "\"cool roof\"~99")]
    [InlineData("“cool roof” «vert»", "\"cool roof\" \"vert\"")]
    [InlineData("heat OR flood women", "(heat OR flood) women")]
    [InlineData("heat | flood | storm", "heat OR flood OR storm")]
    [InlineData("heat AND flood", "heat flood")]
    [InlineData("heat or flood", "heat or flood")]
    [InlineData("OR heat OR", "heat")]
    [InlineData("heat (flood (storm OR rain))", "heat flood (storm OR rain)")]
    [InlineData("heat OR (flood -storm)", "heat OR (flood -storm)")]
    [InlineData("-(heat flood)", "-(heat flood)")]
    [InlineData("-\"cool roof\" -title:heat", "-\"cool roof\" -title:heat")]
    [InlineData("mobil*", "mobil*")]
    [InlineData("title:mobil* BODY:heat", "title:mobil* body:heat")]
    [InlineData("title:\"cool roof\" title:(a OR b)", "title:\"cool roof\" (title:a OR title:b)")]
    [InlineData("title: heat", "title heat")]
    [InlineData("city:durban", "city:durban")]
    [InlineData("low-income e-mail", "low-income e-mail")]
    [InlineData("heat - flood -- storm", "heat flood storm")]
    [InlineData("heat, flood; (storm).", "heat flood storm")]
    [InlineData("* ** -* ()", "")]
    [InlineData("\"\" \"!\"", "")]
    [InlineData("", "")]
    public void A_text_is_read(string text, string understood) => Assert.Equal(understood, QueryParser.Parse(text, Fields).Query.ToString());

    [Theory]
    [InlineData("heat women -rural", "(heat OR women) -rural")]
    [InlineData("heat", "heat")]
    [InlineData("-heat -flood", "-heat -flood")]
    [InlineData("a (b c)", "a OR b OR c")]
    public void Words_can_be_read_as_any_of_them(string text, string understood) =>
        Assert.Equal(understood, QueryParser.Parse(text, Fields, MatchWords.Any).Query.ToString());

    [Theory]
    [InlineData("heat \"cool roof", "heat cool roof", "quotation mark")]
    [InlineData("heat (cool roof", "heat cool roof", "parenthesis")]
    public void What_is_not_closed_is_tolerated_and_said(string text, string understood, string note)
    {
        var parsed = QueryParser.Parse(text, Fields);

        Assert.Equal(understood, parsed.Query.ToString());
        Assert.Contains(parsed.Notes, said => said.Contains(note, StringComparison.Ordinal));
    }

    [Fact]
    public void A_parenthesis_too_many_is_passed_over() => Assert.Equal("heat flood", QueryParser.Parse("heat) flood))", Fields).Query.ToString());

    [Fact]
    public void Long_text_is_cut_at_a_word_and_the_reader_told()
    {
        var parsed = QueryParser.Parse(string.Join(' ', Enumerable.Repeat("waterways", 2000)), Fields);

        Assert.Equal(51, parsed.Query.ToString()!.Split(' ').Length);
        Assert.EndsWith(" waterways", parsed.Query.ToString(), StringComparison.Ordinal);
        Assert.Single(parsed.Notes);
    }

    [Fact]
    public void A_word_longer_than_everything_is_cut_between_characters()
    {
        var parsed = QueryParser.Parse("x" + string.Concat(Enumerable.Repeat("𠮷", 300)), Fields);

        Assert.Equal("x" + string.Concat(Enumerable.Repeat("𠮷", 255)), parsed.Query.ToString());
    }

    [Fact]
    public void Ten_thousand_parentheses_are_no_trouble()
    {
        Assert.Equal("", QueryParser.Parse(new string('(', 10_000), Fields, maxLength: int.MaxValue).Query.ToString());
        Assert.Equal("a", QueryParser.Parse(new string('(', 10_000) + "a", Fields, maxLength: int.MaxValue).Query.ToString());
        Assert.Equal("title:a", QueryParser.Parse(string.Concat(Enumerable.Repeat("title:", 10_000)) + "a", Fields, maxLength: int.MaxValue).Query.ToString());
    }

    [Fact]
    public void No_text_fails() => Prop.ForAll<string>(AssertReadable).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_of_special_characters_fails_and_what_was_understood_is_understood_again()
    {
        const string pieces = "ab \"()-*~|:OR3'.,\u0301水é“»\uD83C\uDF33\uD800\0";
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ => random.Next(12) == 0 ? "title:" : pieces[random.Next(pieces.Length)].ToString()));
            AssertReadable(text);
        }
    }

    [Fact]
    public void A_printed_query_is_read_as_the_same()
    {
        var corpus = new RandomCorpus(9);
        for (var i = 0; i < 500; i++)
        {
            var query = corpus.NextQuery(3);
            Assert.Equal(query.ToString(), QueryParser.Parse(query.ToString(), ["title", "body", "note"], maxLength: int.MaxValue).Query.ToString());
        }
    }

    private static void AssertReadable(string? text)
    {
        foreach (var match in Enum.GetValues<MatchWords>())
        {
            var understood = QueryParser.Parse(text, Fields, match).Query.ToString();
            Assert.Equal(understood, QueryParser.Parse(understood, Fields, maxLength: int.MaxValue).Query.ToString());
        }
    }
}
