using Practices.Search.Index;
using Practices.Search.Storage;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Search.Index;

public sealed class WriteFailureTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(WriteScenario.Names), MemberType = typeof(WriteScenario))]
    public void Whatever_operation_fails_the_old_or_the_new_index_stands_whole(string name)
    {
        var scenario = WriteScenario.Of(name);
        var ends = ScenarioEnds.Of(scenario);
        var tried = 0;
        foreach (var (tears, failsForGood) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var isNew = false;
            for (var failing = 1; ; failing++)
            {
                var faults = default(FaultyFiles);
                var state = Try(scenario, files => faults = new(files, failing, tears, failsForGood), FaultyFiles.Problem, ends);
                tried++;

                // Once the new index stands, no later failure brings the old one back.
                Assert.True(state == ends.New || !isNew);
                isNew = state == ends.New;
                if (faults!.Operations < failing) break;
            }

            Assert.True(isNew);
        }

        output.WriteLine($"{name}: {tried} failures tried.");
    }

    [Theory]
    [MemberData(nameof(WriteScenario.Names), MemberType = typeof(WriteScenario))]
    public void Wherever_the_disk_is_full_the_old_or_the_new_index_stands_whole(string name)
    {
        const int steps = 60;
        var scenario = WriteScenario.Of(name);
        var ends = ScenarioEnds.Of(scenario);
        var disk = default(FullDisk);
        Assert.Equal(ends.New, Try(scenario, files => disk = new(files, long.MaxValue), FullDisk.Problem, ends));

        var needed = disk!.Used;
        for (var step = 0; step < steps; step++) Assert.Equal(ends.Old, Try(scenario, files => new FullDisk(files, needed * step / steps), FullDisk.Problem, ends));
        Assert.Equal(ends.Old, Try(scenario, files => new FullDisk(files, needed - 1), FullDisk.Problem, ends));
        Assert.Equal(ends.New, Try(scenario, files => new FullDisk(files, needed), FullDisk.Problem, ends));
        output.WriteLine($"{name}: {steps + 2} sizes of the disk tried, up to {needed} bytes.");
    }

    [Fact]
    public void A_crash_that_leaves_files_of_the_next_generation_is_no_trouble()
    {
        using var folder = new TemporaryFolder();
        IndexWriter.Write(folder.Path, SmallCorpus.Schema, SmallCorpus.Documents.Take(5), "old");
        var old = IndexState.Of(folder.Path);
        File.WriteAllText(folder.File("segment-2.index"), "half a file");
        File.WriteAllText(folder.File("manifest.json.next"), "half a manifest");

        Assert.Equal(old, IndexState.Of(folder.Path));
        IndexWriter.Write(folder.Path, SmallCorpus.Schema, SmallCorpus.Documents, "new");

        Assert.StartsWith("new", IndexState.Of(folder.Path), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("segment-2.index")));
        Assert.False(File.Exists(folder.File("manifest.json.next")));
    }

    // Lets a scenario run with a disk that fails; returns what the folder holds then.
    private static string Try(WriteScenario scenario, Func<IFileOperations, IFileOperations> faults, string problem, ScenarioEnds ends)
    {
        using var folder = new TemporaryFolder();
        scenario.Prepare(folder.Path, new PowerCutFiles(folder.Path));
        var isReported = false;
        try
        {
            scenario.Write(folder.Path, faults(new PowerCutFiles(folder.Path)));
            isReported = true;
        }
        catch (IndexException refusal)
        {
            Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
            Assert.Contains("index again", refusal.Message, StringComparison.Ordinal);
        }

        var state = IndexState.Of(folder.Path);
        Assert.True(isReported ? state == ends.New : state == ends.Old || state == ends.New, scenario.Name);
        ScenarioEnds.AssertNextWriteSucceeds(folder.Path, scenario.Name);
        return state;
    }
}
