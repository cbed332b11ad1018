using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Ingest;

/// <summary>Which files there are in a content folder, and which content folder is meant.</summary>
public static class ContentFolder
{
    /// <summary>The environment variable that names the content folder.</summary>
    public const string Variable = "PRACTICES_CONTENT";

    // No content is nested deeper; a loop of mounts or links is left here at the latest.
    private const int MaxDepth = 24;

    /// <summary>
    /// The content folder: the one that is named, else the one that <c>PRACTICES_CONTENT</c> names, else the first folder <c>content</c> beside or above the current folder.
    /// </summary>
    /// <returns>A full path, which need not exist.</returns>
    public static string Find(string? named = null)
    {
        if (!string.IsNullOrEmpty(named)) return Path.GetFullPath(named);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable) return Path.GetFullPath(variable);
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "content");
            if (Directory.Exists(folder)) return folder;
        }

        return Path.GetFullPath("content");
    }

    /// <summary>
    /// Every file below a folder, in ordinal order of names. Names that begin with a point are left out. Links are followed, but no folder is entered twice.
    /// A folder that cannot be listed is reported and named in <paramref name="unreadable"/>, with a <c>/</c> at its end: what it holds is unknown, not gone.
    /// </summary>
    /// <param name="root">The content folder.</param>
    /// <param name="under">A folder in it, from the root with a <c>/</c> at its end, to list that one alone; empty for everything.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="unreadable">Takes the folders that cannot be listed.</param>
    /// <param name="hasLinks">Whether any folder is a link: then one file can have several names, and only a listing of everything says which one counts.</param>
    /// <exception cref="IOException">The content folder itself cannot be listed.</exception>
    public static IReadOnlyList<ListedFile> List(string root, string under, DiagnosticBag problems, ICollection<string> unreadable, out bool hasLinks)
    {
        var files = new List<ListedFile>();
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<(DirectoryInfo Folder, string Prefix, int Depth)>();
        waiting.Push((new(Path.Combine(root, under.TrimEnd('/'))), under, under.Count(c => c == '/')));
        hasLinks = false;
        while (waiting.TryPop(out var at))
        {
            try
            {
                var target = at.Folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
                hasLinks |= target is not null && at.Depth > 0;
                if (!entered.Add(Path.TrimEndingDirectorySeparator(target ?? at.Folder.FullName))) continue;
                foreach (var entry in at.Folder.EnumerateFileSystemInfos())
                {
                    if (entry.Name[0] == '.') continue;
                    if (entry is FileInfo file) files.Add(new(at.Prefix + entry.Name, FileStamp.Of(file)));
                    else if (at.Depth < MaxDepth) waiting.Push(((DirectoryInfo)entry, $"{at.Prefix}{entry.Name}/", at.Depth + 1));
                }
            }
            catch (UnauthorizedAccessException e) when (at.Depth == 0)
            {
                throw new IOException($"The content folder \"{root}\" cannot be read. Give this program the right to read it.", e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && at.Depth > 0)
            {
                unreadable.Add(at.Prefix);
                problems.Add(new Diagnostic(Severity.Error, "unreadable", at.Prefix.TrimEnd('/'), 1, 1, $"The folder cannot be read: {e.Message} Give this program the right to read it."));
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }
}
