using Practices.Indexer.Transactions;
using Practices.Tests.Search;
using Xunit;

namespace Practices.Tests.Indexer.Transactions;

public sealed class ContentLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ContentLogTests()
    {
        foreach (var what in new[] { "import", "announce", "withdraw" }) Append(what);
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
    public void A_log_that_has_lost_its_end_or_whose_last_line_was_changed_is_noticed_also_after_the_next_change()
    {
        Assert.Null(ContentLog.WrongAtEnd(_folder.Path));
        var path = _folder.File(ContentLog.FileName);
        var lines = File.ReadAllLines(path);
        foreach (var shorter in new[] { lines[..2], lines[..1], [], [.. lines[..2], lines[2].Replace("Desk", "Nobody", StringComparison.Ordinal)] })
        {
            File.WriteAllLines(path, shorter);
            Assert.Contains("Put both files back", ContentLog.WrongAtEnd(_folder.Path), StringComparison.Ordinal);
        }

        File.Delete(path);
        Assert.NotNull(ContentLog.WrongAtEnd(_folder.Path));

        File.WriteAllLines(path, lines[..2]);
        Append("merge");
        Assert.Null(ContentLog.WrongAtEnd(_folder.Path));
        Assert.Equal([true, true, false], ContentLog.Read(_folder.Path).Select(line => line.IsWhole));
        Append("import");
        Assert.Equal([true, true, false, true], ContentLog.Read(_folder.Path).Select(line => line.IsWhole));
    }

    [Fact]
    public void A_log_without_the_file_of_its_end_is_told_and_goes_on()
    {
        File.Delete(_folder.File(ContentLog.HeadName));
        Assert.Contains(ContentLog.HeadName, ContentLog.WrongAtEnd(_folder.Path), StringComparison.Ordinal);
        Append("merge");
        Assert.Null(ContentLog.WrongAtEnd(_folder.Path));
        Assert.All(ContentLog.Read(_folder.Path), line => Assert.True(line.IsWhole));
    }

    [Fact]
    public void A_change_that_does_not_happen_leaves_no_line()
    {
        using (var change = ContentTransaction.Begin(_folder.Path)) ContentLog.Append(change, _folder.Path, new() { At = DateTimeOffset.UtcNow, By = "Desk", What = "merge" });
        Assert.Equal(3, ContentLog.Read(_folder.Path).Length);
    }

    private void Append(string what)
    {
        using var change = ContentTransaction.Begin(_folder.Path);
        ContentLog.Append(change, _folder.Path, new() { At = new(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(8)), By = "Desk", What = what, Award = "prize" });
        change.Commit();
    }
}
