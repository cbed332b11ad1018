using System.Globalization;

namespace Practices.Search.Analysis;

/// <summary>
/// Makes spellings that differ by accents, width or optional marks one: "São Paulo" is "sao paulo". Expects lower case.
/// Works from its own tables, so that it does the same on a machine without ICU.
/// </summary>
public sealed class Folding : ITokenFilter
{
    /// <inheritdoc/>
    public void ApplyToStart(TermBuffer start) => Apply(start);

    /// <summary>A whole text in lower case and folded: the key by which titles are sorted.</summary>
    public static string Fold(string text)
    {
        var buffer = new TermBuffer();
        buffer.Set(text);
        new LowerCase().Apply(buffer);
        new Folding().Apply(buffer);
        return buffer.Letters.ToString();
    }

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        if (System.Text.Ascii.IsValid(term.Letters)) return;

        foreach (var letter in term.Rewrite())
        {
            if (Expansion(letter) is { } letters)
            {
                foreach (var part in letters) term.Append(part);
            }
            else if (Kana.IsVoiceMark(letter))
            {
                if (term.Length > 0) term.Letters[^1] = Kana.Voice(term.Letters[^1], letter);
            }
            else if (ArabicShapes.Letters(letter) is { IsEmpty: false } behind)
            {
                foreach (var part in behind) term.Append(FoldOne(part));
            }
            else if (!IsOptional(letter))
            {
                term.Append(FoldOne(letter));
            }
        }
    }

    // Letters that are two letters in another spelling.
    private static string? Expansion(char letter) => letter switch
    {
        'æ' or 'ǽ' or 'ǣ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ĳ' => "ij",
        'ŉ' => "n",
        'ǆ' => "dz",
        'ǉ' => "lj",
        'ǌ' => "nj",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => null,
    };

    // Marks that a writer may leave out: combining accents, Hebrew points, Arabic vowels and the stretching tatweel, soft hyphens, joiners,
    // the middle dot of Catalan, marks that choose a character's shape. Marks of other scripts, such as the vowel signs of Devanagari and Thai, are letters to their readers and stay.
    private static bool IsOptional(char letter) => letter is
        (>= '\u0300' and <= '\u036F')
        or (>= '\u0591' and <= '\u05C7')
        or '\u0640' or (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u06D6' and <= '\u06ED')
        or '\u00AD' or '\u200C' or '\u200D' or '·'
        or (>= '\uFE00' and <= '\uFE0F');

    private static char FoldOne(char letter) => letter switch
    {
        < '\u0080' => letter,
        '\u2019' or '\u02BC' => '\'',

        // Latin, Greek and Cyrillic, where no letter is a digit.
        >= '\u00C0' and < '\u0530' => FoldingTable.Fold(letter),

        // Arabic: the forms of alef, alef maksura as yeh, teh marbuta as heh; the Persian kaf and yeh.
        'آ' or 'أ' or 'إ' or 'ٱ' => 'ا',
        'ى' or 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',

        // Half-width kana, full-width forms of ASCII.
        >= '\uFF66' and <= '\uFF9D' => Kana.Widen(letter),
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(letter - 0xFEE0)),
        _ => CharUnicodeInfo.GetDigitValue(letter) is var digit and >= 0 ? (char)('0' + digit) : FoldingTable.Fold(letter),
    };
}
