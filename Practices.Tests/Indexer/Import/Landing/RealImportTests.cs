using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Import.Mappings;
using Practices.Indexer.Import.Sources;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;
using Xunit;

namespace Practices.Tests.Indexer.Import.Landing;

/// <summary>Files that others made, from their first byte to the content files, twice.</summary>
public sealed class RealImportTests : IDisposable
{
    private readonly Submissions _prize = new();

    public void Dispose() => _prize.Dispose();

    [SharedFact]
    public void The_case_studies_of_climate_adapt_land_and_a_second_import_changes_no_byte() =>
        LandsOnce("climate-adapt.yaml", SharedFactAttribute.File("real", "climate-adapt", "cases-export.csv"), added: 142, leftOut: 0, refused: 4);

    [SharedFact]
    public void The_pledges_of_cities_in_the_net_zero_tracker_land_and_a_second_import_changes_no_byte() =>
        LandsOnce("net-zero-tracker.yaml", SharedFactAttribute.File("real", "net-zero-tracker", "snapshot_2022-12-20_13-07-14.xlsx"), added: 382, leftOut: 2912, refused: 795);

    private void LandsOnce(string mapping, string file, int added, int leftOut, int refused)
    {
        var vocabularies = VocabularyShelf.ReadSet(_prize.Root);
        var first = Import(mapping, file, vocabularies);
        AssertAccounted(first, (ImportOutcome.Added, added), (ImportOutcome.LeftOut, leftOut), (ImportOutcome.Refused, refused));
        var landed = _prize.Files();
        var written = first.Rows.Where(row => row.Outcome == ImportOutcome.Added).Select(row => row.File!).ToList();
        Assert.Equal(written.Count, written.Distinct(StringComparer.Ordinal).Count());
        Assert.All(written, name => Assert.True(landed.ContainsKey(name), name));

        var content = new ContentReader(_prize.Root).Read();
        Assert.DoesNotContain(content.Diagnostics, problem => problem.Severity == Severity.Error);
        Assert.Equal(added, content.Practices.Count(practice => practice.Status == PublicationStatus.Staged));

        var second = Import(mapping, file, vocabularies);
        AssertAccounted(second, (ImportOutcome.Unchanged, added), (ImportOutcome.LeftOut, leftOut), (ImportOutcome.Refused, refused));
        Assert.Empty(second.Missing);
        Assert.Equal(landed, _prize.Files());
    }

    // Every row of the file once, with a reason where it is not there.
    private static void AssertAccounted(ImportReport report, params (ImportOutcome Outcome, int Count)[] expected)
    {
        Assert.Equal(expected.Where(one => one.Count > 0), report.Rows.CountBy(row => row.Outcome).Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal(report.Rows.Length, report.Rows.Select(row => row.Source).Distinct().Count());
        var errors = report.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => new RowPlace(problem.File, problem.Sheet, problem.Row)).ToHashSet();
        foreach (var row in report.Rows)
        {
            if (row.Outcome == ImportOutcome.LeftOut) Assert.NotEmpty(row.Reason ?? "");
            Assert.Equal(row.Outcome == ImportOutcome.Refused, errors.Contains(row.Source));
        }
    }

    private ImportReport Import(string mappingFile, string file, VocabularySet vocabularies)
    {
        var (mapping, problems) = Mapping.Read(Path.Combine(Repository.Root, "Practices.Tests", "Indexer", "Import", "Mappings", "Real", mappingFile), vocabularies);
        Assert.Empty(problems);
        var run = mapping!.Begin(Programme.Read(_prize.Root, Submissions.Award, vocabularies)!, Submissions.Cycle);
        return ImportRun.Run(_prize.Root, Submissions.Award, SourceReader.Stream([file], mapping.Options).Where(item => item.Row is not null).Select(item => run.Apply(item.Row!)), vocabularies, new());
    }
}
