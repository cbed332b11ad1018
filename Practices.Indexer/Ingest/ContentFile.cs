using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Indexer.Ingest;

/// <summary>A record's file.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Name">Its path from the content folder, with <c>/</c>.</param>
/// <param name="Id">The id that its name gives it: of <c>practices/durban.md</c> and of <c>practices/durban/index.md</c> it is <c>durban</c>.</param>
/// <param name="Kind">The kind of record that its folder holds; <see langword="null"/> outside the folders of kinds.</param>
public sealed record ContentFile(string Path, string Name, string Id, RecordKind? Kind)
{
    /// <summary>The folders of records, with the kind that each holds.</summary>
    public static ImmutableArray<(string Folder, RecordKind Kind)> Folders { get; } =
    [
        ("practices", RecordKind.Practice),
        ("submissions", RecordKind.Practice),
        ("learning", RecordKind.Learning),
        ("networks", RecordKind.Network),
        ("awards", RecordKind.Award),
    ];

    /// <summary>The file of a path in a content folder.</summary>
    public static ContentFile Of(string path, string name)
    {
        var parts = name.Split('/');
        var isFolderRecord = parts.Length > 1 && parts[^1] == "index.md";
        var id = isFolderRecord ? parts[^2] : System.IO.Path.GetFileNameWithoutExtension(parts[^1]);
        RecordKind? kind = null;
        foreach (var (folder, holds) in Folders)
            if (parts.Length > 1 && parts[0] == folder) kind = holds;
        return new(path, name, id, kind);
    }

    /// <summary>The name, from the content folder, of a file beside this one.</summary>
    public string NameOf(string beside) => Name.LastIndexOf('/') is var slash and >= 0 ? $"{Name[..slash]}/{beside}" : beside;
}
