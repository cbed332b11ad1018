using System.Globalization;
using System.Text;

namespace Practices.Search.Analysis;

/// <summary>What a character is to the word rules: a reduction of the Word_Break property of Unicode Standard Annex 29.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Ends a word.</summary>
    Break,

    /// <summary>A letter of a script that writes spaces between words.</summary>
    Letter,

    /// <summary>A digit or another number.</summary>
    Digit,

    /// <summary>A mark or joiner, part of the character before it.</summary>
    Extend,

    /// <summary>An ideograph, kana, Hangul syllable, or a letter of Thai, Lao, Burmese or Khmer: text without dependable spaces.</summary>
    Ideograph,

    /// <summary>Joins two letters, as an apostrophe does.</summary>
    MidLetter,

    /// <summary>Joins two digits, as in 1,000 or 2.5.</summary>
    MidNumber,
}

/// <summary>Classifies characters.</summary>
internal static class CharacterClasses
{
    /// <summary>No character before this one is an ideograph.</summary>
    public const char FirstIdeograph = '\u0E01';

    private static readonly CharacterClass[] Ascii = ClassifyAscii();

    /// <summary>Classifies the character at an index; a surrogate pair is one character, a lone surrogate ends a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where the character begins.</param>
    /// <param name="length">How many UTF-16 units it takes: 1 or 2.</param>
    public static CharacterClass At(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        var unit = text[index];
        if (unit < 128) return Ascii[unit];
        if (!char.IsSurrogate(unit)) return Classify(new Rune(unit));
        if (Rune.DecodeFromUtf16(text[index..], out var rune, out length) != System.Buffers.OperationStatus.Done) return CharacterClass.Break;
        return Classify(rune);
    }

    private static CharacterClass[] ClassifyAscii()
    {
        var classes = new CharacterClass[128];
        for (var letter = '\0'; letter < classes.Length; letter++)
        {
            classes[letter] = letter switch
            {
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => CharacterClass.Letter,
                >= '0' and <= '9' => CharacterClass.Digit,
                '\'' => CharacterClass.MidLetter,
                '.' or ',' => CharacterClass.MidNumber,
                _ => CharacterClass.Break,
            };
        }

        return classes;
    }

    private static CharacterClass Classify(Rune rune)
    {
        if (IsIdeograph(rune.Value)) return CharacterClass.Ideograph;
        return rune.Value switch
        {
            // The typographic and full-width apostrophes; the middle dot of Catalan.
            0x2019 or 0xFF07 or 0xB7 => CharacterClass.MidLetter,
            0x066B or 0x066C => CharacterClass.MidNumber,
            // Soft hyphen, zero-width joiners, the voice marks of half-width kana.
            0xAD or 0x200C or 0x200D or 0xFF9E or 0xFF9F => CharacterClass.Extend,
            _ => Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => CharacterClass.Letter,
                UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => CharacterClass.Digit,
                UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Extend,
                _ => CharacterClass.Break,
            },
        };
    }

    private static bool IsIdeograph(int code) => code is
        (>= 0x0E01 and <= 0x0E30) or 0x0E32 or 0x0E33 or (>= 0x0E40 and <= 0x0E46) // Thai
        or (>= 0x0E81 and <= 0x0EB0) or 0x0EB2 or 0x0EB3 or 0x0EBD or (>= 0x0EC0 and <= 0x0EC6) or (>= 0x0EDC and <= 0x0EDF) // Lao
        or (>= 0x1000 and <= 0x102A) or 0x103F or (>= 0x1050 and <= 0x1055) // Burmese
        or (>= 0x1780 and <= 0x17B3) or 0x17D7 or 0x17DC // Khmer
        or (>= 0x2E80 and <= 0x2FDF) or 0x3005 or 0x3007 // radicals, iteration mark, zero
        or (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) // hiragana
        or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9D) // katakana
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) // Han
        or (>= 0xAC00 and <= 0xD7A3); // Hangul
}
