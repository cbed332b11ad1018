using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Search.Index;

public sealed class KillTests(ITestOutputHelper output)
{
    // Fewer or more where somebody asks for it.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("PRACTICES_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : 50;

    [Fact]
    public async Task A_writer_killed_at_any_moment_leaves_the_old_or_the_new_index_whole()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        var (stands, inside, asNew) = (0, 0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var (begun, ended) = await WriteUntilKilled(folder.Path, stands + 1, random.Next(8), TimeSpan.FromMilliseconds(random.Next(30)));
            var because = $"seed {seed}, kill {kill}: {begun} was begun, {ended} was there";
            Assert.True(begun >= ended, because);
            var state = IndexState.Of(folder.Path);
            stands = state == IndexState.None ? 0 : int.Parse(state.AsSpan(0, state.IndexOf('\n', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
            Assert.True(stands == begun || stands == ended, $"{because}, {stands} is found");
            Assert.True(state == (stands == 0 ? IndexState.None : Expected(stands)), because);
            if (begun == ended) continue;
            inside++;
            if (stands == begun) asNew++;
        }

        output.WriteLine($"{Kills} writers killed, {inside} of them while they wrote: {asNew} had swapped the new index in, {inside - asNew} left the old one. {stands} indexes were written.");
    }

    // Kills some time after so many lines were read. Returns the number of the state that was begun last, and of the one that was last said to stand.
    private static async Task<(int Begun, int Ended)> WriteUntilKilled(string folder, int first, int lines, TimeSpan delay)
    {
        using var writer = ChildProgram.Start(EndlessWriter.Verb, folder, first.ToString(CultureInfo.InvariantCulture));
        var errors = writer.StandardError.ReadToEndAsync();
        var (begun, ended) = (first - 1, first - 1);
        Task? kill = null;
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            var number = int.Parse(line.AsSpan(EndlessWriter.Begins.Length), CultureInfo.InvariantCulture);
            if (line.StartsWith(EndlessWriter.Begins, StringComparison.Ordinal)) begun = number;
            else ended = number;
            if (lines-- == 0) kill = Task.Delay(delay).ContinueWith(_ => writer.Kill(), TaskScheduler.Default);
        }

        Assert.Equal("", await errors);
        await (kill ?? Task.CompletedTask);
        await writer.WaitForExitAsync();
        return (begun, ended);
    }

    private static string Expected(int number)
    {
        using var folder = new TemporaryFolder();
        EndlessWriter.Write(folder.Path, number);
        return IndexState.Of(folder.Path);
    }
}
