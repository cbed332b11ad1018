using Practices.Search.Index;
using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Index;

public class WriteFailureTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Whatever_operation_fails_the_old_or_the_new_index_stands_whole(bool tears, bool failsForGood)
    {
        var states = new List<string>();
        for (var failing = 1; ; failing++)
        {
            using var folder = new TemporaryFolder();
            IndexWriter.Write(folder.Path, SmallCorpus.Schema, SmallCorpus.Documents.Take(5), "old");
            var files = new FaultyFiles(failing, tears, failsForGood);
            var failed = false;
            try
            {
                IndexWriter.Write(folder.Path, SmallCorpus.Schema, SmallCorpus.Documents, "new", files);
            }
            catch (IndexException problem)
            {
                failed = true;
                Assert.Contains("No space left on device", problem.Message, StringComparison.Ordinal);
                Assert.Contains("index again", problem.Message, StringComparison.Ordinal);
            }

            var state = StateOf(folder.Path);
            Assert.True(failed || state == "new");
            states.Add(state);

            // What failed leaves nothing in the way of the next writer, who clears it up.
            IndexWriter.Write(folder.Path, SmallCorpus.Schema, SmallCorpus.Documents.Take(7), "next");
            Assert.Equal("next", StateOf(folder.Path));
            AssertNothingElseLies(folder.Path);
            if (files.Operations < failing) break;
        }

        Assert.Contains("old", states);
        Assert.Contains("new", states);
        Assert.Equal(states.Order(Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a))), states);
    }

    [Fact]
    public void A_first_index_that_fails_leaves_no_index()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<IndexException>(() => IndexWriter.Write(folder.Path, SmallCorpus.Schema, SmallCorpus.Documents, "", new FaultyFiles(7, tears: true, failsForGood: true)));
        Assert.Throws<IndexException>(() => IndexSnapshot.Open(folder.Path));

        IndexWriter.Write(folder.Path, SmallCorpus.Schema, SmallCorpus.Documents, "whole");
        Assert.Equal("whole", StateOf(folder.Path));
    }

    [Fact]
    public void A_crash_that_leaves_files_of_the_next_generation_is_no_trouble()
    {
        using var folder = new TemporaryFolder();
        IndexWriter.Write(folder.Path, SmallCorpus.Schema, SmallCorpus.Documents.Take(5), "old");
        File.WriteAllText(folder.File("segment-2.index"), "half a file");
        File.WriteAllText(folder.File("manifest.json.next"), "half a manifest");

        Assert.Equal("old", StateOf(folder.Path));
        IndexWriter.Write(folder.Path, SmallCorpus.Schema, SmallCorpus.Documents, "new");

        Assert.Equal("new", StateOf(folder.Path));
        Assert.False(File.Exists(folder.File("segment-2.index")));
        Assert.False(File.Exists(folder.File("manifest.json.next")));
    }

    // The stamp of the index, after a search has shown that the documents are those that go with it.
    private static void AssertNothingElseLies(string folder)
    {
        var named = IndexSnapshot.ReadManifest(folder).Segments.SelectMany(segment => segment.AllFiles).Select(file => file.Name);
        Assert.Equal(
            named.Append("manifest.json").Append("write.lock").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    private static string StateOf(string folder)
    {
        using var snapshot = IndexSnapshot.Open(folder);
        using var searcher = new Searcher(snapshot);
        var expected = snapshot.Stamp switch { "old" => 5, "next" => 7, _ => 12 };
        Assert.Equal(expected, searcher.Search(new() { CountFacets = true }).Total);
        return snapshot.Stamp;
    }
}
