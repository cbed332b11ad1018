using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Practices.Web;

/// <summary>How text is written into a page: accents and other scripts are letters, not entities, so that a page is as short as its text.</summary>
public static class PageEncoding
{
    /// <summary>The letters that stand as they are; what has a meaning in HTML never does.</summary>
    public static TextEncoderSettings Letters { get; } = new(UnicodeRanges.All);

    /// <summary>The encoder of all pages, for HTML that is made apart from one.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(Letters);
}
