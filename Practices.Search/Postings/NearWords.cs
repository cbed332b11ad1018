using System.Text;

namespace Practices.Search.Postings;

/// <summary>
/// Finds the words that few slips of the keyboard part from one: characters added, left out, changed or swapped with their neighbour, no stretch of the word
/// more than once (the optimal string alignment form of Damerau's distance, "A technique for computer detection and correction of spelling errors", 1964).
/// <para>
/// The words are walked in order. Each character of a word has a row of distances, from the word up to it to every beginning of the one sought; words that
/// begin alike share the rows of what they share. Where every number of a row is too great, so is every number below it, and all words that begin so are
/// leapt over (the idea of Schulz and Mihov, "Fast string correction with Levenshtein automata", 2002, with rows in the place of an automaton's states).
/// </para>
/// </summary>
internal sealed class NearWords
{
    private readonly ISortedWords _words;
    private readonly Rune[] _sought;
    private readonly int _maxEdits;

    // The walk stands on a beginning of some word: its characters, where each of them ends in the bytes, and a row for each.
    private readonly Rune[] _letters;
    private readonly int[] _ends;
    private readonly byte[] _bytes;
    private readonly int[] _rows;
    private int _depth;

    private NearWords(ISortedWords words, string sought, int maxEdits)
    {
        _words = words;
        _sought = [.. sought.EnumerateRunes()];
        _maxEdits = maxEdits;

        // No row is longer needed than for one character too many.
        var depths = _sought.Length + maxEdits + 2;
        _letters = new Rune[depths];
        _ends = new int[depths];
        _bytes = new byte[depths * 4];
        _rows = new int[depths * (_sought.Length + 1)];
        for (var i = 0; i <= _sought.Length; i++) _rows[i] = i;
    }

    /// <summary>The words within a distance, in their order.</summary>
    /// <param name="words">The words to choose from.</param>
    /// <param name="sought">The word.</param>
    /// <param name="maxEdits">The distance, in characters.</param>
    /// <returns>The number and the distance of each.</returns>
    public static List<(int Number, int Distance)> Of(ISortedWords words, string sought, int maxEdits) => new NearWords(words, sought, maxEdits).Walk();

    private List<(int Number, int Distance)> Walk()
    {
        var found = new List<(int Number, int Distance)>();
        for (var number = 0; number < _words.Count;)
        {
            var word = _words.Term(number);
            GoBackTo(word.CommonPrefixLength(_bytes.AsSpan(0, _ends[_depth])));
            if (!TryGoDown(word))
            {
                number = FirstBehind(number, _ends[_depth]);
                continue;
            }

            var distance = Row(_depth)[^1];
            if (distance <= _maxEdits) found.Add((number, distance));
            number++;
        }

        return found;
    }

    private Span<int> Row(int depth) => _rows.AsSpan(depth * (_sought.Length + 1), _sought.Length + 1);

    private void GoBackTo(int bytes)
    {
        while (_ends[_depth] > bytes) _depth--;
    }

    // Makes the rows for the rest of a word; stops where no word that begins so can be near.
    private bool TryGoDown(ReadOnlySpan<byte> word)
    {
        while (_ends[_depth] < word.Length)
        {
            Rune.DecodeFromUtf8(word[_ends[_depth]..], out var letter, out var length);
            word.Slice(_ends[_depth], length).CopyTo(_bytes.AsSpan(_ends[_depth]));
            _ends[_depth + 1] = _ends[_depth] + length;
            _letters[++_depth] = letter;
            if (FillRow() > _maxEdits) return false;
        }

        return true;
    }

    // Returns the least number of the row.
    private int FillRow()
    {
        var row = Row(_depth);
        var above = Row(_depth - 1);
        var letter = _letters[_depth];
        row[0] = _depth;
        var least = _depth;
        for (var i = 1; i < row.Length; i++)
        {
            var distance = Math.Min(above[i - 1] + (_sought[i - 1] == letter ? 0 : 1), Math.Min(above[i], row[i - 1]) + 1);
            if (i > 1 && _depth > 1 && _sought[i - 2] == letter && _sought[i - 1] == _letters[_depth - 1]) distance = Math.Min(distance, Row(_depth - 2)[i - 2] + 1);
            row[i] = distance;
            least = Math.Min(least, distance);
        }

        return least;
    }

    // The first word that does not begin with as many bytes of a word. It is mostly near, so the steps towards it begin small and double.
    private int FirstBehind(int number, int bytes)
    {
        var start = _bytes.AsSpan(0, bytes);
        var step = 1;
        var low = number;
        while (low + step < _words.Count && _words.Term(low + step).StartsWith(start))
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, _words.Count);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            if (_words.Term(middle).StartsWith(start)) low = middle;
            else high = middle;
        }

        return high;
    }
}
