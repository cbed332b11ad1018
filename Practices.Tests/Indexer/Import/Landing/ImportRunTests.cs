using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;
using Xunit;
using static Practices.Tests.Indexer.Import.Landing.Submissions;

namespace Practices.Tests.Indexer.Import.Landing;

public sealed class ImportRunTests : IDisposable
{
    private const string Water = Folder + "pipes-for-all-durban.md";

    private readonly Submissions _prize = new();

    public void Dispose() => _prize.Dispose();

    [Fact]
    public void A_submission_becomes_a_staged_record_that_reads_back()
    {
        var report = _prize.Import(Row("1", "Pipes for all"), Row("2", "Trees along streets"));
        Assert.False(report.HasFindings, string.Join('\n', report.Problems));
        Assert.Equal([(ImportOutcome.Added, Water), (ImportOutcome.Added, Folder + "trees-along-streets-durban.md")], report.Rows.Select(row => (row.Outcome, row.File!)));

        var content = new ContentReader(_prize.Root).Read();
        Assert.Empty(content.Diagnostics);
        var record = content.Practices.Single(practice => practice.Id == "pipes-for-all-durban");
        Assert.Equal(PublicationStatus.Staged, record.Status);
        Assert.Equal(new Recognition(Award, Cycle, "finalist", "1", null, null, null, null, Staged: true), Assert.Single(record.Recognition));
    }

    [Fact]
    public void A_second_import_of_the_same_changes_no_byte()
    {
        _prize.Import(Row("1", "Pipes for all"), Row("2", "Trees: a street's \"lungs\""));
        var before = _prize.Files();
        var report = _prize.Import(Row("1", "Pipes for all"), Row("2", "Trees: a street's \"lungs\""));
        Assert.All(report.Rows, row => Assert.Equal(ImportOutcome.Unchanged, row.Outcome));
        Assert.Equal(before, _prize.Files());
    }

    [Fact]
    public void An_offer_of_a_learning_programme_is_no_recognition_and_is_known_again()
    {
        static Practices.Indexer.Import.Mappings.MappingResult Offer(string title) => Row("7", title, cycle: "", change: fields =>
        {
            fields["kind"] = "learning";
            fields["learning"] = new JsonObject { ["format"] = "master-class", ["dates"] = "on request" };
            fields.Remove("recognition");
        });

        Assert.Equal((ImportOutcome.Added, "learning/pipes-durban.md"), Assert.Single(_prize.Import(Offer("Pipes")).Rows) is var added ? (added.Outcome, added.File!) : default);
        Assert.DoesNotContain("recognition", _prize.Text("learning/pipes-durban.md"), StringComparison.Ordinal);
        Assert.Empty(new ContentReader(_prize.Root).Read().Diagnostics);
        Assert.Equal(ImportOutcome.Unchanged, Assert.Single(_prize.Import(Offer("Pipes")).Rows).Outcome);
        Assert.Equal(["title"], Assert.Single(_prize.Import(Offer("Taps")).Rows).Changed.AsEnumerable());
    }

    [Fact]
    public void What_the_source_changed_is_changed_and_every_other_byte_stays()
    {
        _prize.Import(Row("1", "Pipes for all"));
        _prize.Edit(Water, "title: Pipes for all\n", "# An editor's remark.\ntitle: Pipes for all   # checked\naliases:   [Etk pipes]\n");
        _prize.Edit(Water, "They began.", "They began. An editor adds.");
        var before = _prize.Text(Water);

        var report = _prize.Import(Row("1", "Pipes and taps for all", fields => fields["themes"] = new JsonArray("water")));
        Assert.Equal(["title", "themes"], Assert.Single(report.Rows).Changed.AsEnumerable());
        Assert.Equal(
            before.Replace("title: Pipes for all   # checked\n", "# checked\ntitle: Pipes and taps for all\n").Replace("recognition:", "themes: [water]\nrecognition:"),
            _prize.Text(Water));
    }

    [Fact]
    public void What_an_editor_changed_stays_when_the_source_did_not()
    {
        _prize.Import(Row("1", "Pipes for all"));
        _prize.Edit(Water, "title: Pipes for all", "title: Pipes for every house");
        _prize.Edit(Water, "outcome: finalist", "outcome: winner");
        var report = _prize.Import(Row("1", "Pipes for all"));
        Assert.Equal(ImportOutcome.Unchanged, Assert.Single(report.Rows).Outcome);
        Assert.False(report.HasFindings);
        Assert.Contains("title: Pipes for every house", _prize.Text(Water), StringComparison.Ordinal);
    }

    [Fact]
    public void What_both_changed_is_a_conflict_until_it_is_settled_and_the_editors_stays()
    {
        _prize.Import(Row("1", "Pipes for all"));
        _prize.Edit(Water, "title: Pipes for all", "title: Pipes for every house");
        for (var time = 0; time < 2; time++)
        {
            var conflict = Assert.Single(Assert.Single(_prize.Import(Row("1", "Taps for all")).Rows).Conflicts);
            Assert.Equal(new ImportConflict("title", "Pipes for every house", "Taps for all"), conflict);
        }

        Assert.Contains("title: Pipes for every house", _prize.Text(Water), StringComparison.Ordinal);
        Assert.False(_prize.Import(new ImportOptions { KeepsEdited = true }, Row("1", "Taps for all")).HasFindings);
        Assert.False(_prize.Import(Row("1", "Taps for all")).HasFindings);
    }

    [Fact]
    public void Both_saying_the_same_is_no_conflict()
    {
        _prize.Import(Row("1", "Pipes for all"));
        _prize.Edit(Water, "title: Pipes for all", "title: >-\n  Taps\n  for all");
        Assert.False(_prize.Import(Row("1", "Taps for all")).HasFindings);
    }

    [Fact]
    public void A_key_that_the_source_no_longer_gives_goes_unless_an_editor_touched_it()
    {
        _prize.Import(
            Row("1", "Pipes for all", fields => fields["aliases"] = new JsonArray("Etk pipes")),
            Row("2", "Trees along streets", fields => fields["aliases"] = new JsonArray("Etk trees")));
        _prize.Edit(Folder + "trees-along-streets-durban.md", "Etk trees", "Street trees");
        _prize.Import(Row("1", "Pipes for all"), Row("2", "Trees along streets"));
        Assert.DoesNotContain("aliases", _prize.Text(Water), StringComparison.Ordinal);
        Assert.Contains("aliases: [Street trees]", _prize.Text(Folder + "trees-along-streets-durban.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_is_merged_as_a_key_is()
    {
        _prize.Import(Row("1", "Pipes for all"), Row("2", "Trees along streets"));
        _prize.Edit(Water, "They began.", "An editor tells it better.");
        var report = _prize.Import(Row("1", "Pipes for all", story: "## Anew\n\nSecond telling."), Row("2", "Trees along streets", story: "## Anew\n\nSecond telling."));
        Assert.Equal("story", Assert.Single(report.Rows[0].Conflicts).Key);
        Assert.Equal(["story"], report.Rows[1].Changed.AsEnumerable());
        Assert.EndsWith("---\n## Anew\n\nSecond telling.\n", _prize.Text(Folder + "trees-along-streets-durban.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_source_no_longer_names_is_told_and_stays()
    {
        _prize.Import(Row("1", "Pipes for all"), Row("2", "Trees along streets"));
        var report = _prize.Import(Row("2", "Trees along streets"));
        Assert.Equal("pipes-for-all-durban", Assert.Single(report.Missing).Record);
        Assert.True(File.Exists(Path.Combine(_prize.Root, Water)));
    }

    [Fact]
    public void Two_rows_of_one_submission_are_both_refused()
    {
        var report = _prize.Import(Row("1", "Pipes for all"), Row("2", "Trees along streets"), Row("1", "Pipes for some"));
        Assert.Equal([ImportOutcome.Refused, ImportOutcome.Added, ImportOutcome.Refused], report.Rows.Select(row => row.Outcome));
        Assert.Equal(["duplicate-submission", "duplicate-submission"], report.Problems.Select(problem => problem.Rule));
        Assert.Equal([Folder + "imported.json", Folder + "trees-along-streets-durban.md"], _prize.Files().Keys.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)));
        Assert.DoesNotContain("\"1\"", _prize.Text(Folder + "imported.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_holds_the_submission_elsewhere_is_the_one_that_is_merged_into()
    {
        _prize.Content.WithPractice("durban-water", "Durban's water", $"recognition: [{{ award: {Award}, cycle: \"{Cycle}\", external-id: \"1\", announced: 2026-01-05 }}]");
        var report = _prize.Import(Row("1", "Durban's water", fields => fields["themes"] = new JsonArray("water")));
        var row = Assert.Single(report.Rows);
        Assert.Equal("practices/durban-water.md", row.File);
        Assert.Contains("themes: [water]", _prize.Text("practices/durban-water.md"), StringComparison.Ordinal);
        Assert.DoesNotContain(_prize.Files().Keys, name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal));
    }

    [Fact]
    public void An_outcome_that_follows_on_an_announced_one_waits_for_its_own_announcement()
    {
        _prize.Import(Row("1", "Pipes for all"));
        _prize.Edit(Water, "staged: true", "announced: 2026-01-05");
        _prize.Edit(Water, "status: staged", "status: published");
        _prize.Import(Row("1", "Pipes for all", fields => fields["recognition"]![0]!["outcome"] = "winner"));
        var record = new ContentReader(_prize.Root).Read().Practices.Single(practice => practice.Id == "pipes-for-all-durban");
        Assert.Equal([("finalist", (bool?)null), ("winner", true)], record.Recognition.Select(one => (one.Outcome!, one.Staged)));
        Assert.Equal(ImportOutcome.Unchanged, Assert.Single(_prize.Import(Row("1", "Pipes for all", fields => fields["recognition"]![0]!["outcome"] = "winner")).Rows).Outcome);
    }

    [Fact]
    public void A_dry_run_says_the_same_and_writes_nothing()
    {
        var before = _prize.Files();
        var dry = _prize.Import(new ImportOptions { IsDryRun = true }, Row("1", "Pipes for all"), Row("1", "Pipes again"), Row("3", ""));
        Assert.Equal(before, _prize.Files());
        Assert.False(Directory.Exists(Path.Combine(_prize.Root, ".change")));
        var wet = _prize.Import(Row("1", "Pipes for all"), Row("1", "Pipes again"), Row("3", ""));
        Assert.Equal(dry.Rows.Select(row => row.Outcome), wet.Rows.Select(row => row.Outcome));
        Assert.Equal(dry.Problems.AsEnumerable(), wet.Problems);
    }

    [Fact]
    public void What_would_be_no_good_record_is_refused_with_the_reason()
    {
        var report = _prize.Import(
            Row("1", "Pipes for all", fields => fields.Remove("summary")),
            Row("2", "A title with a \u0007 bell"),
            Row("3", "Good", fields => fields["governance"] = "kingdom"));
        Assert.All(report.Rows, row => Assert.Equal(ImportOutcome.Refused, row.Outcome));
        Assert.Equal(["missing-key", "control-character", "wrong-value"], report.Problems.Select(problem => problem.Rule));
        Assert.Equal([2, 3, 4], report.Problems.Select(problem => problem.Row));
    }

    [Fact]
    public void Records_of_one_title_and_city_get_ids_of_their_own()
    {
        var report = _prize.Import(Row("1", "Pipes in Durban"), Row("2", "Pipes in Durban"), Row("3", "水管"), Row("4", new string('a', 200) + " b"));
        Assert.Equal(
            ["pipes-in-durban", "pipes-in-durban-2", "durban", new string('a', 60) + "-durban"],
            report.Rows.Select(row => ContentFile.Of("", row.File!).Id));
    }

    [Fact]
    public void Nobody_imports_while_somebody_else_does()
    {
        using var other = ContentTransaction.Begin(_prize.Root);
        Assert.Throws<ContentBusyException>(() => _prize.Import(Row("1", "Pipes for all")));
    }

    [Fact]
    public void Each_import_is_a_line_of_the_log()
    {
        _prize.Import(new ImportOptions { By = "Desk" }, Row("1", "Pipes for all"));
        _prize.Import(Row("1", "Taps for all"));
        var lines = ContentLog.Read(_prize.Root);
        Assert.All(lines, line => Assert.True(line.IsWhole));
        Assert.Equal(("Desk", 1), (lines[0].Entry!.By, lines[0].Entry!.Counts!["added"]));
        Assert.Equal(["pipes-for-all-durban"], lines[1].Entry!.Records!["changed"].AsEnumerable());
    }

    [Fact]
    public void The_ledger_holds_no_word_of_a_submission()
    {
        _prize.Import(Row("1", "Pipes for Xolisile", story: "Xolisile began."));
        Assert.DoesNotContain("Xolisile", _prize.Text(Folder + "imported.json").Replace("pipes-for-xolisile", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
