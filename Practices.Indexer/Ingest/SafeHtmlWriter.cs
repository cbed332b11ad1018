using System.Text;

namespace Practices.Indexer.Ingest;

/// <summary>Writes markup and its plain text side by side. Everything that is not a tag of ours is escaped here and nowhere else.</summary>
internal sealed class SafeHtmlWriter
{
    private readonly StringBuilder _html = new();
    private readonly StringBuilder _text = new();
    private bool _afterPre;

    public string Html => _html.ToString();

    public string PlainText => _text.ToString().Trim();

    public void Open(string tag, bool isBlock)
    {
        _html.Append('<').Append(tag);
        if (isBlock) Break('\n');
        else if (tag is "td" or "th") Break(' ');
    }

    public void Attribute(string name, string value)
    {
        _html.Append(' ').Append(name).Append("=\"");
        Escape(value);
        _html.Append('"');
    }

    public void EndOfTag(string tag)
    {
        _html.Append('>');
        _afterPre = tag == "pre";
    }

    public void Close(string tag, bool isBlock)
    {
        _html.Append("</").Append(tag).Append('>');
        _afterPre = false;
        if (isBlock) Break('\n');
        else if (tag is "td" or "th") Break(' ');
    }

    public void Text(string text)
    {
        // A parser drops the first line break in a <pre>; one more keeps the text as it is.
        if (_afterPre && text.StartsWith('\n')) _html.Append('\n');
        _afterPre = false;
        Escape(text);
        foreach (var character in text)
        {
            if (character is ' ' or '\t' or '\n' or '\r' or '\f') Break(' ');
            else _text.Append(character);
        }
    }

    private void Break(char separator)
    {
        if (_text.Length == 0 || _text[^1] == '\n') return;
        if (_text[^1] == ' ')
        {
            if (separator == '\n') _text[^1] = separator;
            return;
        }

        _text.Append(separator);
    }

    private void Escape(string text)
    {
        foreach (var character in text)
        {
            switch (character)
            {
                case '&': _html.Append("&amp;"); break;
                case '<': _html.Append("&lt;"); break;
                case '>': _html.Append("&gt;"); break;
                case '"': _html.Append("&quot;"); break;
                case '\'': _html.Append("&#39;"); break;
                default: _html.Append(Yaml.ControlCharacters.IsOne(character) ? ' ' : character); break;
            }
        }
    }
}
