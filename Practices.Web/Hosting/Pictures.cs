using Microsoft.Net.Http.Headers;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Indexer.Ingest.Pictures;

namespace Practices.Web.Hosting;

/// <summary>The pictures of records, at the addresses of <see cref="PictureAddress"/>. Only files that a public record shows, and only pictures, ever leave the content folder.</summary>
public static class Pictures
{
    private const int YearInSeconds = 365 * 24 * 60 * 60;

    /// <summary>Maps the addresses below those of records.</summary>
    public static void MapPictures(this IEndpointRouteBuilder routes) =>
        routes.MapRead($"{Routes.Search}/{{id}}/{{**file}}", Serve);

    private static IResult Serve(string id, string file, HttpContext context, PracticeLibrary library)
    {
        // The name is not made into a path before it is found in the record's own list.
        if (library.Current.Find(id) is not { } record || !record.Media.Any(item => Shows(item, file))) return Results.NotFound();

        // A link may stand in for the record's folder, which is the editors' way to arrange the content, but none leads out of it.
        var folder = Path.GetFullPath(Path.Combine(library.ContentFolder, Path.GetDirectoryName(record.File) ?? ""));
        if (RealPath.Of(folder) is not { } realFolder || RealPath.Of(Path.Combine(folder, file)) is not { } realFile) return Results.NotFound();
        if (!RealPath.IsBelow(realFile, realFolder) || PictureFile.Read(realFile) is not { Bytes: { } bytes, Header: { } header } picture) return Results.NotFound();

        // The file may have changed a moment ago: what is kept for ever is what was asked for, and nothing else.
        var isAsAsked = context.Request.Query["v"] == picture.Hash;
        context.Response.Headers.CacheControl = isAsAsked ? $"public, max-age={YearInSeconds}, immutable" : "public, no-cache";
        return Results.Bytes(bytes, header.Format.MediaType, entityTag: new EntityTagHeaderValue($"\"{picture.Hash}\""));
    }

    private static bool Shows(MediaItem item, string file) =>
        item.Picture is { } picture && (picture.File == file || picture.Variants.Any(variant => variant.File == file));
}
