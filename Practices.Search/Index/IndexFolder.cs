using System.Globalization;

namespace Practices.Search.Index;

/// <summary>What stands in an index folder, and which of it is ours.</summary>
internal static class IndexFolder
{
    /// <summary>What the manifest is called while it is written.</summary>
    public const string NextManifest = Manifest.FileName + ".next";

    private const string SegmentStart = "segment-";

    // The system's own folder at the root of a mounted volume.
    private const string VolumeFolder = "lost+found";

    /// <summary>The segment files of a folder: those of the current snapshot, and what earlier ones or an interrupted writer left.</summary>
    public static IEnumerable<string> SegmentFiles(string folder) => Directory.EnumerateFiles(folder).Where(path => NumberOf(path) > 0);

    /// <summary>A number above that of every file in the folder.</summary>
    public static int NextNumber(string folder) => 1 + SegmentFiles(folder).Select(NumberOf).DefaultIfEmpty().Max();

    /// <summary>
    /// Something in the folder that no index writer has put there; <see langword="null"/> when there is nothing such. A manifest alone, with none of our other files
    /// beside it, may be another program's: many use the name.
    /// </summary>
    public static string? ForeignEntry(string folder)
    {
        var entries = Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).ToList();
        var isOurs = entries.Exists(path => Path.GetFileName(path) is NextManifest or Storage.WriteLock.FileName || NumberOf(path) > 0);
        return entries.Find(path => Path.GetFileName(path) switch
        {
            NextManifest or Storage.WriteLock.FileName or VolumeFolder => false,
            Manifest.FileName => !isOurs,
            _ => NumberOf(path) == 0,
        });
    }

    // The largest number in a segment file's name, such as segment-3.index or segment-3-7.deleted; 0 when it is no such name.
    private static int NumberOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var extension = Path.GetExtension(path);
        if (!Segment.Extensions.Contains(extension) && extension != Deletions.Extension) return 0;
        if (!name.StartsWith(SegmentStart, StringComparison.Ordinal)) return 0;
        var largest = 0;
        foreach (var part in name[SegmentStart.Length..].Split('-'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return 0;
            largest = Math.Max(largest, number);
        }

        return largest;
    }
}
