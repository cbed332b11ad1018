using Practices.Search.Index;
using Practices.Search.Searching;
using Practices.Tests.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Index;

public sealed class UpdateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_changed_document_is_found_by_its_new_words_and_no_longer_by_its_old_ones()
    {
        IndexWriter.Write(_folder.Path, SmallCorpus.Schema, SmallCorpus.Documents);
        var changed = SmallCorpus.Documents.Single(document => document.Id == "lima") with { Texts = [new("title", "Lima builds fog nets")] };
        IndexWriter.Update(_folder.Path, SmallCorpus.Schema, [changed], []);

        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        Assert.Equal("lima", Assert.Single(searcher.Search(new() { Text = "fog nets" }).Hits).Id);
        Assert.DoesNotContain(searcher.Search(new() { Text = "drinking" }).Hits, hit => hit.Id == "lima");
        Assert.Equal(SmallCorpus.Documents.Length, searcher.Count);
    }

    [Fact]
    public void A_removed_document_is_nowhere()
    {
        IndexWriter.Write(_folder.Path, SmallCorpus.Schema, SmallCorpus.Documents);
        IndexWriter.Update(_folder.Path, SmallCorpus.Schema, [], ["lima"]);

        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        Assert.DoesNotContain("lima", searcher.Ids);
        Assert.False(searcher.TryGetStored("lima", out _));
        Assert.Null(searcher.Explain(new() { Text = "drinking" }, "lima"));
        Assert.Equal(searcher.Count, searcher.Search(new()).Total);
        Assert.DoesNotContain(searcher.Search(new() { PageSize = 100 }).Hits, hit => hit.Id == "lima");
    }

    [Fact]
    public void An_update_of_one_document_leaves_the_files_of_the_others_alone()
    {
        IndexWriter.Write(_folder.Path, SmallCorpus.Schema, SmallCorpus.Documents);
        var before = File.ReadAllBytes(_folder.File("segment-1.index"));
        IndexWriter.Update(_folder.Path, SmallCorpus.Schema, [SmallCorpus.Documents[0] with { Date = 7 }], []);

        Assert.Equal(before, File.ReadAllBytes(_folder.File("segment-1.index")));
        Assert.True(File.Exists(_folder.File("segment-1-2.deleted")));
        Assert.True(File.Exists(_folder.File("segment-2.index")));
    }

    [Fact]
    public void The_version_after_updates_is_that_of_the_same_documents_written_at_once()
    {
        using var other = new TemporaryFolder();
        var documents = new RandomCorpus(31).Documents(300);
        SteppedIndex.Write(_folder.Path, RandomCorpus.Schema, documents, 31);
        IndexWriter.Write(other.Path, RandomCorpus.Schema, documents);

        using var stepped = new Searcher(IndexSnapshot.Open(_folder.Path));
        using var whole = new Searcher(IndexSnapshot.Open(other.Path));
        Assert.Equal(whole.Version, stepped.Version);
    }

    [Fact]
    public void Written_anew_after_many_steps_an_index_has_the_bytes_of_one_written_at_once()
    {
        using var other = new TemporaryFolder();
        var documents = new RandomCorpus(32).Documents(300);
        SteppedIndex.Write(_folder.Path, RandomCorpus.Schema, documents, 32);
        IndexWriter.Write(_folder.Path, RandomCorpus.Schema, documents.Reverse(), anew: true);
        IndexWriter.Write(other.Path, RandomCorpus.Schema, documents);

        AssertSameSegment(other.Path);
    }

    [Fact]
    public void A_merged_segment_has_the_bytes_of_one_written_at_once()
    {
        using var other = new TemporaryFolder();
        var documents = new RandomCorpus(33).Documents(90);
        IndexWriter.Write(_folder.Path, RandomCorpus.Schema, documents.Take(30));
        IndexWriter.Update(_folder.Path, RandomCorpus.Schema, documents.Skip(30), []);
        IndexWriter.Write(other.Path, RandomCorpus.Schema, documents);

        AssertSameSegment(other.Path);
    }

    [Fact]
    public void However_many_updates_there_are_the_segments_stay_few()
    {
        var documents = new RandomCorpus(34).Documents(400);
        IndexWriter.Write(_folder.Path, RandomCorpus.Schema, documents.Take(200));
        foreach (var document in documents.Skip(200)) IndexWriter.Update(_folder.Path, RandomCorpus.Schema, [document], []);

        using var snapshot = IndexSnapshot.Open(_folder.Path);
        Assert.Equal(documents.Length, snapshot.Count);
        Assert.InRange(snapshot.Segments.Length, 1, 9); // the logarithm of 400
    }

    [Fact]
    public void A_segment_of_which_a_quarter_is_deleted_is_written_anew()
    {
        var documents = new RandomCorpus(35).Documents(100);
        IndexWriter.Write(_folder.Path, RandomCorpus.Schema, documents);
        IndexWriter.Update(_folder.Path, RandomCorpus.Schema, [], documents.Take(30).Select(document => document.Id));

        using var snapshot = IndexSnapshot.Open(_folder.Path);
        Assert.Null(Assert.Single(snapshot.Segments).LiveDocs);
        Assert.Equal(documents.Length - 30, snapshot.Count);
    }

    [Fact]
    public void An_open_snapshot_is_undisturbed_and_shares_what_has_not_changed_with_the_next()
    {
        IndexWriter.Write(_folder.Path, SmallCorpus.Schema, SmallCorpus.Documents);
        var old = IndexSnapshot.Open(_folder.Path);
        IndexWriter.Update(_folder.Path, SmallCorpus.Schema, [], ["lima"]);
        var next = old.Reopen();

        Assert.Same(old.Segments[0].Segment, next.Segments[0].Segment);
        using (var searcher = new Searcher(old)) Assert.Equal("lima", searcher.Search(new() { Text = "drinking" }).Hits[0].Id);

        // The old one is closed; what they shared is still open.
        using (var searcher = new Searcher(next)) Assert.Equal(SmallCorpus.Documents.Length - 1, searcher.Search(new()).Total);
    }

    [Fact]
    public void An_update_does_not_give_a_damaged_index_a_new_and_right_checksum()
    {
        var documents = new RandomCorpus(36).Documents(50);
        IndexWriter.Write(_folder.Path, RandomCorpus.Schema, documents);
        var bytes = File.ReadAllBytes(_folder.File("segment-1.texts"));
        bytes[100] ^= 1;
        File.WriteAllBytes(_folder.File("segment-1.texts"), bytes);

        // So many that the damaged segment would be merged.
        var refusal = Assert.Throws<IndexException>(() =>
            IndexWriter.Update(_folder.Path, RandomCorpus.Schema, documents.Select(document => document with { Id = "x" + document.Id }), []));
        Assert.Contains("segment-1.texts", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("index again", refusal.Message, StringComparison.Ordinal);

        // Whoever writes all documents has no need of the damaged ones.
        IndexWriter.Write(_folder.Path, RandomCorpus.Schema, documents);
        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        Assert.Equal(documents.Length, searcher.Count);
    }

    [Fact]
    public void An_update_with_other_fields_is_refused()
    {
        IndexWriter.Write(_folder.Path, SmallCorpus.Schema, SmallCorpus.Documents);

        Assert.Throws<ArgumentException>(() => IndexWriter.Update(_folder.Path, RandomCorpus.Schema, [], []));
        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        Assert.Equal(SmallCorpus.Documents.Length, searcher.Count);
    }

    private void AssertSameSegment(string other)
    {
        var mine = Assert.Single(IndexSnapshot.ReadManifest(_folder.Path).Segments);
        var theirs = Assert.Single(IndexSnapshot.ReadManifest(other).Segments);
        foreach (var (a, b) in mine.Files.Zip(theirs.Files))
            Assert.Equal(File.ReadAllBytes(Path.Combine(other, b.Name)), File.ReadAllBytes(_folder.File(a.Name)));
    }
}
