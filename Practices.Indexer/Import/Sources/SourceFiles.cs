using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Practices.Indexer.Import.Sources;

/// <summary>What a file is read as.</summary>
internal enum SourceKind
{
    /// <summary>Nothing that is read.</summary>
    Unknown,

    /// <summary>CSV and its like.</summary>
    Table,

    /// <summary>XLSX.</summary>
    Workbook,

    /// <summary>JSON, in one piece or in lines.</summary>
    Json,

    /// <summary>HTML.</summary>
    Page,

    /// <summary>DOCX.</summary>
    Document,

    /// <summary>Plain text with headings.</summary>
    Text,

    /// <summary>ZIP.</summary>
    Archive,

    /// <summary>What belongs to a page but holds no submission: pictures, styles, scripts.</summary>
    Companion,
}

/// <summary>Tells what a file is by the ending of its name, and that its content agrees.</summary>
internal static class SourceFiles
{
    private static readonly FrozenDictionary<string, SourceKind> Kinds = new Dictionary<string, SourceKind>(StringComparer.Ordinal)
    {
        [".csv"] = SourceKind.Table,
        [".tsv"] = SourceKind.Table,
        [".tab"] = SourceKind.Table,
        [".xlsx"] = SourceKind.Workbook,
        [".xlsm"] = SourceKind.Workbook,
        [".json"] = SourceKind.Json,
        [".geojson"] = SourceKind.Json,
        [".jsonl"] = SourceKind.Json,
        [".ndjson"] = SourceKind.Json,
        [".html"] = SourceKind.Page,
        [".htm"] = SourceKind.Page,
        [".xhtml"] = SourceKind.Page,
        [".docx"] = SourceKind.Document,
        [".docm"] = SourceKind.Document,
        [".txt"] = SourceKind.Text,
        [".md"] = SourceKind.Text,
        [".zip"] = SourceKind.Archive,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Companions =
        ".css .js .map .png .jpg .jpeg .gif .svg .webp .avif .ico .woff .woff2 .ttf".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a file is by its name.</summary>
    public static SourceKind KindOf(SourceFile file, SourceOptions options)
    {
        if (Companions.Contains(file.Extension)) return SourceKind.Companion;
        var kind = Kinds.GetValueOrDefault(file.Extension);
        return kind == SourceKind.Text && options.Delimiter is not null ? SourceKind.Table : kind;
    }

    /// <summary>Holds the content to the name.</summary>
    /// <exception cref="SourceException">They do not agree.</exception>
    public static void Verify(SourceFile file, SourceKind kind)
    {
        if (file.Length > SourceLimits.MaxFileBytes) throw new SourceException("file-size", $"The file has more than {SourceLimits.MaxFileBytes >> 20} MB. Divide it into several files.");
        var head = new byte[8];
        using var stream = file.Open();
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var isPackage = length >= 4 && head is [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..];
        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..]) throw new SourceException("wrong-kind", "The file is of an old kind (.xls, .doc) or locked with a password. Save it as .xlsx or .docx, without a password.");
        if (kind is SourceKind.Workbook or SourceKind.Document or SourceKind.Archive)
        {
            if (!isPackage) throw new SourceException("wrong-kind", $"The file is named {file.Extension} but is none. Save it again from the program that made it, or give it its right name.");
        }
        else if (isPackage || head is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..])
        {
            throw new SourceException("wrong-kind", $"The file is named {file.Extension} but is an archive, a workbook, a document or a PDF. Give it its right name.");
        }
    }

    /// <summary>The files below a folder, in the order of their names. Links are not followed.</summary>
    public static ImmutableArray<SourceFile> In(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System, MaxRecursionDepth = 20 };
        var files = Directory.EnumerateFiles(folder, "*", options).Take(SourceLimits.MaxFiles + 1).ToList();
        if (files.Count > SourceLimits.MaxFiles) throw new SourceException("too-many-files", $"The folder holds more than {SourceLimits.MaxFiles:N0} files. Import it in several parts.");
        return [.. files.Select(file => (Path: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/'))).OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => OnDisk(f.Path, $"{folder.TrimEnd('/', '\\')}/{f.Name}"))];
    }

    /// <summary>A file on the disk.</summary>
    public static SourceFile OnDisk(string path, string name) => new(name, new FileInfo(path) is { Exists: true } info ? info.Length : 0, () => File.OpenRead(path));

    /// <summary>An entry of an archive. A workbook or document in it is held in memory, since its parts are read in any order.</summary>
    public static SourceFile InArchive(SourceFile archive, Archive content, ArchiveEntry entry)
    {
        var file = new SourceFile($"{archive.Name}/{entry.Name}", entry.Length, () => content.Open(entry));
        if (Kinds.GetValueOrDefault(file.Extension) is not (SourceKind.Workbook or SourceKind.Document)) return file;
        var bytes = new Lazy<byte[]>(() => file.ReadAll(SourceLimits.MaxFileBytes, "Import it by itself."));
        return file with { Open = () => new MemoryStream(bytes.Value, writable: false) };
    }
}
