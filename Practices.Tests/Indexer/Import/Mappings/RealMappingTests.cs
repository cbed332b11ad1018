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
