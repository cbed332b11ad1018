using Practices.Indexer.Transactions;
using Practices.Search.Storage;
using Practices.Tests.Search;
using Practices.Tests.Search.Index;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Indexer.Transactions;

public sealed class ContentTransactionTests(ITestOutputHelper output) : IDisposable
{
    private const int Few = 6;
    private const int Kills = 30;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_change_lands_whole_and_leaves_nothing_beside_it()
    {
        EndlessChanges.Change(_folder.Path, 1, DiskFiles.Instance);
        EndlessChanges.Change(_folder.Path, 2, DiskFiles.Instance);
        Assert.Equal(2, EndlessChanges.StateOf(_folder.Path));
        Assert.Equal([".gitignore", "apply.lock", "write.lock"], Directory.EnumerateFiles(_folder.File(".change")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_committed_has_never_been()
    {
        EndlessChanges.Change(_folder.Path, 1, DiskFiles.Instance);
        using (var change = ContentTransaction.Begin(_folder.Path))
            change.Write("practices/d001.md", null, "half a thought"u8);
        Assert.Equal(1, EndlessChanges.StateOf(_folder.Path));
    }

    [Fact]
    public void What_is_left_as_it_is_stays_whatever_was_said_before()
    {
        using (var change = ContentTransaction.Begin(_folder.Path))
        {
            change.Write("a.txt", null, "a"u8);
            change.Write("b.txt", null, "b"u8);
            change.Leave("a.txt");
            change.Commit();
        }

        Assert.False(File.Exists(_folder.File("a.txt")));
        Assert.Equal("b", File.ReadAllText(_folder.File("b.txt")));
    }

    [Fact]
    public void Two_cannot_change_the_content_at_once()
    {
        using var first = ContentTransaction.Begin(_folder.Path);
        var refused = Assert.Throws<ContentBusyException>(() => ContentTransaction.Begin(_folder.Path));
        Assert.Contains("try again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_somebody_changed_meanwhile_stops_the_change()
    {
        EndlessChanges.Change(_folder.Path, 1, DiskFiles.Instance);
        using (var change = ContentTransaction.Begin(_folder.Path))
        {
            change.Write("practices/d000.md", File.ReadAllBytes(_folder.File("practices/d000.md")), "new"u8);
            change.Write("practices/other.md", null, "new"u8);
            File.WriteAllText(_folder.File("practices/d000.md"), "an editor's");
            Assert.Contains("d000.md", Assert.Throws<ContentBusyException>(change.Commit).Message, StringComparison.Ordinal);
        }

        Assert.Equal("an editor's", File.ReadAllText(_folder.File("practices/d000.md")));
        Assert.False(File.Exists(_folder.File("practices/other.md")));
    }

    [Theory]
    [InlineData("../outside.md")]
    [InlineData("/etc/outside.md")]
    [InlineData("practices/../../outside.md")]
    public void No_change_leads_out_of_the_folder(string name)
    {
        using var change = ContentTransaction.Begin(_folder.Path);
        Assert.Throws<ArgumentException>(() => change.Write(name, null, "x"u8));
    }

    [Fact]
    public void Whatever_operation_fails_the_old_or_the_new_state_stands_whole()
    {
        var tried = 0;
        foreach (var (tears, failsForGood) in new[] { (false, false), (true, true) })
        {
            var isNew = false;
            for (var failing = 1; ; failing++)
            {
                using var folder = new TemporaryFolder();
                EndlessChanges.Change(folder.Path, 1, DiskFiles.Instance, Few);
                var faults = new FaultyFiles(DiskFiles.Instance, failing, tears, failsForGood);
                var isReported = true;
                try
                {
                    EndlessChanges.Change(folder.Path, 2, faults, Few);
                }
                catch (IOException)
                {
                    isReported = false;
                }

                tried++;
                var state = EndlessChanges.StateOf(folder.Path, Few);
                Assert.True(isReported ? state == 2 : state is 1 or 2, $"operation {failing}: state {state}");
                Assert.True(state == 2 || !isNew, $"operation {failing}: a later failure brings the old state back");
                isNew = state == 2;
                EndlessChanges.Change(folder.Path, state + 1, DiskFiles.Instance, Few);
                Assert.Equal(state + 1, EndlessChanges.StateOf(folder.Path, Few));
                if (faults.Operations < failing) break;
            }

            Assert.True(isNew);
        }

        output.WriteLine($"{tried} failures tried.");
    }

    [Fact]
    public void Wherever_the_disk_is_full_the_old_or_the_new_state_stands_whole()
    {
        var stood = new HashSet<int>();
        for (var room = 0; room < 4000; room += 61)
        {
            using var folder = new TemporaryFolder();
            EndlessChanges.Change(folder.Path, 1, DiskFiles.Instance, Few);
            try
            {
                EndlessChanges.Change(folder.Path, 2, new FullDisk(DiskFiles.Instance, room), Few);
            }
            catch (IOException)
            {
                // The state tells.
            }

            stood.Add(EndlessChanges.StateOf(folder.Path, Few));
        }

        Assert.Equal([1, 2], stood.Order());
    }

    [Fact]
    public void Nothing_that_was_written_between_a_crash_and_its_mending_is_lost()
    {
        EndlessChanges.Change(_folder.Path, 1, DiskFiles.Instance, Few);

        // Dies at the first file after the decision.
        var operations = new FaultyFiles(DiskFiles.Instance, int.MaxValue, tears: false, failsForGood: false);
        EndlessChanges.Change(_folder.Path, 2, operations, Few);
        for (var failing = 1; !File.Exists(_folder.File(".change/journal")); failing++)
            Assert.Throws<IOException>(() => EndlessChanges.Change(_folder.Path, 3, new FaultyFiles(DiskFiles.Instance, failing, tears: false, failsForGood: true), Few));
        File.WriteAllText(_folder.File("practices/d000.md"), "an editor's");

        using (ContentReading.Begin(_folder.Path)) Assert.StartsWith("state 3", File.ReadAllText(_folder.File("practices/d000.md")), StringComparison.Ordinal);
        Assert.Equal("an editor's", File.ReadAllText(_folder.File("practices/d000.md.saved")));
    }

    [Fact]
    public void A_damaged_journal_is_told_and_not_carried_out()
    {
        Directory.CreateDirectory(_folder.File(".change"));
        File.WriteAllText(_folder.File(".change/journal"), new string('x', 100));
        Assert.Contains("damaged", Assert.Throws<IOException>(() => ContentReading.Begin(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_while_it_changes_sees_one_state_or_the_next()
    {
        EndlessChanges.Change(_folder.Path, 1, DiskFiles.Instance);
        var seen = new HashSet<int>();
        var writing = Task.Run(() =>
        {
            for (var number = 2; number <= 40; number++) EndlessChanges.Change(_folder.Path, number, DiskFiles.Instance);
        });
        do seen.Add(EndlessChanges.StateOf(_folder.Path));
        while (!writing.IsCompleted);
        await writing;
        Assert.Equal(40, EndlessChanges.StateOf(_folder.Path));
        Assert.True(seen.Count > 1);
        output.WriteLine($"{seen.Count} of 40 states were seen.");
    }

    [Fact]
    public async Task A_writer_killed_at_any_moment_leaves_the_old_or_the_new_content_whole()
    {
        var mended = 0;
        var killed = await KilledWriters.Run(EndlessChanges.Verb, _folder.Path, Kills, () =>
        {
            if (File.Exists(_folder.File(".change/journal"))) mended++;
            return EndlessChanges.StateOf(_folder.Path);
        });
        output.WriteLine($"seed {killed.Seed}: {killed.Kills} writers killed, {killed.Inside} of them while they wrote; {killed.AsNew} of these had decided, {mended} changes were completed by the reader. {killed.Stands} states were made.");
    }
}
