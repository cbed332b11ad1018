using System.Text;

namespace Practices.Indexer.Import.Sources;

/// <summary>Text as a field may hold it: no control characters but tabs and line ends, no broken surrogates, line ends as <c>\n</c>, nothing around it.</summary>
internal static class FieldText
{
    /// <summary>Cleans text; says whether something that cannot be seen was taken away or replaced.</summary>
    public static (string Text, bool IsMended) Clean(string text)
    {
        var mended = false;
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++) clean = text[i] is '\t' or '\n' || !(char.IsControl(text[i]) || char.IsSurrogate(text[i]) || text[i] >= '\uFFFE' || text[i] == '\uFEFF');
        if (clean) return (text.Trim(), false);

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n') result.Append('\n');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                result.Append('\uFFFD');
                mended = true;
            }
            else if (c is '\t' or '\n' || !(char.IsControl(c) || c >= '\uFFFE' || c == '\uFEFF'))
            {
                result.Append(c);
            }
            else
            {
                mended |= c != '\uFEFF';
            }
        }

        return (result.ToString().Trim(), mended);
    }

    /// <summary>Text on one line, each run of blanks one blank: a heading.</summary>
    public static string OneLine(string text) => string.Join(' ', Clean(text).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
