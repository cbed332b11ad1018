using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Search.Index;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 50;

    [Fact]
    public async Task A_writer_killed_at_any_moment_leaves_the_old_or_the_new_index_whole()
    {
        using var folder = new TemporaryFolder();
        var killed = await KilledWriters.Run(EndlessWriter.Verb, folder.Path, Kills, () =>
        {
            var state = IndexState.Of(folder.Path);
            var stands = state == IndexState.None ? 0 : int.Parse(state.AsSpan(0, state.IndexOf('\n', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
            Assert.Equal(stands == 0 ? IndexState.None : Expected(stands), state);
            return stands;
        });
        output.WriteLine($"seed {killed.Seed}: {killed.Kills} writers killed, {killed.Inside} of them while they wrote: {killed.AsNew} had swapped the new index in, {killed.Inside - killed.AsNew} left the old one. {killed.Stands} indexes were written.");
    }

    private static string Expected(int number)
    {
        using var folder = new TemporaryFolder();
        EndlessWriter.Write(folder.Path, number);
        return IndexState.Of(folder.Path);
    }
}
