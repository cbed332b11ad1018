using Practices.Search.Index;
using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Index;

public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DamageTests() => IndexWriter.Write(_folder.Path, SmallCorpus.Schema, SmallCorpus.Documents.Take(3));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("segment-1.index")]
    [InlineData("segment-1.cards")]
    public void Any_changed_byte_of_what_finds_and_lists_documents_is_noticed_when_the_index_is_opened(string name)
    {
        ForEachChangedByte(name, () => AssertNoticed(name));
        Assert.Equal(3, Open());
    }

    [Theory]
    [InlineData("segment-1.texts")]
    [InlineData("segment-1.stored")]
    public void Any_changed_byte_of_what_is_stored_is_noticed_when_it_is_read_or_changes_nothing(string name)
    {
        var state = IndexState.Of(_folder.Path);
        var noticed = 0;
        ForEachChangedByte(name, () =>
        {
            try
            {
                Assert.Equal(state, IndexState.Of(_folder.Path));
            }
            catch (IndexException problem)
            {
                AssertNames(name, problem);
                noticed++;
            }
        });

        Assert.True(noticed > new FileInfo(_folder.File(name)).Length / 2);
    }

    [Theory]
    [InlineData("segment-1.index")]
    [InlineData("segment-1.cards")]
    [InlineData("segment-1.texts")]
    [InlineData("segment-1.stored")]
    public void Any_changed_byte_is_put_right_by_indexing_again(string name)
    {
        var state = IndexState.Of(_folder.Path);
        var bytes = File.ReadAllBytes(_folder.File(name));
        for (var i = 0; i < bytes.Length; i += 97)
        {
            bytes[i] ^= 0x10;
            using var damaged = new TemporaryFolder();
            foreach (var file in Directory.GetFiles(_folder.Path)) File.Copy(file, damaged.File(Path.GetFileName(file)));
            File.WriteAllBytes(damaged.File(name), bytes);
            IndexWriter.Write(damaged.Path, SmallCorpus.Schema, SmallCorpus.Documents.Take(3));
            Assert.Equal(state, IndexState.Of(damaged.Path));
            bytes[i] ^= 0x10;
        }
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("segment-1.index")]
    [InlineData("segment-1.cards")]
    [InlineData("segment-1.texts")]
    [InlineData("segment-1.stored")]
    public void Any_other_length_is_noticed_when_the_index_is_opened(string name)
    {
        var bytes = File.ReadAllBytes(_folder.File(name));
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(_folder.File(name), bytes[..length]);
            AssertNoticed(name);
        }

        File.WriteAllBytes(_folder.File(name), [.. bytes, 0]);
        AssertNoticed(name);
    }

    [Fact]
    public void Files_of_another_index_are_noticed()
    {
        using var other = new TemporaryFolder();
        IndexWriter.Write(other.Path, SmallCorpus.Schema, SmallCorpus.Documents.Skip(3));
        foreach (var extension in new[] { "index", "cards", "texts", "stored" })
        {
            var name = "segment-1." + extension;
            var own = File.ReadAllBytes(_folder.File(name));
            File.Copy(other.File(name), _folder.File(name), overwrite: true);
            AssertNoticed(name);
            File.WriteAllBytes(_folder.File(name), own);
        }
    }

    private void ForEachChangedByte(string name, Action check)
    {
        var bytes = File.ReadAllBytes(_folder.File(name));
        for (var i = 0; i < bytes.Length; i++)
        {
            var change = (byte)(i % 9 == 8 ? 0xFF : 1 << (i % 9));
            bytes[i] ^= change;
            File.WriteAllBytes(_folder.File(name), bytes);
            check();
            bytes[i] ^= change;
        }

        File.WriteAllBytes(_folder.File(name), bytes);
    }

    private void AssertNoticed(string name) => AssertNames(name, Assert.Throws<IndexException>(() => Open()));

    private static void AssertNames(string name, IndexException problem)
    {
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
        Assert.Contains("index again", problem.Message, StringComparison.Ordinal);
    }

    private int Open()
    {
        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        return searcher.Count;
    }
}
