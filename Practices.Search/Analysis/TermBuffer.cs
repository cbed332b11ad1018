namespace Practices.Search.Analysis;

/// <summary>A term while the filters work on it: letters that can be changed, cut and added to without allocation.</summary>
public sealed class TermBuffer
{
    private char[] _letters = new char[64];
    private char[] _spare = new char[64];
    private TermBuffer? _reading;
    private bool _hasReading;

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
        _hasReading = false;
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

    /// <summary>The term's letters and, after them, room for more; what is written there becomes part of the term by <see cref="Resize"/>.</summary>
    /// <param name="capacity">How many letters there must be room for.</param>
    public Span<char> Room(int capacity)
    {
        if (capacity > _letters.Length) Array.Resize(ref _letters, capacity * 2);
        return _letters;
    }

    /// <summary>Makes the term shorter, or longer by what was written into its <see cref="Room"/>.</summary>
    public void Resize(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _letters.Length);
        Length = length;
    }

    /// <summary>Empties the term, to be written anew with <see cref="Append"/>.</summary>
    /// <returns>The letters that it had. Valid until the term is rewritten again.</returns>
    public ReadOnlySpan<char> Rewrite()
    {
        (_letters, _spare) = (_spare, _letters);
        var length = Length;
        Length = 0;
        return _spare.AsSpan(0, length);
    }

    /// <summary>Begins a second reading of the word, which becomes a term beside this one: a copy, open to change.</summary>
    public TermBuffer Fork()
    {
        _reading ??= new();
        _reading.Set(Letters);
        _hasReading = true;
        return _reading;
    }

    /// <summary>Forgets the second reading.</summary>
    public void Unfork() => _hasReading = false;

    /// <summary>Goes from the word's first reading to its second.</summary>
    /// <returns><see langword="false"/> where the word has one reading.</returns>
    public bool MoveToFork()
    {
        if (!_hasReading) return false;
        _hasReading = false;
        (_letters, _reading!._letters) = (_reading._letters, _letters);
        Length = _reading.Length;
        return true;
    }

    /// <summary>Drops the first letters.</summary>
    public void RemoveStart(int count)
    {
        _letters.AsSpan(count, Length - count).CopyTo(_letters);
        Length -= count;
    }
}
