using Practices.Indexer.Transactions;
using Practices.Tests.Search;
using Xunit;

namespace Practices.Tests.Indexer.Transactions;

public sealed class ContentLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ContentLogTests()
    {
        foreach (var what in new[] { "import", "announce", "withdraw" })
        {
            using var change = ContentTransaction.Begin(_folder.Path);
            ContentLog.Append(change, _folder.Path, new() { At = new(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(8)), By = "Desk", What = what, Award = "prize" });
            change.Commit();
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_line_follows_on_the_one_before()
    {
        var lines = ContentLog.Read(_folder.Path);
        Assert.All(lines, line => Assert.True(line.IsWhole));
        Assert.Equal(["import", "announce", "withdraw"], lines.Select(line => line.Entry!.What));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero), lines[0].Entry!.At);
        Assert.Equal(3, File.ReadAllText(_folder.File(ContentLog.FileName)).Count(c => c == '\n'));
    }

    [Fact]
    public void A_line_that_is_changed_or_taken_out_is_noticed()
    {
        var path = _folder.File(ContentLog.FileName);
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, [lines[0].Replace("Desk", "Nobody", StringComparison.Ordinal), .. lines[1..]]);
        Assert.Equal([true, false, true], ContentLog.Read(_folder.Path).Select(line => line.IsWhole));
        File.WriteAllLines(path, [lines[0], lines[2]]);
        Assert.Equal([true, false], ContentLog.Read(_folder.Path).Select(line => line.IsWhole));
        File.WriteAllLines(path, [lines[0], "nothing of ours"]);
        Assert.Equal([true, false], ContentLog.Read(_folder.Path).Select(line => line.IsWhole));
    }

    [Fact]
    public void A_change_that_does_not_happen_leaves_no_line()
    {
        using (var change = ContentTransaction.Begin(_folder.Path)) ContentLog.Append(change, _folder.Path, new() { At = DateTimeOffset.UtcNow, By = "Desk", What = "merge" });
        Assert.Equal(3, ContentLog.Read(_folder.Path).Length);
    }
}
