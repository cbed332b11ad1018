using Practices.Search.Analysis;
using Xunit;

namespace Practices.Tests.Search.Analysis;

public class AnalyzerTests
{
    [Theory]
    [InlineData("São Paulo", "sao paulo")]
    [InlineData("SAO PAULO", "sao paulo")]
    [InlineData("Sa\u0303o Paulo", "sao paulo")]
    [InlineData("Łódź Århus Đà Nẵng", "lodz arhus da nang")]
    [InlineData("Straße STRASSE", "strasse strasse")]
    [InlineData("Ærø œuvre", "aero oeuvre")]
    [InlineData("İstanbul Iğdır", "istanbul igdir")]
    [InlineData("Αθήνα ΑΘΗΝΑΣ αθηνας", "αθηνα αθηνασ αθηνασ")]
    [InlineData("ᾠδή", "ωδη")]
    [InlineData("Ёлка ЁЛКА елка", "елка елка елка")]
    [InlineData("йод", "йод")]
    [InlineData("أُمّ إلى آب ٱسم", "ام الي اب اسم")]
    [InlineData("مَدِينَة", "مدينه")]
    [InlineData("بـــيت", "بيت")]
    [InlineData("２０３０ ＳＤＧ", "2030 sdg")]
    [InlineData("٢٠٣٠ ۲۰۳۰ २०३०", "2030 2030 2030")]
    [InlineData("CO₂ m²", "co2 m2")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("col·lectiu", "collectiu")]
    [InlineData("न्यायिक", "न्यायिक")]
    public void Spellings_that_differ_by_case_accent_or_width_are_one(string text, string terms) => Assert.Equal(terms, string.Join(' ', Terms("sw", text)));

    [Theory]
    [InlineData("en", "The cities' cooled roofs", "the citi cool roof")]
    [InlineData("en-GB", "cities", "citi")]
    [InlineData("fr", "L’eau d'aujourd'hui", "eau aujourd'hui")]
    [InlineData("de", "Städte", "stadt")]
    [InlineData("", "cities", "cities")]
    [InlineData("tlh", "cities", "cities")]
    public void The_language_picks_the_analyzer(string language, string text, string terms) => Assert.Equal(terms, string.Join(' ', Terms(language, text)));

    [Fact]
    public void Stop_words_are_marked_and_keep_their_positions()
    {
        var marked = new List<string>();
        foreach (var token in Analyzers.For("en").Analyze("The heat of the city"))
        {
            if (!token.IsStopWord) marked.Add($"{token.Term}@{token.Span.Position}");
        }

        Assert.Equal(["heat@1", "citi@4"], marked);
    }

    [Fact]
    public void Offsets_are_into_the_original_text()
    {
        const string text = "«Straße» – São Paulo’s";
        var spans = new List<string>();
        foreach (var token in Analyzers.For("en").Analyze(text)) spans.Add(text[token.Span.Start..token.Span.End]);

        Assert.Equal(["Straße", "São", "Paulo’s"], spans);
    }

    [Fact]
    public void The_beginning_of_a_word_is_folded_and_not_stemmed() => Assert.Equal("citie", Analyzers.For("en").Prefix("Citie"));

    private static List<string> Terms(string language, string text)
    {
        var terms = new List<string>();
        foreach (var token in Analyzers.For(language).Analyze(text)) terms.Add(token.Term.ToString());
        return terms;
    }
}
