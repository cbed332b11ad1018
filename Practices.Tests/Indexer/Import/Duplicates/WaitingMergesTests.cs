using Practices.Indexer.Import.Announcing;
using Practices.Indexer.Import.Duplicates;
using Practices.Indexer.Indexing;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;
using Practices.Tests.Indexer.Import.Landing;
using Xunit;
using static Practices.Tests.Indexer.Import.Landing.Submissions;

namespace Practices.Tests.Indexer.Import.Duplicates;

public sealed class WaitingMergesTests : IDisposable
{
    private const string Kept = "durban-water";
    private const string Other = "pipes-for-all-durban";

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Announced = Now.AddDays(1);

    private readonly Submissions _prize = new();

    public WaitingMergesTests()
    {
        _prize.Import(Row("1", "Pipes for all"));
        _prize.Content.WithPractice(Kept, "Durban's water");
        Assert.Equal(MergeResult.Waits, MergeRun.Run(_prize.Root, Kept, Other, isDryRun: false, "Night desk", Now).Result);
    }

    public void Dispose() => _prize.Dispose();

    [Fact]
    public void A_merge_that_waited_is_completed_when_the_announcement_has_passed_and_not_before()
    {
        Announce();
        var before = _prize.Files();
        Assert.Empty(WaitingMerges.Complete(_prize.Root, Announced.AddSeconds(-1)));
        Assert.Equal(before, _prize.Files());

        Assert.Equal((MergeResult.Merged, Kept, Other), Assert.Single(WaitingMerges.Complete(_prize.Root, Announced)) is var merge ? (merge.Result, merge.Kept, merge.Other) : default);
        Assert.Equal(Kept, Assert.Single(new ContentReader(_prize.Root).Read().Practices, record => record.FormerIds.Contains(Other)).Id);
        Assert.Equal("Night desk", ContentLog.Read(_prize.Root)[^1].Entry!.By);
        Assert.Equal([Other], ContentLog.Read(_prize.Root)[^1].Entry!.Records!["merged"].AsEnumerable());
        Assert.Empty(WaitingMerges.Complete(_prize.Root, Announced));
    }

    [Fact]
    public void What_was_withdrawn_before_its_moment_waits_on()
    {
        Announce();
        CycleStage.Withdraw(_prize.Root, Award, Cycle, "A protest.", VocabularyShelf.ReadSet(_prize.Root), isDryRun: false, "Desk", Now);
        var before = _prize.Files();
        Assert.Empty(WaitingMerges.Complete(_prize.Root, Announced.AddDays(1)));
        Assert.Equal(before, _prize.Files());
    }

    [Fact]
    public void Where_the_kept_record_is_not_public_any_more_the_other_stays()
    {
        Announce();
        _prize.Edit($"practices/{Kept}.md", "status: published", "status: withdrawn");
        Assert.Empty(WaitingMerges.Complete(_prize.Root, Announced));
        using var library = new PracticeLibrary(_prize.Root, _prize.Content.Index);
        library.Refresh();
        Assert.Null(library.Current.Find(Kept));
    }

    [Fact]
    public void One_that_cannot_be_merged_says_why_and_waits_on()
    {
        Announce();
        _prize.Edit($"{Folder}{Other}.md", "They began.", "They began with [pipes].\n\n[pipes]: https://records.test/a");
        _prize.Edit($"practices/{Kept}.md", "They began.", "They began with [pipes].\n\n[pipes]: https://records.test/b");
        var refused = Assert.Single(WaitingMerges.Complete(_prize.Root, Announced));
        Assert.Equal(MergeResult.Refused, refused.Result);
        Assert.Contains("[pipes]", refused.Message, StringComparison.Ordinal);
        Assert.Contains("merged-into", _prize.Text($"{Folder}{Other}.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_that_wait_to_be_merged_into_one_are_not_offered_as_duplicates()
    {
        _prize.Import(Row("1", "Pipes for all"), Row("2", "Pipes for everybody"));
        IEnumerable<(string, string)> Pairs() => DuplicateFinder.Find(new ContentReader(_prize.Root).Read().Practices, VocabularyShelf.ReadSet(_prize.Root)).Select(pair => (pair.First.Id, pair.Second.Id));
        Assert.Contains((Other, "pipes-for-everybody-durban"), Pairs());
        MergeRun.Run(_prize.Root, Kept, "pipes-for-everybody-durban", isDryRun: false, "Desk", Now);
        Assert.DoesNotContain((Other, "pipes-for-everybody-durban"), Pairs());
    }

    private void Announce() => CycleStage.Announce(_prize.Root, Award, Cycle, Announced, VocabularyShelf.ReadSet(_prize.Root), isDryRun: false, "Desk", Now);
}
