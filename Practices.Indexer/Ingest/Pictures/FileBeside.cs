using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Ingest.Pictures;

/// <summary>A file that belongs to a record and is none: a picture, whose bytes its record is made of, or a translation, of which the name alone counts.</summary>
/// <param name="Digest">Of the name, and of a picture's bytes.</param>
/// <param name="Stamp">What it looked like from outside; <see langword="null"/> when that says nothing.</param>
/// <param name="ReadAt">When it was looked at, in UTC.</param>
internal readonly record struct FileBeside(UInt128 Digest, FileStamp? Stamp, DateTime ReadAt)
{
    /// <summary>Whether a file of that name can belong to a record. What an editor or a tool leaves beside them does not count.</summary>
    public static bool Counts(string name) => PictureFormat.Named(name) is not null || name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Looks at a file.</summary>
    /// <param name="root">The content folder.</param>
    /// <param name="file">The file.</param>
    public static FileBeside Read(string root, ListedFile file)
    {
        var readAt = DateTime.UtcNow;
        return new(DigestOf(root, file.Name), file.Stamp, readAt);
    }

    /// <summary>The digest alone. Of a picture that is too heavy to be shown the length counts.</summary>
    public static UInt128 DigestOf(string root, string name)
    {
        if (PictureFormat.Named(name) is null) return ContentBytes.Digest(name);
        return ContentBytes.Read(Path.Combine(root, name), PictureFile.MaxBytes, new FileDiagnostics(name), out var length) is { } bytes
            ? ContentBytes.Digest(name, bytes)
            : ContentBytes.DigestOfUnread(name, length);
    }

    /// <summary>Whether a file that is listed now is this one, unchanged.</summary>
    public bool Is(ListedFile listed) => listed.Stamp is { } stamp && stamp == Stamp && stamp.IsTrusted(ReadAt);
}
