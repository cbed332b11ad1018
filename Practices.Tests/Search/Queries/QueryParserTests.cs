using FsCheck;
using FsCheck.Fluent;
using Practices.Search.Facets;
using Practices.Search.Queries;
using Practices.Tests.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Queries;

public class QueryParserTests
{
    private static readonly QueryFields Fields = QueryFields.OfTexts("title", "body");

    // Cities of a country, and years; whatever the case. The facet "body" is hidden behind the text of that name.
    private static readonly QueryFields WithFacets = new(["title", "body"], ["city", "year", "body"], (field, value) => (field, value.ToLowerInvariant()) switch
    {
        ("city", "durban") => FacetPath.Of("ZA", "durban"),
        ("city", "são paulo" or "sao paulo" or "sao-paulo") => FacetPath.Of("BR", "sao paulo"),
        ("city", "?") => FacetPath.Of("?"),
        ("city", "odd: x..y") => FacetPath.Of("odd: \"x..y\""),
        ("year", { Length: 4 } year) => FacetPath.Of(year),
        _ => null,
    });

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
    [InlineData("watter~ fuzzy~1 exact~0 far~9", "watter~ fuzzy~1 exact far~")]
    [InlineData("title:watter~, -watter~1.", "title:watter~ -watter~1")]
    [InlineData("a~1~0 b*~ c~* d~~", "a~1 b~ c* d~")]
    public void A_word_can_be_asked_for_with_its_slips(string text, string understood) => Assert.Equal(understood, QueryParser.Parse(text, Fields).Query.ToString());

    [Theory]
    [InlineData("city:Durban heat", "city:durban heat")]
    [InlineData("CITY:\"São  Paulo\" -city:durban", "city:\"sao paulo\" -city:durban")]
    [InlineData("city:(durban OR sao-paulo)", "city:durban OR city:\"sao paulo\"")]
    [InlineData("city:durban, year:2015.", "city:durban year:2015")]
    [InlineData("year:2015..2020 year:2015.. year:..2020", "year:2015..2020 year:2015.. year:..2020")]
    [InlineData("year:2020..2015, year:\"2015\"", "year:2015..2020 year:2015")]
    [InlineData("year:.. city: durban", "year city durban")]
    [InlineData("body:durban", "body:durban")]
    [InlineData("city:\"?\" city:\"odd: x..y\"", "city:\"?\" city:\"odd: x..y\"")]
    [InlineData("near:-29.86,31.02", "near:-29.86,31.02,50")]
    [InlineData("near:-29.86, 31.02, 100km, heat", "near:-29.86,31.02,100 heat")]
    [InlineData("-near:+1.5,-2,.5", "-near:1.5,-2,0.5")]
    [InlineData("near:0.00001,180,20040", "near:1E-05,180,20040")]
    public void A_value_or_a_place_can_stand_after_the_name_of_its_field(string text, string understood)
    {
        var parsed = QueryParser.Parse(text, WithFacets);

        Assert.Equal(understood, parsed.Query.ToString());
        Assert.Empty(parsed.Notes);
        Assert.Equal(understood, QueryParser.Parse(understood, WithFacets).Query.ToString());
    }

    [Theory]
    [InlineData("city:atlantis heat", "atlantis heat", "There is no city called \"atlantis\"")]
    [InlineData("city:\"lost city\"", "\"lost city\"", "There is no city called \"lost city\"")]
    [InlineData("-city:durbn~", "-durbn~", "There is no city called \"durbn\"")]
    [InlineData("near:91,0,5", "91,0,5", "latitude from -90 to 90")]
    [InlineData("near:0,181", "0,181", "longitude from -180 to 180")]
    [InlineData("near:-1,2,0 x", "1,2,0 x", "kilometres")]
    [InlineData("near:1,2,99999", "1,2,99999", "kilometres")]
    [InlineData("near:1,2,3e", "1,2,3e", "kilometres")]
    [InlineData("near:Durban heat", "Durban heat", "as in near:")]
    public void What_is_no_value_or_place_is_searched_for_as_words_and_said(string text, string understood, string note)
    {
        var parsed = QueryParser.Parse(text, WithFacets);

        Assert.Equal(understood, parsed.Query.ToString());
        Assert.Contains(note, Assert.Single(parsed.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("heat flood city:durban -rural", "(heat OR flood) city:durban -rural")]
    [InlineData("city:durban year:2015..", "city:durban year:2015..")]
    [InlineData("heat (city:durban OR city:sao-paulo) near:1,2", "heat (city:durban OR city:\"sao paulo\") near:1,2,50")]
    public void What_filters_goes_on_filtering_where_any_of_the_words_will_do(string text, string understood) =>
        Assert.Equal(understood, QueryParser.Parse(text, WithFacets, MatchWords.Any).Query.ToString());

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
    public void Only_a_few_words_are_nearly_spelt_and_the_reader_told()
    {
        var parsed = QueryParser.Parse(string.Concat(Enumerable.Repeat("watter~ ", 10)), Fields);

        Assert.Equal(string.Concat(Enumerable.Repeat("watter~ ", 8)) + "watter watter", parsed.Query.ToString());
        Assert.Contains("Only 8 words", Assert.Single(parsed.Notes), StringComparison.Ordinal);
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
        string[] longer = ["title:", "city:", "durban", "year:", "2015", "..", "near:", "1,-2", "~1", "~0"];
        var random = new Random(3);
        for (var i = 0; i < 100_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ =>
                random.Next(4) == 0 ? longer[random.Next(longer.Length)] : pieces[random.Next(pieces.Length)].ToString()));
            AssertReadable(text);
        }
    }

    [Fact]
    public void A_printed_query_is_read_as_the_same()
    {
        var corpus = new RandomCorpus(9);
        var fields = new QueryFields(["title", "body", "note"], RandomCorpus.Schema.Facets, new LetterVocabulary().PathOf);
        for (var i = 0; i < 1000; i++)
        {
            var query = corpus.NextQuery(3);
            Assert.Equal(query.ToString(), QueryParser.Parse(query.ToString(), fields, maxLength: int.MaxValue).Query.ToString());
        }
    }

    private static void AssertReadable(string? text)
    {
        foreach (var match in Enum.GetValues<MatchWords>())
        {
            var understood = QueryParser.Parse(text, WithFacets, match).Query.ToString();
            Assert.Equal(understood, QueryParser.Parse(understood, WithFacets, maxLength: int.MaxValue).Query.ToString());
        }
    }
}
