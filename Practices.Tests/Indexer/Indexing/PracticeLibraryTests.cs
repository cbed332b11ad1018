using System.Text;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;
using Practices.Tests.Corpus;
using Xunit;

namespace Practices.Tests.Indexer.Indexing;

public sealed class PracticeLibraryTests : IDisposable
{
    private readonly TemporaryContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void A_saved_record_is_found()
    {
        _content.WithPractice("durban-landfill", "Durban turns landfill gas into power");
        using var library = Open();
        Assert.Equal(["durban-landfill"], Find(library, "landfill gas"));
    }

    [Fact]
    public void A_second_run_without_a_change_does_nothing()
    {
        _content.WithPractice("durban-landfill", "Durban turns landfill gas into power");
        using (Open()) { }
        using var library = new PracticeLibrary(_content.Root, _content.Index);
        Assert.Null(library.Refresh());
        Assert.Equal(1, library.Current.Count);
    }

    [Fact]
    public void A_run_says_what_it_added_changed_and_removed()
    {
        _content.WithPractice("one", "First").WithPractice("two", "Second").WithPractice("three", "Third");
        using var library = Open();
        _content.WithPractice("two", "Second, mended").WithPractice("four", "Fourth").Delete("practices/three.md");
        var update = library.Refresh()!;
        Assert.Equal<string>(["four"], update.Added);
        Assert.Equal<string>(["two"], update.Changed);
        Assert.Equal<string>(["three"], update.Removed);
        Assert.Equal(1, update.Unchanged);
        Assert.Equal(3, update.Total);
    }

    [Fact]
    public void A_record_that_breaks_keeps_its_last_good_version_and_is_reported()
    {
        _content.WithPractice("one", "First").WithPractice("two", "Second");
        using var library = Open();
        _content.WithPractice("one", "First", "status: publishd");
        var update = library.Refresh()!;
        Assert.Equal<string>(["practices/one.md"], update.Refused);
        Assert.Equal<string>(["one"], update.Kept);
        Assert.Equal("First", library.Current.Find("one")!.Title);
        Assert.Contains(library.Diagnostics, d => d.File == "practices/one.md");
    }

    [Fact]
    public void A_record_that_is_kept_is_found_by_the_words_of_its_story()
    {
        _content.WithPractice("one", "First", body: "They planted jacarandas.").WithPractice("two", "Second");
        using var library = Open();
        _content.WithPractice("one", "First", "status: publishd");
        library.Refresh();
        Assert.Equal(["one"], Find(library, "jacarandas"));
        using var another = new PracticeLibrary(_content.Root, _content.Index);
        _content.WithPractice("two", "Second, mended");
        another.Refresh();
        Assert.Equal(["one"], Find(another, "jacarandas"));
    }

    [Fact]
    public void Only_the_files_that_are_named_are_looked_at()
    {
        _content.WithPractice("one", "First").WithPractice("two", "Second");
        using var library = Open();
        _content.WithPractice("one", "First, mended").WithPractice("two", "Second, mended");
        var update = library.Refresh(["practices/two.md"])!;
        Assert.Equal<string>(["two"], update.Changed);
        Assert.Equal("First", library.Current.Find("one")!.Title);
        Assert.Equal<string>(["one"], library.Refresh()!.Changed);
    }

    [Fact]
    public void A_folder_that_is_named_is_looked_through()
    {
        _content.WithPractice("one", "First");
        using var library = Open();
        _content.WithPractice("two/index", "Second", "media: [{ file: roof.jpg, alt: A roof, credit: A, licence: B }]").With("practices/two/roof.jpg", SamplePicture.Jpeg);
        library.Refresh(["practices/two"]);
        Assert.Equal(["one", "two"], library.Current.Ids);

        Directory.Move(Path.Combine(_content.Root, "practices", "two"), Path.Combine(_content.Root, "practices", "three"));
        var update = library.Refresh(["practices/two", "practices/three"])!;
        Assert.Equal<string>(["three"], update.Added);
        Assert.Equal<string>(["two"], update.Removed);
    }

    [Fact]
    public void What_another_process_has_written_in_between_is_mended()
    {
        _content.WithPractice("one", "First").WithPractice("two", "Second");
        using var library = Open();
        _content.WithPractice("one", "First, mended");
        using (var another = new PracticeLibrary(_content.Root, _content.Index)) another.Refresh();
        _content.Delete("practices/two.md");
        library.Refresh(["practices/two.md"]);
        Assert.Equal(["one"], library.Current.Ids);
        Assert.Equal("First, mended", library.Current.Find("one")!.Title);
    }

    [Fact]
    public void A_full_run_is_of_the_content_alone()
    {
        _content.WithPractice("one", "First").WithPractice("two", "Second");
        using var library = Open();
        _content.WithPractice("one", "First", "status: publishd");
        library.Refresh(full: true);
        Assert.Equal(["two"], library.Current.Ids);
    }

    [Fact]
    public void A_mended_record_takes_the_place_of_the_one_that_was_kept()
    {
        _content.WithPractice("one", "First");
        using var library = Open();
        _content.WithPractice("one", "First", "status: publishd");
        library.Refresh();
        _content.WithPractice("one", "First, mended");
        library.Refresh();
        Assert.Equal("First, mended", library.Current.Find("one")!.Title);
        Assert.Empty(library.Diagnostics);
    }

    [Fact]
    public void The_catalog_that_a_reader_holds_stays_as_it_was()
    {
        _content.WithPractice("one", "First");
        using var library = Open();
        var before = library.Current;
        _content.WithPractice("two", "Second");
        library.Refresh();
        Assert.Equal(["one"], before.Ids);
        Assert.Equal("First", before.Find("one")!.Title);
        Assert.Equal(["one", "two"], library.Current.Ids);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("in-review")]
    [InlineData("staged")]
    [InlineData("withdrawn")]
    public void Only_published_records_are_public(string status)
    {
        _content.WithPractice("one", "First").WithPractice("two", "Second", $"status: {status}");
        using var library = Open();
        Assert.Equal(["one"], library.Current.Ids);
        Assert.Empty(library.Diagnostics);
    }

    [Fact]
    public void An_embargo_ends_at_its_moment()
    {
        _content.WithPractice("one", "First", "publish-at: 2030-01-01T09:00:00+08:00");
        var clock = new SetClock { Now = DateTimeOffset.Parse("2030-01-01T00:59:59Z") };
        using var library = new PracticeLibrary(_content.Root, _content.Index, clock);
        library.Refresh();
        Assert.Empty(library.Current.Ids);
        Assert.Equal(DateTimeOffset.Parse("2030-01-01T01:00:00Z"), library.NextPublication);

        clock.Now = DateTimeOffset.Parse("2030-01-01T01:00:00Z");
        library.Refresh();
        Assert.Equal(["one"], library.Current.Ids);
        Assert.Null(library.NextPublication);
    }

    [Fact]
    public void A_damaged_index_is_made_again()
    {
        _content.WithPractice("one", "First");
        using (Open()) { }
        foreach (var file in Directory.GetFiles(_content.Index)) File.WriteAllBytes(file, [1, 2, 3]);
        using var library = Open();
        Assert.Equal(["one"], library.Current.Ids);
    }

    [Theory]
    [InlineData("index")]
    [InlineData("cards")]
    [InlineData("texts")]
    [InlineData("stored")]
    public void One_changed_byte_in_any_file_of_the_index_is_noticed_at_the_start_and_the_index_made_again(string extension)
    {
        _content.WithPractice("one", "First");
        using (Open()) { }
        var before = Bytes();
        var file = Assert.Single(Directory.GetFiles(_content.Index, "*." + extension));
        var damaged = File.ReadAllBytes(file);
        damaged[20] ^= 1;
        File.WriteAllBytes(file, damaged);
        using var library = Open();
        Assert.Equal(["one"], library.Current.Ids);

        // The new segment has another name, and so has the manifest another text.
        Assert.Equal(before.Skip(1).Select(known => known.Hash), Bytes().Skip(1).Select(known => known.Hash));
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        _content.WithPractice("one", "First").WithPractice("two", "Second");
        using (Open()) { }
        var before = Bytes();
        Directory.Delete(_content.Index, recursive: true);
        using (Open()) { }
        Assert.Equal(before, Bytes());
    }

    [Fact]
    public void A_missing_content_folder_is_said_and_what_to_do()
    {
        using var library = new PracticeLibrary(Path.Combine(_content.Root, "nowhere"), _content.Index);
        var problem = Assert.ThrowsAny<IOException>(() => library.Refresh());
        Assert.Contains("nowhere", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Goals_and_targets_regions_and_countries_count_upwards()
    {
        _content.WithPractice("one", "First", "sdgs: [{ goal: 13, target: \"13.1\", by: award }]");
        using var library = Open();
        var catalog = library.Current;
        Assert.Equal(["one"], Filter(catalog, "sdg", "13"));
        Assert.Equal(["one"], Filter(catalog, "sdg", "13.1"));
        Assert.Equal(["one"], Filter(catalog, "region", "africa"));
        Assert.Equal(["one"], Filter(catalog, "region", "southern-africa"));
        Assert.Equal(["one"], Filter(catalog, "country", "ZA"));
        Assert.Empty(Filter(catalog, "region", "europe"));
        Assert.Null(catalog.PathOf("region", "atlantis"));
        Assert.Null(catalog.PathOf("colour", "red"));
    }

    [Fact]
    public void A_city_is_found_by_its_other_names()
    {
        _content.WithPractice("one", "First");
        using var library = Open();
        Assert.Equal(["one"], Find(library, "eThekwini"));
    }

    [Fact]
    public void A_former_id_leads_to_the_record()
    {
        _content.WithPractice("one", "First", "formerly: [the-first]");
        using var library = Open();
        Assert.Equal("one", library.Current.CurrentId("the-first"));
        Assert.Null(library.Current.CurrentId("nobody"));
    }

    [Fact]
    public void Records_that_point_to_another_are_found_from_it()
    {
        _content.WithPractice("one", "First").WithPractice("two", "Second", "lineage: [{ from: one, mode: adaptation }]");
        using var library = Open();
        Assert.Equal(["two"], library.Current.PointingTo("one").Select(c => c.Id));
    }

    [Fact]
    public void A_stored_record_is_read_back_whole()
    {
        _content.WithPractice(
            "one",
            "First",
            """
            results: [{ indicator: trees planted, value: 50, unit: trees, target: 1000, source: 1 }]
            failures: [{ what: Half of the trees died., learned: Water them. }]
            """);
        using var library = Open();
        var practice = library.Current.Find("one")!;
        Assert.Equal(RecordKind.Practice, practice.Kind);
        Assert.Equal(1000, Assert.Single(practice.Results).Target);
        Assert.Equal("Half of the trees died.", Assert.Single(practice.Failures).What);
        Assert.Equal("durban", Assert.Single(practice.Places).CityId);
        Assert.Empty(practice.Conditions);
        Assert.Contains("They began.", practice.BodyHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_file_shows_while_the_folder_is_watched()
    {
        _content.WithPractice("one", "First");
        using var library = Open();
        using var watcher = new ContentWatcher(library);
        using var stop = new CancellationTokenSource();
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var watching = watcher.RunAsync((_, _) => seen.TrySetResult(), _ => { }, stop.Token);
        _content.WithPractice("two", "Second");
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await watching;
        Assert.Equal(["one", "two"], library.Current.Ids);
    }

    [Fact]
    public void A_record_that_is_not_public_is_named_nowhere()
    {
        _content
            .WithPractice("secret-winner", "Secret", "status: staged")
            .WithPractice("one", "First", "lineage: [{ to: secret-winner, mode: adaptation }]", "## What they did\n\nSee [the next step](secret-winner.md) of it.\n");
        using var library = Open();
        var one = library.Current.Find("one")!;
        Assert.Empty(one.Lineage);
        Assert.DoesNotContain("secret-winner", one.BodyHtml, StringComparison.Ordinal);
        Assert.Contains("See the next step of it.", one.BodyHtml, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(_content.Index)) Assert.DoesNotContain("secret-winner", Encoding.UTF8.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);

        _content.WithPractice("secret-winner", "Secret");
        library.Refresh();
        Assert.Equal("secret-winner", Assert.Single(library.Current.Find("one")!.Lineage).Record);
        Assert.Contains("/practices/secret-winner", library.Current.Find("one")!.BodyHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_file_of_the_same_id_takes_no_page_away()
    {
        _content.WithPractice("one", "First");
        using var library = Open();
        _content.With("submissions/some-award/2020/one.md", File.ReadAllText(Path.Combine(_content.Root, "practices", "one.md")).Replace("First", "Another", StringComparison.Ordinal));
        library.Refresh();
        Assert.Equal("First", library.Current.Find("one")!.Title);
        Assert.Equal(["practices/one.md", "submissions/some-award/2020/one.md"], library.Diagnostics.Select(d => d.File));
    }

    [Fact]
    public void A_broken_file_that_says_it_is_withdrawn_is_taken_down()
    {
        _content.WithPractice("one", "First");
        using var library = Open();
        _content.WithPractice("one", "First", "status: withdrawn\ncolour: red");
        library.Refresh();
        Assert.Empty(library.Current.Ids);
    }

    [Fact]
    public void The_last_good_version_outlives_a_deleted_index()
    {
        _content.WithPractice("one", "First");
        using var library = Open();
        _content.WithPractice("one", "First", "status: publishd");
        Directory.Delete(_content.Index, recursive: true);
        library.Refresh();
        Assert.Equal(["one"], library.Current.Ids);
    }

    [Fact]
    public void A_missing_vocabulary_leaves_the_index_as_it_was()
    {
        _content.WithPractice("one", "First");
        using (Open()) { }
        _content.WithPractice("two", "Second").Delete("vocabularies/themes.yaml");
        using var library = new PracticeLibrary(_content.Root, _content.Index);
        Assert.Contains("themes", Assert.ThrowsAny<IOException>(() => library.Refresh()).Message, StringComparison.Ordinal);
        Assert.Equal(["one"], library.Current.Ids);
        Assert.NotNull(library.LastFailure);
    }

    [Fact]
    public void Files_that_are_no_content_do_not_make_the_index_older()
    {
        _content.WithPractice("one", "First");
        using var library = Open();
        _content.With("practices/one.md~", "an editor's copy").With("practices/4913", "");
        Assert.Null(library.Refresh());
    }

    [Fact]
    public void Replaced_snapshots_are_let_go_of()
    {
        if (!OperatingSystem.IsLinux()) return;
        _content.WithPractice("one", "First");
        using var library = Open();
        for (var save = 0; save < 5; save++)
        {
            _content.WithPractice("one", $"First, {save}");
            library.Refresh();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var maps = File.ReadLines("/proc/self/maps").Where(line => line.Contains(_content.Index, StringComparison.Ordinal));
        Assert.True(maps.Count(line => line.EndsWith("(deleted)", StringComparison.Ordinal)) <= 4, "More than one replaced snapshot is still mapped.");
    }

    private PracticeLibrary Open()
    {
        var library = new PracticeLibrary(_content.Root, _content.Index);
        library.Refresh();
        return library;
    }

    private static IEnumerable<string> Find(PracticeLibrary library, string text) =>
        library.Current.Search(new() { Text = text }).Hits.Select(h => h.Id);

    private static IEnumerable<string> Filter(PracticeCatalog catalog, string field, string value) =>
        catalog.Search(new SearchRequest { Filters = FacetSelection.Empty.With(field, catalog.PathOf(field, value)!.Value) }).Hits.Select(h => h.Id);

    private List<(string Name, string Hash)> Bytes() =>
    [
        .. Directory.EnumerateFiles(_content.Index, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => (Path.GetRelativePath(_content.Index, f), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))),
    ];

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
