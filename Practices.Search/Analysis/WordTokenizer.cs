namespace Practices.Search.Analysis;

/// <summary>
/// Splits text into words by the word rules of Unicode Standard Annex 29, as far as they serve a search: runs of letters, digits and marks are
/// words, with apostrophes inside them ("women's") and points and commas inside numbers ("1,000", "2.5").
/// Text that is written without dependable spaces (Han, kana, Hangul, Thai, Lao, Burmese, Khmer) gives every character and every pair of neighbours, the pair at the position of its
/// first character, so that both one character and any longer run can be looked up.
/// </summary>
public sealed class WordTokenizer : ITokenizer
{
    /// <summary>The most UTF-16 units in a token; longer runs, which no one types, are split.</summary>
    public const int MaxTokenLength = 255;

    /// <inheritdoc/>
    public bool MoveNext(ReadOnlySpan<char> text, ref TokenSpan token)
    {
        var start = token.End;
        if (token.Position >= 0 && TryIdeograph(text, token.Start, out var second))
        {
            if (token.End > second)
            {
                // After a pair comes its second character alone.
                token = new(second, token.End, token.Position + 1);
                return true;
            }

            if (TryIdeograph(text, second, out var end))
            {
                // After a single character comes the pair that it begins.
                token = new(token.Start, end, token.Position);
                return true;
            }
        }

        for (; start < text.Length; start++)
        {
            var kind = CharacterClasses.At(text, start, out var length);
            if (kind is CharacterClass.Letter or CharacterClass.Digit or CharacterClass.Ideograph)
            {
                if (!TryIdeograph(text, start, out var end)) end = EndOfWord(text, start, start + length, kind);
                token = new(start, end, token.Position + 1);
                return true;
            }

            start += length - 1;
        }

        return false;
    }

    // An ideograph with the marks that belong to it, so many that two of them are no longer than a token may be.
    private static bool TryIdeograph(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (start >= text.Length || text[start] < CharacterClasses.FirstIdeograph) return false;
        if (CharacterClasses.At(text, start, out var length) is not CharacterClass.Ideograph) return false;
        end = start + length;
        while (end < text.Length && end - start < MaxTokenLength / 2 && CharacterClasses.At(text, end, out length) is CharacterClass.Extend) end += length;
        return true;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start, int end, CharacterClass previous)
    {
        while (end < text.Length && end - start < MaxTokenLength - 1)
        {
            if (previous is CharacterClass.Letter && char.IsAsciiLetter(text[end]))
            {
                end++;
                continue;
            }

            var kind = CharacterClasses.At(text, end, out var length);
            if (kind is CharacterClass.Letter or CharacterClass.Digit)
            {
                previous = kind;
                end += length;
            }
            else if (kind is CharacterClass.Extend)
            {
                end += length;
            }
            else if (Joins(kind, previous) && end + 1 < text.Length && CharacterClasses.At(text, end + 1, out var next) == previous)
            {
                end += 1 + next;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool Joins(CharacterClass kind, CharacterClass previous) =>
        (kind is CharacterClass.MidLetter && previous is CharacterClass.Letter) || (kind is CharacterClass.MidNumber && previous is CharacterClass.Digit);
}
