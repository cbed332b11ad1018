using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;

namespace Practices.Web.Hosting;

/// <summary>The pictures of records, at the addresses of <see cref="PictureAddress"/>. Only files that a public record shows, and only pictures, ever leave the content folder.</summary>
public static class Pictures
{
    // An SVG or HTML file could carry a script and is never served.
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".gif"] = "image/gif",
        [".avif"] = "image/avif",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static void MapPictures(this IEndpointRouteBuilder routes) =>
        routes.MapRead($"{Routes.Search}/{{id}}/{{**file}}", Serve);

    private static IResult Serve(string id, string file, HttpContext context, PracticeLibrary library)
    {
        // The name is not made into a path before it is found in the record's own list.
        if (library.Current.Find(id) is not { } record || !record.Pictures.Contains(file, StringComparer.Ordinal)) return Results.NotFound();
        if (!Types.TryGetValue(Path.GetExtension(file), out var type)) return Results.NotFound();

        // A link may stand in for the record's folder, which is the editors' way to arrange the content, but none leads out of it.
        var folder = Path.GetFullPath(Path.Combine(library.ContentFolder, Path.GetDirectoryName(record.File) ?? ""));
        if (RealPath.Of(folder) is not { } realFolder || RealPath.Of(Path.Combine(folder, file)) is not { } realFile) return Results.NotFound();
        var picture = new FileInfo(realFile);
        if (!RealPath.IsBelow(realFile, realFolder) || !picture.Exists) return Results.NotFound();

        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.File(
            picture.FullName,
            type,
            lastModified: new DateTimeOffset(picture.LastWriteTimeUtc),
            entityTag: new EntityTagHeaderValue($"\"{picture.LastWriteTimeUtc.Ticks:x}-{picture.Length:x}\""));
    }
}
