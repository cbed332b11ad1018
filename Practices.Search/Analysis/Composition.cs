namespace Practices.Search.Analysis;

/// <summary>
/// Writes a word in the letters that the stemmers know: a letter and a combining accent become the accented letter, an Arabic letter's shape in a line
/// the letter; Arabic vowel signs and the stretching tatweel go. Other letters and marks stay. Expects lower case.
/// </summary>
public sealed class Composition : ITokenFilter
{
    // For each combining accent the letters that take it and, below each, the letter with the accent.
    private static readonly (char Accent, string Letters, string Accented)[] Accents =
    [
        ('\u0300', "aeiou", "àèìòù"),
        ('\u0301', "aeiouy", "áéíóúý"),
        ('\u0302', "aeiou", "âêîôû"),
        ('\u0303', "anou", "ãñõũ"),
        ('\u0306', "и", "й"),
        ('\u0308', "aeiouyе", "äëïöüÿё"),
        ('\u0327', "c", "ç"),
        ('\u0653', "ا", "آ"),
        ('\u0654', "اوي", "أؤئ"),
        ('\u0655', "ا", "إ"),
    ];

    /// <inheritdoc/>
    public void ApplyToStart(TermBuffer start) => Apply(start);

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        if (!term.Letters.ContainsAnyInRange('\u0300', '\u036F') && !term.Letters.ContainsAnyInRange('\u0640', '\u0655') && !ArabicShapes.AreIn(term.Letters)) return;

        foreach (var letter in term.Rewrite())
        {
            if (letter is '\u0640' or (>= '\u064B' and <= '\u0652')) continue;

            if (ArabicShapes.Letters(letter) is { IsEmpty: false } letters)
            {
                foreach (var part in letters) term.Append(part);
            }
            else if (term.Length > 0 && Compose(term.Letters[^1], letter) is { } composed)
            {
                term.Letters[^1] = composed;
            }
            else
            {
                term.Append(letter);
            }
        }
    }

    private static char? Compose(char letter, char mark)
    {
        foreach (var (accent, letters, accented) in Accents)
        {
            if (accent == mark && letters.IndexOf(letter, StringComparison.Ordinal) is var i and >= 0) return accented[i];
        }

        return null;
    }
}
