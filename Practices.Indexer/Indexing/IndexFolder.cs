namespace Practices.Indexer.Indexing;

/// <summary>Where the index is when nobody says. It holds nothing that cannot be made again from the content.</summary>
public static class IndexFolder
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "PRACTICES_INDEX";

    /// <summary>The folder given, else the one that <see cref="Variable"/> names, else the folder <c>index</c> beside the content.</summary>
    public static string Find(string? given, string contentFolder)
    {
        var named = string.IsNullOrWhiteSpace(given) ? Environment.GetEnvironmentVariable(Variable) : given;
        return Path.GetFullPath(string.IsNullOrWhiteSpace(named)
            ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(contentFolder).TrimEnd(Path.DirectorySeparatorChar))!, "index")
            : named);
    }
}
