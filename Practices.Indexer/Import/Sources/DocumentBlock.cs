using System.Text;

namespace Practices.Indexer.Import.Sources;

/// <summary>A piece of a document in its order: a heading, a paragraph or its like, or a label with its value.</summary>
/// <param name="Level">1 to 9 for a heading, else 0.</param>
/// <param name="Label">What stands before the value, in a table of two columns or in bold before a colon; else <see langword="null"/>.</param>
/// <param name="Text">The words.</param>
/// <param name="Html">The same as HTML, not yet to be trusted.</param>
/// <param name="IsPlain">Whether the words say everything that the HTML does.</param>
internal sealed record DocumentBlock(int Level, string? Label, string Text, string Html, bool IsPlain)
{
    /// <summary>The longest label, in UTF-16 units; a longer piece of bold text is emphasis.</summary>
    public const int MaxLabelLength = 80;

    /// <summary>A heading.</summary>
    public static DocumentBlock Heading(int level, string text) => new(level, null, FieldText.OneLine(text), "", true);

    /// <summary>A paragraph without any markup.</summary>
    public static DocumentBlock Plain(string text) => new(0, null, text, $"<p>{Escape(text)}</p>", true);

    /// <summary>Text as HTML.</summary>
    public static string Escape(string text) =>
        new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
}
