namespace Practices.Indexer.Ingest.Pictures;

/// <summary>Where a file truly is, once every link on the way to it is followed.</summary>
public static class RealPath
{
    // As many links as Linux follows before it takes them for a circle.
    private const int MaxLinks = 40;

    /// <summary>The path of a file without any link in it, which need not be in a folder that it was asked for in.</summary>
    /// <param name="path">A full path.</param>
    /// <returns><see langword="null"/> where there is nothing, or the links lead in a circle or where this program may not look.</returns>
    public static string? Of(string path)
    {
        try
        {
            var links = 0;
            return Follow(Path.GetFullPath(path), ref links);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the real path of a file is below the real path of a folder.</summary>
    public static bool IsBelow(string file, string folder) =>
        file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Follow(string path, ref int links)
    {
        var at = Path.GetPathRoot(path)!;
        foreach (var name in path[at.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            at = Path.Combine(at, name);
            while (File.ResolveLinkTarget(at, returnFinalTarget: false) is { } target)
            {
                if (++links > MaxLinks) throw new IOException($"Too many links lead to {path}.");
                at = Follow(target.FullName, ref links);
            }
        }

        return at;
    }
}
