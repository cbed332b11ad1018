using System.Globalization;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>What stands in an index folder, and which of it is ours.</summary>
internal static class IndexFolder
{
    /// <summary>What the manifest is called while it is written.</summary>
    public const string NextManifest = Manifest.FileName + ".next";

    private const string SegmentStart = "segment-";

    // The system's own folder at the root of a mounted volume.
    private const string VolumeFolder = "lost+found";

    /// <summary>The segment files of a folder: those of the current generation, and what earlier ones or an interrupted writer left.</summary>
    public static IEnumerable<string> SegmentFiles(string folder) => Directory.EnumerateFiles(folder).Where(path => GenerationOf(path) > 0);

    /// <summary>A generation that no file of the folder is of.</summary>
    public static int NextGeneration(string folder) => 1 + SegmentFiles(folder).Select(GenerationOf).DefaultIfEmpty().Max();

    /// <summary>
    /// Something in the folder that no index writer has put there; <see langword="null"/> when there is nothing such. A manifest alone, with none of our other files
    /// beside it, may be another program's: many use the name.
    /// </summary>
    public static string? ForeignEntry(string folder)
    {
        var entries = Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).ToList();
        var isOurs = entries.Exists(path => Path.GetFileName(path) is NextManifest or WriteLock.FileName || GenerationOf(path) > 0);
        return entries.Find(path => Path.GetFileName(path) switch
        {
            NextManifest or WriteLock.FileName or VolumeFolder => false,
            Manifest.FileName => !isOurs,
            _ => GenerationOf(path) == 0,
        });
    }

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
