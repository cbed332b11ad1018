using System.Collections.Immutable;
using System.Text;
using Practices.Search.Analysis;

namespace Practices.Search.Suggesting;

/// <summary>Finds where the words of a text begin as typed words do.</summary>
internal ref struct MarkFinder(string text, ImmutableArray<string> typed, WordFolding folding)
{
    // Of text without spaces, so many units of the original as hold a typed word with all its marks.
    private const int Window = 4 * TypedText.MaxUnspaced;

    private readonly ImmutableArray<SuggestionMark>.Builder _marks = ImmutableArray.CreateBuilder<SuggestionMark>();
    private int _found;

    /// <summary>The marks in the order of the text; none unless every typed word begins a word of it.</summary>
    public ImmutableArray<SuggestionMark> Find()
    {
        var runs = new WordRuns(text);
        while (runs.MoveNext())
        {
            if (runs.IsUnspaced)
            {
                for (var start = runs.Start; start < runs.End; start++) Look(start, Math.Min(runs.End, start + Window));
            }
            else
            {
                var part = 0;
                do Look(runs.Start + part, runs.End);
                while (WordFolding.NextPart(text.AsSpan(runs.Start, runs.End - runs.Start), ref part));
            }
        }

        return _found == (1 << typed.Length) - 1 ? _marks.DrainToImmutable() : [];
    }

    private void Look(int start, int end)
    {
        if (!MayBegin(text[start])) return;
        var word = text.AsSpan(start, end - start);
        var folded = folding.Fold(word);
        string? longest = null;
        for (var i = 0; i < typed.Length; i++)
        {
            if (!folded.StartsWith(typed[i], StringComparison.Ordinal)) continue;
            _found |= 1 << i;
            if (longest is null || longest.Length < typed[i].Length) longest = typed[i];
        }

        if (longest is not null) Add(new(start, start + LengthOf(word, longest)));
    }

    // A letter of ASCII folds to its small letter whatever follows; most words are told apart by it.
    private readonly bool MayBegin(char letter)
    {
        if (!char.IsAscii(letter)) return true;
        foreach (var word in typed)
        {
            if (word[0] == char.ToLowerInvariant(letter)) return true;
        }

        return false;
    }

    // Folding makes letters more or fewer, so the least that folds to what was typed is looked for; marks on its last letter belong to it.
    private readonly int LengthOf(ReadOnlySpan<char> word, string beginning)
    {
        var length = Ascii.IsValid(word[..Math.Min(word.Length, beginning.Length)]) ? Math.Min(word.Length, beginning.Length) : 1;
        while (length < word.Length && !folding.Fold(word[..length]).StartsWith(beginning, StringComparison.Ordinal)) length++;
        while (length < word.Length && (char.IsLowSurrogate(word[length]) || CharacterClasses.At(word, length, out _) is CharacterClass.Extend)) length++;
        return length;
    }

    private readonly void Add(SuggestionMark mark)
    {
        if (_marks.Count > 0 && _marks[^1] is var last && mark.Start <= last.End) _marks[^1] = last with { End = Math.Max(last.End, mark.End) };
        else _marks.Add(mark);
    }
}
