using Practices.Search.Analysis;
using Practices.Search.Queries;

namespace Practices.Search.Highlighting;

/// <summary>Gathers where a text holds one word, prefix or phrase of a query.</summary>
internal sealed class WantedWords
{
    private readonly WordsQuery _words;
    private readonly PhraseWindows _windows;
    private readonly List<TokenSpan>[] _spans;

    public WantedWords(WordsQuery words)
    {
        _words = words;
        _windows = new(words.Slots.Length);
        _spans = [.. words.Slots.Select(_ => new List<TokenSpan>())];
    }

    /// <summary>The fields in which it counts, one bit each.</summary>
    public uint Fields => _words.Fields;

    /// <summary>Forgets the last text.</summary>
    public void Clear()
    {
        _windows.Clear();
        foreach (var spans in _spans) spans.Clear();
    }

    /// <summary>Takes the next word of a text.</summary>
    /// <param name="term">A term that it is.</param>
    /// <param name="span">Where it stands.</param>
    public void Add(string term, TokenSpan span)
    {
        for (var slot = 0; slot < _spans.Length; slot++)
        {
            if (!Fits(_words.Slots[slot], term)) continue;
            var position = span.Position - _words.Slots[slot].Offset;
            var positions = _windows[slot];
            if (positions.Count > 0 && positions[^1] == position) continue;
            positions.Add(position);
            _spans[slot].Add(span);
        }
    }

    /// <summary>Marks every word, or every word of a phrase that stands together.</summary>
    /// <param name="number">The number that the marks carry.</param>
    /// <param name="marks">Receives them, in any order.</param>
    public void AddMarks(int number, List<Mark> marks)
    {
        while (_windows.MoveNext(_words.Slop))
        {
            for (var slot = 0; slot < _spans.Length; slot++)
            {
                var span = _spans[slot][_windows.At(slot)];
                marks.Add(new(span.Start, span.End, number));
            }
        }
    }

    private static bool Fits(Slot slot, string term)
    {
        foreach (var wanted in slot.Terms)
        {
            if (term == wanted) return true;
        }

        foreach (var prefix in slot.Prefixes)
        {
            if (term.StartsWith(prefix, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
