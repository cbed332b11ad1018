namespace Practices.Indexer.Ingest;

/// <summary>Where the content is when nobody says.</summary>
public static class ContentFolder
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "PRACTICES_CONTENT";

    /// <summary>
    /// The folder given, else the one that <see cref="Variable"/> names, else the first folder named <c>content</c> with vocabularies in it,
    /// from the current directory upwards.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says what to do.</exception>
    public static string Find(string? given)
    {
        var named = string.IsNullOrWhiteSpace(given) ? Environment.GetEnvironmentVariable(Variable) : given;
        if (!string.IsNullOrWhiteSpace(named))
        {
            var folder = Path.GetFullPath(named);
            return Directory.Exists(folder) ? folder : throw new DirectoryNotFoundException($"There is no content folder {folder}. Name another with --content or {Variable}.");
        }

        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "content");
            if (Directory.Exists(Path.Combine(candidate, "vocabularies"))) return candidate;
        }

        throw new DirectoryNotFoundException(
            $"There is no content folder here or above. Run this inside the project, or name the folder with --content or {Variable}.");
    }
}
