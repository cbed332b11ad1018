using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import;
using Practices.Indexer.Import.Mappings;
using Practices.Indexer.Import.Sources;
using Practices.Tests.Indexer.Ingest;
using Xunit;

namespace Practices.Tests.Indexer.Import.Mappings;

public class RealMappingTests
{
    [SharedFact]
    public void Every_case_study_of_climate_adapt_is_taken_or_refused_for_a_reason()
    {
        var results = Import("climate-adapt.yaml", SharedFactAttribute.File("real", "climate-adapt", "cases-export.csv"));
        Assert.Equal(146, results.Length);
        var refused = results.Where(result => result.IsRefused).ToList();
        Assert.All(refused, result => Assert.Contains(result.Problems, problem => problem.Severity == Severity.Error && problem.Row > 0));

        // Those without a country, and those that the file holds twice.
        Assert.All(refused, result => Assert.Contains(result.Problems, problem => problem.Severity == Severity.Error && problem.Rule is "missing-key" or "place-incomplete" or "duplicate-external-id"));
        Assert.InRange(results.Count(result => result.Submission is not null), 120, 146);
        Assert.All(results.Where(result => result.Submission is not null), result => Assert.DoesNotContain("europa.eu domain", result.Submission!.Fields["summary"]!.ToString(), StringComparison.Ordinal));
    }

    [SharedFact]
    public void Of_the_pledges_of_the_net_zero_tracker_cities_are_taken_and_every_row_is_accounted_for()
    {
        var results = Import("net-zero-tracker.yaml", SharedFactAttribute.File("real", "net-zero-tracker", "snapshot_2022-12-20_13-07-14.xlsx"));
        Assert.Equal(4089, results.Length);
        Assert.Equal(4089 - 1177, results.Count(result => result.LeftOut is not null));
        var refused = results.Where(result => result.IsRefused).ToList();
        Assert.All(refused, result => Assert.Contains(result.Problems, problem => problem.Severity == Severity.Error && problem.Row == result.Row.Row));

        // The others say nothing of their pledge in words, so no summary can be made.
        Assert.All(refused, result => Assert.Contains("\"summary\" is missing", result.Problems.First(problem => problem.Severity == Severity.Error).Message, StringComparison.Ordinal));
        Assert.Equal(1177, refused.Count + results.Count(result => result.Submission is not null));
        Assert.True(refused.Count < 900, $"{refused.Count} cities are refused.");
    }

    [SharedFact]
    public void A_report_as_a_document_gives_its_eight_practices_with_their_goals()
    {
        using var folder = new TemporaryContent();
        var file = Path.Combine(folder.Root, "report.docx");
        WordDocument.Write(file, File.ReadAllText(SharedFactAttribute.File("seeds", "002-partnerships-and-innovation-sdg-cases.txt")));
        var results = Import("report.yaml", file);
        Assert.Equal(
            [
                "Odisha, IN: 8, 9", "Cape Town, ZA: 12, 13", "Quito, EC: 6, 7", "Saint-Louis, SN: 13, 14", "Rosario, AR: 5, 12", "Milan, IT: 5, 12", "Dar es Salaam, TZ: 4, 9", "Ahmedabad, IN: 1, 5, 13",
            ],
            results.Select(result => result.Submission is { } submission
                ? $"{submission.Fields["places"]![0]!["city"] ?? submission.Fields["places"]![0]!["area"]}, {submission.Fields["places"]![0]!["country"]}: {string.Join(", ", submission.Fields["sdgs"]!.AsArray().Select(sdg => sdg!["goal"]))}"
                : string.Join('\n', result.Problems)));
    }

    private static ImmutableArray<MappingResult> Import(string mappingFile, string file, string? cycle = null)
    {
        var (mapping, problems) = Mapping.Read(Path.Combine(Repository.Root, "Practices.Tests", "Indexer", "Import", "Mappings", "Real", mappingFile), OneRecord.Vocabularies);
        Assert.Empty(problems);
        var batch = SourceReader.Read([file], mapping!.Options);
        Assert.DoesNotContain(batch.Problems, problem => problem.Severity == Severity.Error);
        var run = mapping.Begin(new("collection", "A collection", RecordKind.Award, [], []), cycle);
        return [.. batch.Rows.Select(run.Apply)];
    }
}
