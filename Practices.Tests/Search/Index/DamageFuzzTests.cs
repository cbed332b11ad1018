using Practices.Search.Index;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Search.Index;

public sealed class DamageFuzzTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 300)]
    public void A_damaged_index_is_refused_with_the_remedy_or_answers_as_if_it_were_whole(int seed, int documents)
    {
        const int count = 600;
        var index = IndexBytes.Make(seed, documents);
        var damage = new Damage(new Random(seed));
        using var folder = new TemporaryFolder();
        var refused = 0;
        for (var i = 0; i < count; i++)
        {
            var files = index.Files;
            var done = damage.Do(files);
            IndexBytes.Put(files, folder.Path);
            try
            {
                Assert.True(index.State == IndexState.Of(folder.Path), done);
            }
            catch (IndexException refusal)
            {
                refused++;
                Assert.Contains(index.Files.Keys, name => refusal.Message.Contains(name, StringComparison.Ordinal));
                Assert.Contains("index again", refusal.Message, StringComparison.Ordinal);
            }
        }

        output.WriteLine($"seed {seed}: {count} damages tried, {refused} refused, {count - refused} without effect.");
        Assert.True(refused > count / 2);
    }

    [Fact]
    public async Task Damage_that_the_checksums_vouch_for_neither_kills_nor_hangs_the_process()
    {
        const int count = 600;
        using var reader = ChildProgram.Start(DamageRun.Verb, "3", $"{count}");
        var errors = reader.StandardError.ReadToEndAsync();
        var said = (await reader.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await reader.WaitForExitAsync();
        var outcomes = said.Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]).CountBy(outcome => outcome).OrderByDescending(pair => pair.Value);
        foreach (var (outcome, times) in outcomes) output.WriteLine($"{times} {outcome}");

        Assert.True(reader.ExitCode == 0, $"{said.LastOrDefault()} {await errors}");
        Assert.DoesNotContain(said, line => line.EndsWith(DamageRun.Hangs, StringComparison.Ordinal));
        Assert.Equal(count, said.Length);
    }
}
