using System.Collections.Immutable;

namespace Practices.Indexer.Content;

/// <summary>A format of pictures that every browser shows and that cannot carry script.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="MediaType">Its media type, as the registry of the IANA has it.</param>
/// <param name="Endings">How its files' names end; the first is the usual one.</param>
public sealed record PictureFormat(string Name, string MediaType, ImmutableArray<string> Endings)
{
    /// <summary>ITU-T T.81, as cameras write it.</summary>
    public static PictureFormat Jpeg { get; } = new("JPEG", "image/jpeg", [".jpg", ".jpeg"]);

    /// <summary>W3C Portable Network Graphics.</summary>
    public static PictureFormat Png { get; } = new("PNG", "image/png", [".png"]);

    /// <summary>RFC 9649.</summary>
    public static PictureFormat WebP { get; } = new("WebP", "image/webp", [".webp"]);

    /// <summary>AV1 Image File Format.</summary>
    public static PictureFormat Avif { get; } = new("AVIF", "image/avif", [".avif"]);

    /// <summary>Graphics Interchange Format, 87a and 89a.</summary>
    public static PictureFormat Gif { get; } = new("GIF", "image/gif", [".gif"]);

    /// <summary>All of them. SVG is none: it could carry a script.</summary>
    public static ImmutableArray<PictureFormat> All { get; } = [Jpeg, Png, WebP, Avif, Gif];

    /// <summary>The format that a file's name tells of; <see langword="null"/> of another file.</summary>
    public static PictureFormat? Named(string file) => All.FirstOrDefault(format => format.Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
