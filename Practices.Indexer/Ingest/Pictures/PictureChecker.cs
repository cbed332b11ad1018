using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Ingest.Pictures;

/// <summary>
/// Looks at the files of the pictures that a record shows. One that a page should not show refuses the record, which keeps its last good version; a smaller size of it that is wrong is told and not used.
/// A file that is not there is not told here: <see cref="RecordGraph"/> looks for those again when others change.
/// </summary>
internal sealed partial class PictureChecker
{
    // Phones of 2 GB decode no more in comfort, and no page shows more.
    private const int MostPixelsASide = 5000;

    // How far the sides of a smaller size may be from the picture's own by rounding.
    private const double Rounding = 0.02;

    private readonly string _folder;
    private readonly RecordContext _context;

    private PictureChecker(ContentFile file, RecordContext context) => (_folder, _context) = (Path.GetDirectoryName(file.Path) ?? "", context);

    /// <summary>The items of <paramref name="media"/>, each with what its file says, as far as there is one that can be shown.</summary>
    /// <param name="file">The record's file.</param>
    /// <param name="media">What the record says of its pictures.</param>
    /// <param name="context">Has the pictures that the record and its story name, and takes problems.</param>
    public static ImmutableArray<MediaItem> Check(ContentFile file, ImmutableArray<MediaItem> media, RecordContext context)
    {
        var named = context.Files.Where(one => one.What == "picture").DistinctBy(one => one.Name, StringComparer.Ordinal).ToList();
        if (named.Count == 0) return media;
        var told = media.Select(item => item.File).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _, at) in named.Where(one => !told.Contains(one.Name)))
            context.Problems.Error("picture-credit", at, $"Nothing says who made the picture \"{ScalarText.Shown(name)}\". Add it to \"media\", with alt, credit and licence.");

        var checker = new PictureChecker(file, context);
        var pictures = named.Where(one => PictureFormat.Named(one.Name) is not null).ToDictionary(one => one.Name, checker.Look, StringComparer.Ordinal);
        return [.. media.Select(item => item with { Picture = pictures.GetValueOrDefault(item.File) })];
    }

    /// <summary>The picture that a file is a smaller size of, by its name: of <c>roof-640.jpg</c> <c>roof.jpg</c>; <see langword="null"/> of other names.</summary>
    public static string? WholeOf(string name) => VariantName().Match(name) is { Success: true } match ? match.Groups["whole"].Value + match.Groups["ending"].Value : null;

    private Picture? Look(FileReference named)
    {
        if (PictureFile.Read(Path.Combine(_folder, named.Name)) is not { } file) return null;
        if (FaultOf(named.Name, file) is var (rule, wrong))
        {
            _context.Problems.Error(rule, named.At, wrong);
            return null;
        }

        var header = file.Header!.Value;
        if (header.TellsPosition)
            _context.Problems.Warning("picture-position", named.At, $"The picture \"{named.Name}\" tells where it was taken, to anybody who saves it. If that is somebody's home, save it again without its EXIF data.");
        return new(named.Name, header.Width, header.Height, file.Hash) { Variants = [.. VariantsOf(named, header).OrderBy(variant => variant.Width)] };
    }

    private IEnumerable<Picture> VariantsOf(FileReference named, PictureHeader whole)
    {
        var path = Path.Combine(_folder, named.Name);
        var prefix = named.Name[..(named.Name.LastIndexOf('/') + 1)];
        var pattern = $"{Path.GetFileNameWithoutExtension(path)}-*{Path.GetExtension(path)}";
        foreach (var name in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, pattern).Select(found => prefix + Path.GetFileName(found)).Order(StringComparer.Ordinal))
        {
            if (WholeOf(name) != named.Name || PictureFile.Read(Path.Combine(_folder, name)) is not { } file) continue;
            if (FaultOf(name, file) is var (rule, wrong)) _context.Problems.Warning(rule, named.At, wrong);
            else if (Misfit(name, file.Header!.Value, whole) is { } misfit) _context.Problems.Warning("picture-variant", named.At, misfit);
            else yield return new(name, file.Header!.Value.Width, file.Header.Value.Height, file.Hash);
        }
    }

    private Fault? FaultOf(string name, PictureFile file)
    {
        if (LeadsOut(name)) return new Fault("picture-path", $"The picture \"{name}\" is a link that leads out of the record's folder, from where no file is shown. Put the file itself there.");
        if (file.Length < 0) return new Fault("unreadable", $"The picture \"{name}\" cannot be read. Give this program the right to read it.");
        if (file.Bytes is null) return new Fault("picture-weight", $"The picture \"{name}\" has {file.Length / 1024} KB; at most {PictureFile.MaxBytes / 1024} KB are shown, so that pages open on slow lines. Make it narrower (1600 pixels are enough), or save it with lower quality.");
        if (file.Header is not { } header) return new Fault("picture-format", $"The file \"{name}\" is not a picture that pages can show: it begins like none, or is cut off. Save the picture again, as {PictureFormat.Named(name)!.Name}.");
        if (PictureFormat.Named(name) != header.Format) return new Fault("picture-format", $"The picture \"{name}\" is in truth a {header.Format.Name} picture. Rename it so that it ends in {header.Format.Endings[0]}, or save it again.");
        return Math.Max(header.Width, header.Height) > MostPixelsASide
            ? new Fault("picture-size", $"The picture \"{name}\" measures {header.Width} by {header.Height} pixels; at most {MostPixelsASide} a side are shown. Make it narrower: 1600 pixels are enough.")
            : null;
    }

    private bool LeadsOut(string name) => RealPath.Of(_folder) is { } folder && RealPath.Of(Path.Combine(_folder, name)) is { } file && !RealPath.IsBelow(file, folder);

    private static string? Misfit(string name, PictureHeader variant, PictureHeader whole)
    {
        var width = int.Parse(VariantName().Match(name).Groups["width"].ValueSpan, CultureInfo.InvariantCulture);
        if (variant.Width != width) return $"The picture \"{name}\" is {variant.Width} pixels wide, not {width} as its name says. Rename it, or save it {width} pixels wide.";
        if (width >= whole.Width) return $"The picture \"{name}\" is no smaller than the whole one, which is {whole.Width} pixels wide. Delete it.";
        var stretch = (double)variant.Width * whole.Height / ((double)variant.Height * whole.Width);
        return Math.Abs(stretch - 1) > Rounding
            ? $"The picture \"{name}\" has another shape than the whole one ({variant.Width} by {variant.Height} against {whole.Width} by {whole.Height}). Make it from the same picture, without cutting."
            : null;
    }

    // Why a file is not shown.
    private sealed record Fault(string Rule, string Message);

    [GeneratedRegex(@"^(?<whole>.+)-(?<width>[1-9][0-9]{1,3})(?<ending>\.[A-Za-z]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex VariantName();
}
