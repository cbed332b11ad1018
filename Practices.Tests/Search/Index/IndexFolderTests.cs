using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Searching;
using Practices.Search.Storage;
using Practices.Tests.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Index;

public sealed class IndexFolderTests : IDisposable
{
    private static readonly IndexSchema Schema = SmallCorpus.Schema;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_documents_in_any_order_give_the_same_bytes()
    {
        using var other = new TemporaryFolder();
        var documents = new RandomCorpus(21).Documents(300);
        var shuffled = documents.ToArray();
        new Random(1).Shuffle(shuffled);

        IndexWriter.Write(_folder.Path, RandomCorpus.Schema, documents, "stamp");
        IndexWriter.Write(other.Path, RandomCorpus.Schema, shuffled.Select(document => document with { Facets = [.. document.Facets.Reverse()] }), "stamp");

        Assert.Equal(Names(_folder.Path), Names(other.Path));
        Assert.All(Names(_folder.Path), name => Assert.Equal(File.ReadAllBytes(_folder.File(name)), File.ReadAllBytes(other.File(name))));
    }

    [Fact]
    public void The_same_documents_give_the_same_bytes_on_one_thread_and_on_two()
    {
        // Long enough that words are handed to the other thread several times.
        var random = new Random(4);
        string Text() => string.Join(' ', Enumerable.Range(0, 500).Select(_ => $"w{random.Next(random.Next(1, 3000))}"));
        Document[] documents = [.. Enumerable.Range(0, 600).Select(number => SmallCorpus.Documents[0] with { Id = $"d{number:000}", Texts = [new("title", $"Number {number}"), new("body", Text())] })];

        using var other = new TemporaryFolder();
        IndexWriter.Write(_folder.Path, Schema, documents, "", DiskFiles.Instance, threads: 1);
        IndexWriter.Write(other.Path, Schema, documents, "", DiskFiles.Instance, threads: 2);

        Assert.Equal(Names(_folder.Path), Names(other.Path));
        Assert.All(Names(_folder.Path), name => Assert.Equal(File.ReadAllBytes(_folder.File(name)), File.ReadAllBytes(other.File(name))));
    }

    [Fact]
    public void The_version_names_the_content_whatever_the_generation()
    {
        Write(SmallCorpus.Documents, "first");
        var version = Version();
        Write(SmallCorpus.Documents, "second");
        Assert.Equal(version, Version());

        Write(SmallCorpus.Documents.SetItem(0, SmallCorpus.Documents[0] with { Date = 1 }), "third");
        Assert.NotEqual(version, Version());
        Assert.Matches("^[0-9a-f]{32}$", version);
    }

    [Fact]
    public void Where_a_document_is_belongs_to_the_content_and_must_be_on_the_earth()
    {
        Write(SmallCorpus.Documents, "");
        var version = Version();
        Write(SmallCorpus.Documents.SetItem(0, SmallCorpus.Documents[0] with { Points = [new(23, 72.6)] }), "");
        Assert.NotEqual(version, Version());

        foreach (var point in new GeoPoint[] { new(90.1, 0), new(0, -180.1), new(double.NaN, 0) })
            Assert.Throws<ArgumentException>(() => Write([new Document { Id = "lost", Points = [point] }], ""));
    }

    [Fact]
    public void The_stamp_comes_back_as_it_was_given()
    {
        Write(SmallCorpus.Documents, "a \"stamp\"\nof two lines, é");

        using var snapshot = IndexSnapshot.Open(_folder.Path);
        Assert.Equal("a \"stamp\"\nof two lines, é", snapshot.Stamp);
    }

    [Fact]
    public void An_index_without_documents_is_an_index()
    {
        Write([], "");

        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        Assert.Equal(0, searcher.Count);
        Assert.Empty(searcher.Ids);
        foreach (var text in new[] { "", "heat", "-heat", "\"a b\"", "he*" })
            Assert.Equal(0, searcher.Search(new() { Text = text, Filters = FacetSelection.Empty.With("place", FacetPath.Of("x")) }).Total);
    }

    [Fact]
    public void Documents_without_texts_can_be_indexed()
    {
        Write([new Document { Id = "empty" }, new Document { Id = "blank", Texts = [new("title", ""), new("body", " ")] }], "");

        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        Assert.Equal(["blank", "empty"], searcher.Search(new()).Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void Only_the_newest_snapshot_stays_in_the_folder()
    {
        for (var i = 1; i <= 3; i++) Write(SmallCorpus.Documents.Select(document => document with { Date = i }), "");

        Assert.Equal(["manifest.json", "segment-3.cards", "segment-3.index", "segment-3.stored", "segment-3.texts", "write.lock"], Names(_folder.Path));
    }

    [Fact]
    public void Documents_that_have_not_changed_are_not_written_again()
    {
        Write(SmallCorpus.Documents, "first");
        var written = File.GetLastWriteTimeUtc(_folder.File("segment-1.index"));
        Write(SmallCorpus.Documents.Reverse(), "second");

        Assert.Equal(["manifest.json", "segment-1.cards", "segment-1.index", "segment-1.stored", "segment-1.texts", "write.lock"], Names(_folder.Path));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.File("segment-1.index")));
        using var snapshot = IndexSnapshot.Open(_folder.Path);
        Assert.Equal("second", snapshot.Stamp);
    }

    [Fact]
    public void A_reader_keeps_its_snapshot_while_the_next_is_written()
    {
        Write(SmallCorpus.Documents, "old");
        using var old = new Searcher(IndexSnapshot.Open(_folder.Path));
        Write([SmallCorpus.Documents[0]], "new");
        using var next = new Searcher(IndexSnapshot.Open(_folder.Path));

        Assert.Equal(12, old.Search(new() { Text = "" }).Total);
        Assert.Equal("lima", old.Search(new() { Text = "drinking" }).Hits[0].Id);
        Assert.Equal(1, next.Count);
    }

    [Fact]
    public void A_second_writer_is_refused()
    {
        Write(SmallCorpus.Documents, "");
        using (WriteLock.TryTake(_folder.Path))
        {
            var refusal = Assert.Throws<IndexException>(() => Write([], ""));
            Assert.Contains("another program is writing this index", refusal.Message, StringComparison.Ordinal);
        }

        Write([], "");
        Assert.Equal(0, new Searcher(IndexSnapshot.Open(_folder.Path)).Count);
    }

    [Fact]
    public void Writers_that_start_together_are_refused_but_for_one_at_a_time()
    {
        var outcomes = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, 8, _ =>
        {
            try
            {
                Write(SmallCorpus.Documents, "");
                outcomes.Add("written");
            }
            catch (IndexException refused) when (refused.Message.Contains("another program", StringComparison.Ordinal))
            {
                outcomes.Add("refused");
            }
        });

        Assert.Contains("written", outcomes);
        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        Assert.Equal(12, searcher.Count);
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_left_alone()
    {
        File.WriteAllText(_folder.File("thesis.doc"), "ten years of work");

        var refusal = Assert.Throws<IndexException>(() => Write(SmallCorpus.Documents, ""));

        Assert.Contains("thesis.doc", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Choose an empty or a new folder", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("ten years of work", File.ReadAllText(_folder.File("thesis.doc")));
    }

    [Fact]
    public void A_folder_is_made_when_it_is_missing()
    {
        IndexWriter.Write(_folder.File("a/b"), Schema, SmallCorpus.Documents);

        using var searcher = new Searcher(IndexSnapshot.Open(_folder.File("a/b")));
        Assert.Equal(12, searcher.Count);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("")]
    public void A_folder_without_an_index_is_named_with_the_remedy(string name)
    {
        var problem = Assert.Throws<IndexException>(() => IndexSnapshot.Open(_folder.File(name)));

        Assert.Contains("manifest.json is missing", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Index first", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_an_index_exception()
    {
        File.WriteAllText(_folder.File("index"), "");

        Assert.Throws<IndexException>(() => IndexWriter.Write(_folder.File("index"), Schema, []));
        Assert.Throws<IndexException>(() => IndexSnapshot.Open(_folder.File("index")));
    }

    [Fact]
    public void Another_format_version_is_named()
    {
        Write(SmallCorpus.Documents, "");
        var manifest = File.ReadAllText(_folder.File("manifest.json")).Replace($"\"format\": {SectionWriter.FormatVersion}", "\"format\": 9", StringComparison.Ordinal);
        var body = manifest[..manifest.IndexOf(",\n  \"checksum\"", StringComparison.Ordinal)];
        var checksum = Crc32C.Of(System.Text.Encoding.UTF8.GetBytes(body));
        File.WriteAllText(_folder.File("manifest.json"), $"{body},\n  \"checksum\": \"{checksum:x8}\"\n}}\n");

        var problem = Assert.Throws<IndexException>(() => IndexSnapshot.Open(_folder.Path));

        Assert.Contains("format version 9", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("segment-1.index")]
    [InlineData("segment-1.texts")]
    public void A_missing_file_is_named_with_the_remedy(string name)
    {
        Write(SmallCorpus.Documents, "");
        File.Delete(_folder.File(name));

        var problem = Assert.Throws<IndexException>(() => IndexSnapshot.Open(_folder.Path));

        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
        Assert.Contains("index again", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Indexing_again_heals_a_damaged_folder()
    {
        Write(SmallCorpus.Documents, "");
        File.WriteAllText(_folder.File("manifest.json"), "damaged");

        Write(SmallCorpus.Documents, "");

        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        Assert.Equal(12, searcher.Count);
    }

    [Fact]
    public void Mistakes_of_the_caller_are_argument_exceptions_that_name_the_document()
    {
        static Document Named(string id) => new() { Id = id };
        Assert.Throws<ArgumentException>(() => Write([Named("")], ""));
        Assert.Contains("\"twice\"", Assert.Throws<ArgumentException>(() => Write([Named("twice"), Named("twice")], "")).Message, StringComparison.Ordinal);
        Assert.Contains("\"text\"", Assert.Throws<ArgumentException>(() => Write([Named("a") with { Texts = [new("text", "")] }], "")).Message, StringComparison.Ordinal);
        Assert.Contains("\"tag\"", Assert.Throws<ArgumentException>(() => Write([Named("a") with { Facets = [new("tag", FacetPath.Of("x"))] }], "")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => IndexWriter.Write(_folder.Path, new([], []), []));
        Assert.Throws<ArgumentException>(() => IndexWriter.Write(_folder.Path, new([new("a"), new("a")], []), []));
        Assert.Throws<ArgumentException>(() => IndexWriter.Write(_folder.Path, new([new("a", double.NaN)], []), []));
    }

    [Fact]
    public async Task Searches_go_on_while_the_index_is_replaced()
    {
        var all = SmallCorpus.Documents;
        Write(all, "");
        var current = new Searcher(IndexSnapshot.Open(_folder.Path));
        var isOver = false;
        var searches = 0;

        void SearchOnAndOn()
        {
            while (!Volatile.Read(ref isOver))
            {
                var searcher = Volatile.Read(ref current);
                try
                {
                    var result = searcher.Search(new() { Text = "trees OR \"drinking water\"" });
                    Assert.Equal(searcher.Count > 6 ? 4 : 2, result.Total);
                    Assert.All(result.Hits, hit => Assert.StartsWith("card of ", System.Text.Encoding.UTF8.GetString(hit.Card.Span), StringComparison.Ordinal));
                    Interlocked.Increment(ref searches);
                }
                catch (ObjectDisposedException)
                {
                    // Replaced between the two lines above; the next turn has the new one.
                }
            }
        }

        var readers = Enumerable.Range(0, 3)
            .Select(_ => Task.Factory.StartNew(SearchOnAndOn, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        for (var i = 0; i < 60 || (Volatile.Read(ref searches) < 100 && !readers.Any(reader => reader.IsFaulted)); i++)
        {
            Write(i % 2 == 0 ? all[..6] : all, "");
            Interlocked.Exchange(ref current, new Searcher(IndexSnapshot.Open(_folder.Path))).Dispose();
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(readers);
        current.Dispose();
    }

    [Fact]
    public async Task A_folder_can_be_opened_at_any_moment_of_its_replacement()
    {
        Write(SmallCorpus.Documents, "");
        var isOver = false;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
                Assert.Equal(12, searcher.Count);
            }
        })).ToArray();

        for (var i = 0; i < 60; i++) Write(SmallCorpus.Documents, "");
        Volatile.Write(ref isOver, true);
        await Task.WhenAll(readers);
    }

    private static string[] Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private void Write(IEnumerable<Document> documents, string stamp) => IndexWriter.Write(_folder.Path, Schema, documents, stamp);

    private string Version()
    {
        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        return searcher.Version;
    }
}
