using Practices.Search.Index;
using Practices.Search.Storage;
using Xunit;

namespace Practices.Tests.Search.Index;

/// <summary>The only two indexes that may be found after a scenario, however it went; and what must be possible then.</summary>
internal sealed record ScenarioEnds(string Old, string New)
{
    private static readonly Lazy<string> AfterNext = new(() =>
    {
        using var folder = new TemporaryFolder();
        WriteScenario.Next(folder.Path, new PowerCutFiles(folder.Path));
        return IndexState.Of(folder.Path);
    });

    /// <summary>Runs a scenario on a disk that does not fail.</summary>
    public static ScenarioEnds Of(WriteScenario scenario)
    {
        using var folder = new TemporaryFolder();
        var files = new PowerCutFiles(folder.Path);
        scenario.Prepare(folder.Path, files);
        var old = IndexState.Of(folder.Path);
        scenario.Write(folder.Path, new PowerCutFiles(folder.Path));
        return new(old, IndexState.Of(folder.Path));
    }

    /// <summary>What failed leaves nothing in the way of the next writer, who clears it up.</summary>
    public static void AssertNextWriteSucceeds(string folder, string because)
    {
        WriteScenario.Next(folder, new PowerCutFiles(folder));
        Assert.True(IndexState.Of(folder) == AfterNext.Value, because);
        var named = IndexSnapshot.ReadManifest(folder).Segments.SelectMany(segment => segment.AllFiles).Select(file => file.Name).Concat([Manifest.FileName, WriteLock.FileName]);
        Assert.True(Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).ToHashSet().SetEquals(named), $"{because}: files are left");
    }
}
