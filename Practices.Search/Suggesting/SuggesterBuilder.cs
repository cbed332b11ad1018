namespace Practices.Search.Suggesting;

/// <summary>Puts entries into the order in which they are suggested, group by group, and their words into indexes.</summary>
internal static class SuggesterBuilder
{
    /// <summary>Builds the suggester of some entries. Entries without a letter or digit are left out: nothing that is typed finds them.</summary>
    public static Suggester Build(IEnumerable<SuggestEntry> entries)
    {
        var folding = new WordFolding();
        var lines = entries.Select(entry => (Entry: entry, Line: LineOf(entry.Text, folding))).Where(line => line.Line.Length > 0).ToArray();
        Array.Sort(lines, CompareRank);
        var order = Enumerable.Range(0, lines.Length).OrderBy(rank => lines[rank].Entry.Group).ToArray();

        var words = new PrefixIndexBuilder();
        var texts = new PrefixIndexBuilder();
        for (var number = 0; number < order.Length; number++)
        {
            var (entry, line) = lines[order[number]];
            texts.Add(line, number);
            AddWords(entry.Text, number, words, folding);
        }

        return new([.. order.Select(rank => lines[rank].Entry)], order, words.Build(order.Length), texts.Build(order.Length));
    }

    private static int CompareRank((SuggestEntry Entry, string Line) a, (SuggestEntry Entry, string Line) b)
    {
        var order = b.Entry.Weight.CompareTo(a.Entry.Weight);
        if (order == 0) order = string.CompareOrdinal(a.Line, b.Line);
        if (order == 0) order = string.CompareOrdinal(a.Entry.Text, b.Entry.Text);
        if (order == 0) order = string.CompareOrdinal(a.Entry.Key, b.Entry.Key);
        return order == 0 ? a.Entry.Group.CompareTo(b.Entry.Group) : order;
    }

    // As TypedText.Line has it, to be compared letter by letter.
    private static string LineOf(string text, WordFolding folding)
    {
        var line = new System.Text.StringBuilder(text.Length);
        var runs = new WordRuns(text);
        while (runs.MoveNext())
        {
            var word = folding.Fold(text.AsSpan(runs.Start, runs.End - runs.Start));
            if (word.IsEmpty) continue;
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        return line.ToString();
    }

    private static void AddWords(string text, int number, PrefixIndexBuilder words, WordFolding folding)
    {
        var runs = new WordRuns(text);
        while (runs.MoveNext())
        {
            var run = text.AsSpan(runs.Start, runs.End - runs.Start);
            if (runs.IsUnspaced)
            {
                var folded = folding.Fold(run);
                for (var start = 0; start < folded.Length; start++)
                {
                    if (!char.IsLowSurrogate(folded[start])) words.Add(folded[start..Math.Min(folded.Length, start + TypedText.MaxUnspaced)], number);
                }

                continue;
            }

            var part = 0;
            do
            {
                if (folding.Fold(run[part..]) is { IsEmpty: false } word) words.Add(word, number);
            }
            while (WordFolding.NextPart(run, ref part));
        }
    }
}
