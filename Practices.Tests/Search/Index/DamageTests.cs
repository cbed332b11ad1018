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
    [InlineData("segment-1.texts")]
    [InlineData("segment-1.stored")]
    public void Any_changed_byte_is_noticed_when_the_index_is_opened(string name)
    {
        var bytes = File.ReadAllBytes(_folder.File(name));
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var change in new byte[] { 1, 0x20, 0xFF })
            {
                bytes[i] ^= change;
                File.WriteAllBytes(_folder.File(name), bytes);
                AssertNoticed(name);
                bytes[i] ^= change;
            }
        }

        File.WriteAllBytes(_folder.File(name), bytes);
        Assert.Equal(3, Open());
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

    private void AssertNoticed(string name)
    {
        var problem = Assert.Throws<IndexException>(() => Open());
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
        Assert.Contains("index again", problem.Message, StringComparison.Ordinal);
    }

    private int Open()
    {
        using var searcher = new Searcher(IndexSnapshot.Open(_folder.Path));
        return searcher.Count;
    }
}
