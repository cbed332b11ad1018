using Practices.Indexer.Indexing;

namespace Practices.Tests.Indexer.Indexing;

/// <summary>The project's own content, indexed for the tests of one class.</summary>
public sealed class OurContent : IDisposable
{
    private readonly DirectoryInfo _index = Directory.CreateTempSubdirectory("practices-index-");
    private readonly PracticeLibrary _library;

    public OurContent()
    {
        _library = new(Path.Combine(Repository.Root, "content"), _index.FullName);
        _library.Refresh();
    }

    public PracticeCatalog Catalog => _library.Current;

    public void Dispose()
    {
        _library.Dispose();
        _index.Delete(recursive: true);
    }
}
