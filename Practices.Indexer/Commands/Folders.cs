using System.CommandLine;
using Practices.Indexer.Indexing;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Commands;

/// <summary>The two folders that commands work on, and the options that name them.</summary>
internal static class Folders
{
    /// <summary>Where the content is.</summary>
    public static Option<string?> Content() => new("--content")
    {
        Description = "The content folder. Default: PRACTICES_CONTENT, else the nearest folder named content from here upwards.",
        HelpName = "DIR",
    };

    /// <summary>Where the index is.</summary>
    public static Option<string?> Index() => new("--index")
    {
        Description = "The index folder. Default: PRACTICES_INDEX, else the folder named index beside the content.",
        HelpName = "DIR",
    };

    /// <summary>The library of the folders given or found.</summary>
    public static PracticeLibrary Library(string? content, string? index)
    {
        var found = ContentFolder.Find(content);
        return new(found, IndexFolder.Find(index, found));
    }

    /// <summary>The library of an index that stands, opened to be read. An index that is older than the content is said, not made again.</summary>
    public static PracticeLibrary Opened(string? content, string? index)
    {
        var library = Library(content, index);
        if (!library.Open()) Console.Error.WriteLine("The index is older than the content: run `practices index` to bring it up to date.");
        return library;
    }
}
