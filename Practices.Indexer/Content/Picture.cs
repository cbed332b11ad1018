using System.Collections.Immutable;

namespace Practices.Indexer.Content;

/// <summary>A file of a picture as its bytes say it is.</summary>
/// <param name="File">Its path from the record's folder, with <c>/</c>.</param>
/// <param name="Width">How wide it is shown, in pixels of the picture.</param>
/// <param name="Height">How high.</param>
/// <param name="Hash">The first 64 bits of the SHA-256 of its bytes, in 16 small hexadecimal digits: another hash, another picture.</param>
public sealed record Picture(string File, int Width, int Height, string Hash)
{
    /// <summary>The same picture in smaller sizes, which lie beside it as <c>roof-640.jpg</c> beside <c>roof.jpg</c>; the narrowest first.</summary>
    public ImmutableArray<Picture> Variants { get; init; } = [];
}
