using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Import.Announcing;
using Practices.Indexer.Import.Duplicates;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Indexing;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;
using Practices.Tests.Corpus;
using Practices.Tests.Indexer.Import.Landing;
using Xunit;
using static Practices.Tests.Indexer.Import.Landing.Submissions;

namespace Practices.Tests.Indexer.Import.Duplicates;

public sealed class MergeRunTests : IDisposable
{
    private const string Kept = "durban-water";
    private const string Other = "pipes-for-all-ethekwini";
    private const string OtherFile = Folder + Other + ".md";
    private const string Story = "## What they did\n\nThey dug (source 1).\n\n```\n## no heading\n```\n";

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly Submissions _prize = new();

    public MergeRunTests()
    {
        _prize.Import(Entry());
        _prize.Content.WithPractice(
            Kept,
            "Durban's water",
            "governance: city\nsources: [{ id: 1, title: A report, year: 2020 }]\nresults: [{ indicator: taps, value: 5, source: 1 }]\nsame-as: [https://records.test/water]",
            "## What they did\n\nThey began (source 1).\n");
    }

    public void Dispose() => _prize.Dispose();

    [Fact]
    public void The_merged_record_keeps_every_id_name_source_result_and_recognition_and_both_texts()
    {
        Publish();
        var report = Merge();
        Assert.Equal(MergeResult.Merged, report.Result);
        Assert.False(File.Exists(Path.Combine(_prize.Root, OtherFile)));
        var record = Record(Kept);
        Assert.Equal(("Durban's water", "city"), (record.Title, record.Governance));
        Assert.Equal([Other], record.FormerIds.AsEnumerable());
        Assert.Equal(["Pipes for all"], record.Aliases.AsEnumerable());
        Assert.Equal([(1, "A report"), (2, "The application")], record.Sources.Select(source => (source.Id, source.Title)));
        Assert.Equal([("taps", 1), ("houses", 2)], record.Results.Select(result => (result.Indicator, result.Source!.Value)));
        Assert.Equal((Award, Cycle, "finalist", "1"), Assert.Single(record.Recognition) is var one ? (one.Award, one.Cycle!, one.Outcome!, one.ExternalId!) : default);
        Assert.Equal(["https://records.test/water", "https://records.test/pipes"], record.SameAs.AsEnumerable());
        Assert.Equal(["Durban", "Accra"], record.Places.Select(place => place.City!));
        Assert.Equal([(11, "editor"), (11, "award"), (6, "award")], record.Sdgs.Select(claim => (claim.Goal, claim.By)));
        Assert.Contains("## As told in “Pipes for all”\n\nPipes reach 300 houses.\n\n### What they did\n\nThey dug (source 2).\n\n```\n## no heading\n```\n", _prize.Text($"practices/{Kept}.md"), StringComparison.Ordinal);
        Assert.Equal(("governance", "city", "metropolitan"), Assert.Single(report.Differences) is var difference ? (difference.Key, difference.Kept, difference.Other) : default);

        Assert.Contains("sdgs: [{ goal: 11, by: editor }, { goal: 11, by: award }, { goal: 6, by: award }]", _prize.Text($"practices/{Kept}.md"), StringComparison.Ordinal);
        Assert.Equal("merge", ContentLog.Read(_prize.Root)[^1].Entry!.What);
        Assert.Equal([Other], ContentLog.Read(_prize.Root)[^1].Entry!.Records!["merged"].AsEnumerable());
        Assert.Empty(new ContentReader(_prize.Root).Read().Diagnostics);
    }

    [Fact]
    public void A_later_import_finds_the_merged_record_and_changes_nothing_of_it()
    {
        Publish();
        Merge();
        var before = _prize.Files();
        Assert.Equal(ImportOutcome.Unchanged, Assert.Single(_prize.Import(Entry()).Rows).Outcome);
        Assert.Equal(before, _prize.Files());

        // What the source changes since is told, and does not take the place of what the merge decided.
        var row = Assert.Single(_prize.Import(Entry(fields => fields["title"] = "Pipes and taps for all")).Rows);
        Assert.Equal(["title"], row.Conflicts.Select(conflict => conflict.Key));
        Assert.Equal(before[$"practices/{Kept}.md"], _prize.Text($"practices/{Kept}.md"));
        Assert.Equal(before.Keys, _prize.Files().Keys);
    }

    [Fact]
    public void The_old_address_and_links_to_it_lead_to_the_merged_record()
    {
        Publish();
        _prize.Content.WithPractice("accra-water", "Accra's water", $"lineage: [{{ from: {Other}, mode: replication }}]", $"## What they did\n\nThey learnt from [Durban]({Other}.md).\n");
        using var library = new PracticeLibrary(_prize.Root, _prize.Content.Index);
        library.Refresh();
        Merge();
        library.Refresh();
        Assert.Equal(Kept, library.Current.Stamp.FormerIds[Other]);
        Assert.Null(library.Current.Find(Other));
        var accra = library.Current.Find("accra-water")!;
        Assert.Equal(Kept, Assert.Single(accra.Lineage).Record);
        Assert.Contains($"<a href=\"/practices/{Kept}\"", accra.BodyHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_staged_record_comes_into_a_public_one_before_its_announcement()
    {
        var before = _prize.Text($"practices/{Kept}.md");
        Assert.Equal(MergeResult.Waits, Merge().Result);
        Assert.Equal(before, _prize.Text($"practices/{Kept}.md"));
        Assert.Equal(PublicationStatus.Staged, Record(Other).Status);
        Assert.Equal(MergeResult.Done, Merge().Result);

        // Nor by an import that comes in between.
        _prize.Import(Entry(fields => fields["aliases"] = new JsonArray("Brimfeather")));
        Assert.Equal(before, _prize.Text($"practices/{Kept}.md"));

        var at = Now.AddDays(1);
        CycleStage.Announce(_prize.Root, Award, Cycle, at, VocabularyShelf.ReadSet(_prize.Root), isDryRun: false, "Desk", Now);
        Assert.Equal(MergeResult.Done, Merge(now: at.AddMinutes(-1)).Result);
        using (var library = new PracticeLibrary(_prize.Root, _prize.Content.Index))
        {
            library.Refresh();
            Assert.Equal(["city-prize", Kept], library.Current.Ids.Order(StringComparer.Ordinal));
            foreach (var file in Directory.EnumerateFiles(_prize.Content.Index)) Assert.DoesNotContain("Brimfeather", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(MergeResult.Merged, Merge(now: at).Result);
        Assert.Contains("Brimfeather", Record(Kept).Aliases);
        Assert.Null(Record(Kept).MergedInto);
    }

    [Fact]
    public void A_record_that_waits_names_no_other_to_the_public()
    {
        Merge();
        _prize.Edit(OtherFile, "status: staged", "status: published");
        using var library = new PracticeLibrary(_prize.Root, _prize.Content.Index);
        library.Refresh();
        Assert.Null(library.Current.Find(Other)!.MergedInto);
    }

    [Fact]
    public void Two_that_wait_for_the_same_announcement_are_merged_and_wait_as_one()
    {
        _prize.Import(Entry(), Row("2", "Taps for all"));
        Assert.Equal(MergeResult.Merged, MergeRun.Run(_prize.Root, Other, "taps-for-all-durban", isDryRun: false, "Desk", Now).Result);
        Assert.Equal(PublicationStatus.Staged, Record(Other).Status);
        Assert.Equal(["1", "2"], Record(Other).Recognition.Where(one => one.Staged is true).Select(one => one.ExternalId!));

        _prize.Import(Row("9", "Buses by night", cycle: "2028"));
        Assert.Equal(MergeResult.Waits, MergeRun.Run(_prize.Root, Other, "buses-by-night-durban", isDryRun: false, "Desk", Now).Result);
    }

    [Fact]
    public void A_dry_run_says_the_same_and_writes_nothing()
    {
        Publish();
        var before = _prize.Files();
        var dry = Merge(isDryRun: true);
        Assert.Equal(before, _prize.Files());
        Assert.Equal(Merge() with { IsDryRun = true } is var real ? (real.Result, real.Taken.Length, real.Differences.Length) : default, (dry.Result, dry.Taken.Length, dry.Differences.Length));
    }

    [Fact]
    public void Pictures_come_along_under_names_that_are_free()
    {
        Publish();
        _prize.Edit(OtherFile, "sources:", "media: [{ file: roof.jpg, alt: A roof, credit: A, licence: B }]\nsources:");
        _prize.Edit(OtherFile, "roof.jpg", "roof.png");
        var (whole, small) = (SamplePicture.Png(40, 20), SamplePicture.Png(20, 10));
        _prize.Content.With($"{Folder}roof.png", whole).With($"{Folder}roof-20.png", small).With("practices/roof-20.png", "kept");
        Assert.Equal(MergeResult.Merged, Merge().Result);
        var picture = Assert.Single(Record(Kept).Media).Picture!;
        Assert.Equal(($"{Other}-roof.png", $"{Other}-roof-20.png"), (picture.File, Assert.Single(picture.Variants).File));
        Assert.Equal("kept", _prize.Text("practices/roof-20.png"));
        Assert.Equal(whole, File.ReadAllBytes(Path.Combine(_prize.Root, "practices", picture.File)));
        Assert.False(File.Exists(Path.Combine(_prize.Root, Folder, "roof.png")));
    }

    [Theory]
    [InlineData(Kept, Kept, "is one record")]
    [InlineData(Kept, "pipes-for-al-ethekwini", "Did you mean \"pipes-for-all-ethekwini\"?")]
    [InlineData(Kept, Award, "only records of one kind")]
    [InlineData(Other, Kept, "Merge the other way round")]
    [InlineData(Kept, "broken", "practices/broken.md(")]
    public void What_cannot_be_is_refused_and_nothing_is_written(string kept, string other, string why)
    {
        _prize.Content.With("practices/broken.md", "---\nsauces: []\n---\n");
        var before = _prize.Files();
        var report = MergeRun.Run(_prize.Root, kept, other, isDryRun: false, "Desk", Now);
        Assert.Equal(MergeResult.Refused, report.Result);
        Assert.Contains(why.Replace("practices/broken.md(", "practices/broken.md", StringComparison.Ordinal), report.Message, StringComparison.Ordinal);
        Assert.Equal(before, _prize.Files());
    }

    [Fact]
    public void That_two_are_not_the_same_is_kept_sorted_and_logged_and_binds_a_merge()
    {
        _prize.Content.WithPractice("a-b", "A").WithPractice("z-z", "Z");
        Assert.Null(MergeRun.Distinguish(_prize.Root, "z-z", Kept, "Desk", Now));
        Assert.Null(MergeRun.Distinguish(_prize.Root, Other, "a-b", "Desk", Now));
        Assert.Null(MergeRun.Distinguish(_prize.Root, Kept, "z-z", "Desk", Now));
        Assert.Equal(["a-b pipes-for-all-ethekwini", "durban-water z-z"], _prize.Text(DistinctPairs.FileName).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.Equal(2, ContentLog.Read(_prize.Root).Count(line => line.Entry!.What == "distinct"));
        Assert.Contains("not the same", MergeRun.Run(_prize.Root, Kept, "z-z", isDryRun: false, "Desk", Now).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"durban-water\"?", MergeRun.Distinguish(_prize.Root, "durban-watr", "z-z", "Desk", Now), StringComparison.Ordinal);
    }

    private static Practices.Indexer.Import.Mappings.MappingResult Entry(Action<JsonObject>? change = null) => Row("1", "Pipes for all", fields =>
    {
        fields["summary"] = "Pipes reach 300 houses.";
        fields["governance"] = "metropolitan";
        fields["places"] = new JsonArray(new JsonObject { ["city"] = "eThekwini", ["country"] = "ZA" }, new JsonObject { ["city"] = "Accra", ["country"] = "GH" });
        fields["sdgs"] = new JsonArray(new JsonObject { ["goal"] = 11, ["by"] = "award" }, new JsonObject { ["goal"] = 6, ["by"] = "award" });
        fields["results"] = new JsonArray(new JsonObject { ["indicator"] = "houses", ["value"] = 300, ["source"] = 1 });
        fields["same-as"] = new JsonArray("https://records.test/pipes");
        change?.Invoke(fields);
    }, Story);

    private void Publish() => CycleStage.Announce(_prize.Root, Award, Cycle, Now.AddDays(-1), VocabularyShelf.ReadSet(_prize.Root), isDryRun: false, "Desk", Now.AddDays(-2));

    private MergeReport Merge(bool isDryRun = false, DateTimeOffset? now = null) => MergeRun.Run(_prize.Root, Kept, Other, isDryRun, "Desk", now ?? Now);

    private Practice Record(string id) => new ContentReader(_prize.Root).Read().Practices.Single(record => record.Id == id);
}
