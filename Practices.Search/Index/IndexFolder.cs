using System.Globalization;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>What stands in an index folder, and which of it is ours.</summary>
internal static class IndexFolder
{
    /// <summary>What the manifest is called while it is written.</summary>
    public const string NextManifest = Manifest.FileName + ".next";

    private const string SegmentStart = "segment-";

    /// <summary>The segment files of a folder: those of the current generation, and what earlier ones or an interrupted writer left.</summary>
    public static IEnumerable<string> SegmentFiles(string folder) => Directory.EnumerateFiles(folder).Where(path => GenerationOf(path) > 0);

    /// <summary>A generation that no file of the folder is of.</summary>
    public static int NextGeneration(string folder) => 1 + SegmentFiles(folder).Select(GenerationOf).DefaultIfEmpty().Max();

    /// <summary>Something in the folder that no index writer has put there; <see langword="null"/> when there is nothing such.</summary>
    public static string? ForeignEntry(string folder) => Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).FirstOrDefault(path =>
        Path.GetFileName(path) is not (Manifest.FileName or NextManifest or WriteLock.FileName) && GenerationOf(path) == 0);

    // The number in a segment file's name; 0 when it is no such name.
    private static int GenerationOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return Segment.Extensions.Contains(Path.GetExtension(path))
            && name.StartsWith(SegmentStart, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(SegmentStart.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            ? generation
            : 0;
    }
}
