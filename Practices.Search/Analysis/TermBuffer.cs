namespace Practices.Search.Analysis;

/// <summary>A term while the filters work on it: letters that can be changed, cut and added to without allocation.</summary>
public sealed class TermBuffer
{
    private char[] _letters = new char[64];

    /// <summary>How many UTF-16 units the term has.</summary>
    public int Length { get; private set; }

    /// <summary>The term's letters, open to change. Valid until the next <see cref="Append"/>.</summary>
    public Span<char> Letters => _letters.AsSpan(0, Length);

    /// <summary>Whether a filter has found the term too common to say much.</summary>
    public bool IsStopWord { get; set; }

    /// <summary>Begins a new term with the letters of a text.</summary>
    public void Set(ReadOnlySpan<char> text)
    {
        if (text.Length > _letters.Length) _letters = new char[text.Length * 2];
        text.CopyTo(_letters);
        Length = text.Length;
        IsStopWord = false;
    }

    /// <summary>Adds a letter at the end.</summary>
    public void Append(char letter)
    {
        if (Length == _letters.Length) Array.Resize(ref _letters, Length * 2);
        _letters[Length++] = letter;
    }

    /// <summary>Keeps the first letters only.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Drops the first letters.</summary>
    public void RemoveStart(int count)
    {
        _letters.AsSpan(count, Length - count).CopyTo(_letters);
        Length -= count;
    }
}
