using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Import.Announcing;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;
using Practices.Tests.Indexer.Import.Landing;
using Xunit;
using static Practices.Tests.Indexer.Import.Landing.Submissions;

namespace Practices.Tests.Indexer.Import.Announcing;

public sealed class CycleStageTests : IDisposable
{
    private const string Water = Folder + "pipes-for-all-durban.md";

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset At = new(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly Submissions _prize = new();

    public CycleStageTests() => _prize.Import(Row("1", "Pipes for all"), Row("2", "Trees along streets", fields => fields["recognition"]![0]!["outcome"] = "winner"));

    public void Dispose() => _prize.Dispose();

    [Fact]
    public void All_staged_records_of_a_cycle_are_published_with_an_embargo_until_the_moment()
    {
        var report = Announce();
        Assert.Equal(2, report.Count(StageChange.RecordAppears));
        Assert.Equal([("finalist", 1), ("winner", 1)], report.ByOutcome().Select(pair => (pair.Key, pair.Value)));
        Assert.All(Records(), record =>
        {
            Assert.Equal((PublicationStatus.Published, At), (record.Status, record.PublishAt!.Value));
            Assert.Equal((At, null), (record.Recognition[0].AnnouncedAt!.Value, record.Recognition[0].Staged));
            Assert.Equal(new DateOnly(2026, 12, 1), record.Added);
        });
        Assert.Equal("2026-12-01T10:00+08:00", ContentLog.Read(_prize.Root)[^1].Entry!.From);
    }

    [Fact]
    public void A_dry_run_lists_and_counts_and_writes_nothing()
    {
        var before = _prize.Files();
        var report = Announce(isDryRun: true);
        Assert.Equal(["Pipes for all", "Trees along streets"], report.Records.Select(record => record.Title));
        Assert.Equal(before, _prize.Files());
    }

    [Fact]
    public void Of_a_record_that_is_public_already_only_the_recognition_waits()
    {
        _prize.Edit(Water, "status: staged", "status: published");
        var report = Announce();
        Assert.Equal([StageChange.RecognitionAppears, StageChange.RecordAppears], report.Records.Select(record => record.Change));
        var record = Records().Single(record => record.Id == "pipes-for-all-durban");
        Assert.Null(record.PublishAt);
        Assert.False(record.Recognition[0].IsPublic(At.AddSeconds(-1)));
        Assert.True(record.Recognition[0].IsPublic(At));
    }

    [Fact]
    public void Announced_once_more_what_is_not_out_moves_to_the_new_moment()
    {
        Announce();
        var later = At.AddDays(1);
        Assert.Equal(2, Announce(at: later).Count(StageChange.RecordAppears));
        Assert.All(Records(), record => Assert.Equal((later, later), (record.PublishAt!.Value, record.Recognition[0].AnnouncedAt!.Value)));

        // Once it is out it stays out.
        Assert.All(CycleStage.Announce(_prize.Root, Award, Cycle, later.AddDays(1), VocabularyShelf.ReadSet(_prize.Root), isDryRun: false, "Desk", later).Records, record => Assert.Equal(StageChange.None, record.Change));
    }

    [Fact]
    public void Drafts_and_other_cycles_are_left_alone()
    {
        _prize.Edit(Water, "status: staged", "status: draft");
        _prize.Import(Row("9", "Buses by night", cycle: "2028"));
        var report = Announce();
        Assert.Equal([("pipes-for-all-durban", StageChange.None), ("trees-along-streets-durban", StageChange.RecordAppears)], report.Records.Select(record => (record.Id, record.Change)));
        Assert.Equal(PublicationStatus.Staged, Records().Single(record => record.Id == "buses-by-night-durban").Status);
    }

    [Fact]
    public void A_record_of_two_cycles_shows_only_the_announced_one()
    {
        _prize.Edit(Water, "staged: true }", $"staged: true }}, {{ award: {Award}, cycle: \"2028\", external-id: \"7\", staged: true }}");
        Announce();
        Assert.Equal([true, false], Records().Single(record => record.Id == "pipes-for-all-durban").Recognition.Select(one => one.IsPublic(At)));
    }

    [Fact]
    public void A_record_that_is_broken_stops_the_whole_announcement()
    {
        _prize.Edit(Water, "sources:", "sauces:");
        var before = _prize.Files();
        Assert.NotEmpty(Announce().Problems);
        Assert.Equal(before, _prize.Files());
    }

    [Fact]
    public void A_cycle_is_withdrawn_as_a_whole_and_logged_with_the_reason()
    {
        Announce();
        var report = Withdraw(Cycle);
        Assert.Equal(2, report.Count(StageChange.RecordWithdrawn));
        Assert.All(Records(), record => Assert.Equal((PublicationStatus.Withdrawn, true), (record.Status, record.Recognition[0].Staged)));
        Assert.Equal("A protest.", ContentLog.Read(_prize.Root)[^1].Entry!.Reason);
    }

    [Fact]
    public void One_record_is_withdrawn_by_its_id()
    {
        Announce();
        Assert.Equal("pipes-for-all-durban", Assert.Single(Withdraw("pipes-for-all-durban").Records).Id);
        Assert.Equal([PublicationStatus.Withdrawn, PublicationStatus.Published], Records().Select(record => record.Status));
    }

    [Fact]
    public void A_record_that_is_no_submission_stays_when_its_recognition_is_withdrawn()
    {
        _prize.Content.WithPractice("durban-water", "Durban's water", $"recognition: [{{ award: {Award}, cycle: \"{Cycle}\", outcome: winner, announced: 2026-01-05 }}]");
        Assert.Equal(1, Withdraw(Cycle).Count(StageChange.RecognitionWithdrawn));
        var record = new ContentReader(_prize.Root).Read().Practices.Single(record => record.Id == "durban-water");
        Assert.Equal((PublicationStatus.Published, false), (record.Status, record.Recognition[0].IsPublic(DateTimeOffset.MaxValue)));
    }

    private StageReport Announce(DateTimeOffset? at = null, bool isDryRun = false) => CycleStage.Announce(_prize.Root, Award, Cycle, at ?? At, VocabularyShelf.ReadSet(_prize.Root), isDryRun, "Desk", Now);

    private StageReport Withdraw(string cycleOrId) => CycleStage.Withdraw(_prize.Root, Award, cycleOrId, "A protest.", VocabularyShelf.ReadSet(_prize.Root), isDryRun: false, "Desk", Now);

    private IReadOnlyList<Practice> Records() => [.. new ContentReader(_prize.Root).Read().Practices.Where(record => record.Kind == RecordKind.Practice)];
}
