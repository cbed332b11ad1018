using System.Security.Cryptography;
using Practices.Search.Index;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Search.Index;

public sealed class PowerCutTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(WriteScenario.Names), MemberType = typeof(WriteScenario))]
    public void Whenever_the_power_goes_the_disk_holds_the_old_or_the_new_index_whole(string name)
    {
        var scenario = WriteScenario.Of(name);
        var ends = ScenarioEnds.Of(scenario);
        var seen = new HashSet<string>();
        var found = new Dictionary<string, int> { [ends.Old] = 0, [ends.New] = 0 };
        for (var operations = 0; ; operations++)
        {
            using var folder = new TemporaryFolder();
            scenario.Prepare(folder.Path, new PowerCutFiles(folder.Path));
            var files = new PowerCutFiles(folder.Path, operations);
            var isReported = Succeeds(() => scenario.Write(folder.Path, files));
            Assert.True(isReported || files.IsCut);
            foreach (var state in files.States().Where(state => seen.Add($"{isReported} {DigestOf(state)}")))
            {
                using var after = new TemporaryFolder();
                foreach (var (file, bytes) in state) File.WriteAllBytes(after.File(file), bytes);
                var because = $"{name}, cut after {operations} operations: {string.Join(", ", state.Select(file => $"{file.Key} of {file.Value.Length} bytes"))}";
                var index = IndexState.Of(after.Path);

                // What was reported as done must stay.
                Assert.True(isReported ? index == ends.New : found.ContainsKey(index), because);
                found[index]++;
                ScenarioEnds.AssertNextWriteSucceeds(after.Path, because);
            }

            if (!files.IsCut) break;
        }

        Assert.All(found.Values, count => Assert.NotEqual(0, count));
        output.WriteLine($"{name}: {seen.Count} states of the disk, of which {found[ends.Old]} hold the old index and {found[ends.New]} the new one.");
    }

    private static bool Succeeds(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (IndexException)
        {
            return false;
        }
    }

    private static string DigestOf(Dictionary<string, byte[]> state) =>
        string.Join(' ', state.Select(file => file.Key + Convert.ToHexString(SHA256.HashData(file.Value).AsSpan(0, 8))));
}
