using System.Text;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;
using Xunit;

namespace Practices.Tests.Indexer.Vocabularies;

public sealed class VocabularyTests
{
    private const string Cities = """
        scheme: cities
        label: { en: Cities, fr: Villes }
        concepts:
        - id: sao-paulo
          label: { en: São Paulo, ru: Сан-Паулу }
          alt: { en: [Sampa] }
          broader: BR
          lat: -23.5
          groups: [a, b]
          title: { en: Big, fr: Grand }
        - id: santiago
          label: { en: Santiago }
          broader: CL
        - id: santiago-cuba
          label: { en: Santiago }
          broader: CU
        """;

    [Theory]
    [InlineData("sao-paulo")]
    [InlineData("SAO PAULO")]
    [InlineData("São Paulo")]
    [InlineData("Sa\u0303o Paulo")]
    [InlineData("sampa")]
    [InlineData("сан-паулу")]
    public void A_concept_is_known_by_any_of_its_names(string name) => Assert.Equal("sao-paulo", Read(Cities).Vocabulary!.Match(name)?.Id);

    [Fact]
    public void Namesakes_are_all_found_and_the_id_comes_first() =>
        Assert.Equal(["santiago", "santiago-cuba"], Read(Cities).Vocabulary!.Matches("Santiago").Select(concept => concept.Id));

    [Theory]
    [InlineData("sao-paolo", "sao-paulo")]
    [InlineData("santaigo", "santiago")]
    [InlineData("kinshasa", null)]
    public void A_slip_of_the_keyboard_finds_what_was_meant(string name, string? id) => Assert.Equal(id, Read(Cities).Vocabulary!.Closest(name)?.Id);

    [Fact]
    public void What_else_is_said_of_a_concept_is_kept()
    {
        var city = Read(Cities).Vocabulary!.Find("sao-paulo")!;
        Assert.Equal("BR", city.Broader);
        Assert.Equal(new Dictionary<string, string> { ["groups"] = "a, b", ["lat"] = "-23.5", ["title"] = "Big", ["title.fr"] = "Grand" }, city.Properties);
    }

    [Theory]
    [InlineData("scheme: x\nconcepts: []", "scheme-name", 1, 9)]
    [InlineData("scheme: cities\nconcept: []", "unknown-key", 2, 1)]
    [InlineData("concepts:\n- id: a\n  label: { fr: x }", "missing-label", 2, 3)]
    [InlineData("concepts:\n- label: { en: x }", "missing-key", 2, 3)]
    [InlineData("concepts:\n- { id: a, label: { en: x } }\n- { id: a, label: { en: y } }", "duplicate-id", 3, 3)]
    [InlineData("concepts:\n- { id: a, label: x }", "wrong-shape", 2, 19)]
    public void A_mistake_is_named_with_its_place(string text, string rule, int line, int column)
    {
        var (vocabulary, problems) = Read(text);
        Assert.Null(vocabulary);
        Assert.Contains(problems, problem => (problem.Rule, problem.Line, problem.Column) == (rule, line, column));
    }

    [Theory]
    [InlineData("Ærøskøbing", "aeroskobing")]
    [InlineData("L'Hospitalet—de  Llobregat", "l hospitalet de llobregat")]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("GROẞE Straße", "grosse strasse")]
    [InlineData("上海", "上海")]
    [InlineData("القاهرة", "القاهرة")]
    [InlineData("", "")]
    public void Folding_takes_away_case_and_accents(string name, string folded) => Assert.Equal(folded, NameFolding.Fold(name));

    private static (Vocabulary? Vocabulary, Diagnostic[] Problems) Read(string text)
    {
        var problems = new FileDiagnostics("vocabularies/cities.yaml");
        return (VocabularyReader.Read(Encoding.UTF8.GetBytes(text), "cities", problems)?.Vocabulary, [.. problems.All]);
    }
}
