using System.Globalization;
using System.Text.Encodings.Web;
using Practices.Indexer.Content;

namespace Practices.Web.Presentation;

/// <summary>A picture as a page shows it: its size is known before a byte of it has come, so that nothing on the page moves.</summary>
public sealed class PictureView
{
    /// <summary>How wide the picture beside a page's title is shown, as the attribute <c>sizes</c> has it.</summary>
    public const string LeadWidth = "(min-width: 700px) 24rem, 100vw";

    /// <summary>The same of pictures in a story and after it.</summary>
    public const string StoryWidth = "(min-width: 700px) 43rem, 100vw";

    private readonly string _id;
    private readonly Picture _picture;

    private PictureView(string id, MediaItem item, Picture picture, bool isInStory) => (_id, Item, _picture, IsInStory) = (id, item, picture, isInStory);

    /// <summary>What is said of it.</summary>
    public MediaItem Item { get; }

    /// <summary>Whether the story shows it.</summary>
    public bool IsInStory { get; }

    /// <summary>Its address.</summary>
    public string Source => PictureAddress.Of(_id, _picture);

    /// <summary>Its width in pixels.</summary>
    public int Width => _picture.Width;

    /// <summary>Its height in pixels.</summary>
    public int Height => _picture.Height;

    /// <summary>The addresses of its sizes, each with its width, of which a browser takes the smallest that is enough; <see langword="null"/> where there is one.</summary>
    public string? Sizes => _picture.Variants.IsEmpty
        ? null
        : string.Join(", ", _picture.Variants.Append(_picture).Select(size => $"{PictureAddress.Of(_id, size)} {size.Width.ToString(CultureInfo.InvariantCulture)}w"));

    /// <summary>The pictures of a record in its order.</summary>
    public static IReadOnlyList<PictureView> Of(Practice record) =>
    [
        .. record.Media.Where(item => item.Picture is not null)
            .Select(item => new PictureView(record.Id, item, item.Picture!, record.BodyHtml.Contains(SourceIn(record.Id, item.File), StringComparison.Ordinal))),
    ];

    /// <summary>The story of a record with its pictures in it. Of the story's markup only the addresses of pictures change, which our own writer wrote.</summary>
    /// <param name="record">The record.</param>
    /// <param name="pictures">Its pictures.</param>
    public static string StoryOf(Practice record, IEnumerable<PictureView> pictures)
    {
        var html = record.BodyHtml;
        foreach (var picture in pictures.Where(one => one.IsInStory))
        {
            var attributes = $"src=\"{Encoded(picture.Source)}\" width=\"{picture.Width}\" height=\"{picture.Height}\"";
            if (picture.Sizes is { } set) attributes += $" srcset=\"{Encoded(set)}\" sizes=\"{Encoded(StoryWidth)}\"";
            html = html.Replace(SourceIn(record.Id, picture.Item.File), attributes, StringComparison.Ordinal);
        }

        return html;
    }

    private static string SourceIn(string id, string file) => $"src=\"{PictureAddress.Of(id, file)}\"";

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
