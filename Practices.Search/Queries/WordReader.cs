namespace Practices.Search.Queries;

/// <summary>Reads one word of a query, with what may stand at its end: <c>prefix*</c>, <c>fuzzy~</c>, <c>fuzzy~1</c>.</summary>
internal static class WordReader
{
    /// <summary>Reads a word.</summary>
    /// <param name="text">The word as typed; it begins with a letter or digit.</param>
    /// <param name="field">The text field it must stand in; <see langword="null"/> for any.</param>
    public static Query Read(string text, string? field)
    {
        while (true)
        {
            var end = text.Length;
            while (text[end - 1] is not ('*' or '~') && !QueryLetters.IsWord(text[end - 1])) end--;
            text = text[..end];
            if (text[^1] == '*') return new PrefixQuery(Word(text), field);
            var tilde = text.LastIndexOf('~');
            if (tilde < 0 || text.AsSpan(tilde + 1).ContainsAnyExceptInRange('0', '9')) return new TermQuery(Word(text), field);
            var digits = text.AsSpan(tilde + 1).TrimStart('0');
            if (digits is "1") return new FuzzyQuery(Word(text[..tilde]), 1, field);
            if (tilde == text.Length - 1 || !digits.IsEmpty) return new FuzzyQuery(Word(text[..tilde]), FuzzyQuery.MaxEdits, field);

            // Where no letter may differ, the word itself is meant.
            text = text[..tilde];
        }
    }

    // Only as operators are they written so.
    private static string Word(string text) => QueryLetters.TrimEnd(text) is var word && word is "OR" or "AND" ? word.ToLowerInvariant() : word;
}
