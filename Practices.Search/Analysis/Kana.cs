namespace Practices.Search.Analysis;

/// <summary>Spellings of Japanese kana that are one: half-width and full-width, the voice mark apart and in the letter.</summary>
internal static class Kana
{
    private const char VoicedMark = '\u3099';
    private const char VoicedHalfWidthMark = '\uFF9E';

    private const string FromFF66 = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    /// <summary>Whether a character is a mark that changes the kana before it.</summary>
    public static bool IsVoiceMark(char letter) => letter is VoicedMark or '\u309A' or VoicedHalfWidthMark or '\uFF9F';

    /// <summary>The full-width form of a half-width katakana.</summary>
    public static char Widen(char letter) => FromFF66[letter - 0xFF66];

    /// <summary>A kana with a voice mark as one letter; the letter itself where it takes none.</summary>
    public static char Voice(char letter, char mark)
    {
        var isVoiced = mark is VoicedMark or VoicedHalfWidthMark;
        if (isVoiced && letter is 'ウ' or 'う') return (char)(letter + 0x4E);
        if (isVoiced && (Takes(letter, "カキクケコサシスセソタチツテト") || Takes(letter, "ハヒフヘホ"))) return (char)(letter + 1);
        return !isVoiced && Takes(letter, "ハヒフヘホ") ? (char)(letter + 2) : letter;
    }

    // Hiragana stand 0x60 before their katakana.
    private static bool Takes(char letter, string katakana) => katakana.Contains(letter) || katakana.Contains((char)(letter + 0x60));
}
