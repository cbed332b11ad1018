using System.Text;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import;
using Practices.Indexer.Import.Mappings;
using Practices.Indexer.Import.Sources;
using Practices.Tests.Indexer.Ingest;
using Xunit;

namespace Practices.Tests.Indexer.Import.Mappings;

public class MappingProposalTests
{
    private static readonly SourceRow[] Unknown =
    [
        OneRow.Row(("Número", "7"), ("Título", "Sombra para escuelas"), ("Resumen", "La ciudad planta árboles."), ("Où", "Durban"), ("C5", "Afrique du Sud"), ("C6", "ODS 11; ODS 13"), ("C7", "-29.86, 31.02"),
            ("C8", "https://a.org"), ("C9", "31/05/2018"), ("Correo", "a@b.org"), ("Largo", "Esto es un texto largo con muchas palabras sobre lo que se hizo."), ("C12", "42")),
        OneRow.Row(("Número", "8"), ("Título", "Huertas"), ("Resumen", "Las familias cultivan."), ("Où", "Rosario"), ("C5", "Argentine"), ("C6", "ODS 2"), ("C7", "-32.95, -60.66"),
            ("C8", "https://b.org"), ("C9", "01/02/2002"), ("Correo", "c@d.org"), ("Largo", "Este es otro texto largo con muchas palabras sobre lo que cambió."), ("C12", "17")),
    ];

    [Fact]
    public void A_proposal_is_a_mapping_that_takes_the_file_it_was_made_of()
    {
        var yaml = MappingProposal.Write(Unknown, "folder/entradas.xlsx", OneRecord.Vocabularies, "city-award");
        var mapping = OneRow.Mapping(yaml);
        var run = mapping.Begin(OneRow.Award, "2018");
        foreach (var row in Unknown)
        {
            var result = run.Apply(row);
            Assert.Empty(result.Problems);
            Assert.NotNull(result.Submission);
        }

        var first = mapping.Begin(OneRow.Award, "2018").Apply(Unknown[0]).Submission!;
        Assert.Equal(("7", "Sombra para escuelas"), (first.Key.ExternalId, first.Fields["title"]!.ToString()));
        Assert.Equal("""[{"city":"Durban","country":"ZA","lat":-29.86,"lon":31.02}]""", first.Fields["places"]!.ToJsonString());
        Assert.Equal("""[{"goal":11,"by":"award"},{"goal":13,"by":"award"}]""", first.Fields["sdgs"]!.ToJsonString());
        Assert.Equal("2018-05-31", first.Fields["period"]!["start"]!.ToString());
        Assert.Contains("Largo", first.Story, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_says_how_sure_it_is_and_what_was_left()
    {
        var yaml = MappingProposal.Write(Unknown, "entradas.xlsx", OneRecord.Vocabularies, award: null);
        Assert.Contains("title: \"Título\"  # sure of the heading\n", yaml, StringComparison.Ordinal);
        Assert.Contains("places.country: \"C5\"  # guessed: the values are countries\n", yaml, StringComparison.Ordinal);
        Assert.Contains("period.start: \"C9\"  # unsure", yaml, StringComparison.Ordinal);
        Assert.Contains("dates: day-first", yaml, StringComparison.Ordinal);
        Assert.EndsWith("ignore:\n  - \"C12\"\n", yaml, StringComparison.Ordinal);
        Assert.Contains("private:\n  - \"Correo\"\n", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("a@b.org", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_headings_and_values_give_a_mapping_that_can_be_read()
    {
        foreach (var heading in new[] { "\"", "\\", ": #", "- x", "{", "\u0007", "名", "'", "E-mail", "id", "%" })
        {
            var yaml = MappingProposal.Write([OneRow.Row((heading, "value"), ("Other", "a\nb"))], "x\ny.csv", OneRecord.Vocabularies, "a");
            Assert.DoesNotContain(OneRow.Read(yaml).Problems, problem => problem.Severity == Severity.Error);
        }
    }

    [SharedFact]
    public void The_export_of_climate_adapt_is_mostly_understood()
    {
        var batch = SourceReader.Read([SharedFactAttribute.File("real", "climate-adapt", "cases-export.csv")], new());
        var yaml = MappingProposal.Write(batch.Rows, "cases-export.csv", OneRecord.Vocabularies, award: null);
        OneRow.Mapping(yaml);
        Assert.Contains("title: \"Title\"", yaml, StringComparison.Ordinal);
        Assert.Contains("places.country: { from: \"Countries\", do: [split: \",\"] }", yaml, StringComparison.Ordinal);
        Assert.Contains("sources.url: \"About\"", yaml, StringComparison.Ordinal);
        Assert.Contains("private:\n  - \"Creator\"\n", yaml, StringComparison.Ordinal);
    }
}
