using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Practices.Search.Queries;

/// <summary>
/// Reads what a person typed: words, <c>"phrases"</c>, <c>"phrases"~3</c>, <c>-not</c>, <c>OR</c> (which joins its two neighbours), parentheses,
/// <c>prefix*</c>, <c>fuzzy~</c>, <c>field:word</c>, <c>facet:value</c>, <c>facet:from..to</c> and <c>near:latitude,longitude,kilometres</c>.
/// Never fails: what cannot be read so is read as plain words.
/// </summary>
public static class QueryParser
{
    /// <summary>
    /// The most UTF-16 units that are read, unless the caller asks for another limit. Longer text is cut, not refused: people paste whole questions,
    /// and a poor result page serves them better than an error page.
    /// </summary>
    public const int MaxLength = 512;

    /// <summary>The most that words of a phrase may stand from their places.</summary>
    public const int MaxSlop = 99;

    /// <summary>The most nearly spelt words of a text; each is looked for among all words of an index. Those after them are read as the words that they are.</summary>
    public const int MaxFuzzyWords = 8;

    /// <summary>Reads a text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="fields">The names that may stand before a colon; any other word before one is a plain word.</param>
    /// <param name="match">What words side by side ask for.</param>
    /// <param name="maxLength">Where longer text is cut.</param>
    public static ParsedQuery Parse(string? text, QueryFields fields, MatchWords match = MatchWords.All, int maxLength = MaxLength)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var notes = ImmutableArray.CreateBuilder<string>();
        var reader = new Reader(Cut(text ?? "", maxLength, notes), fields, match, notes);
        return new(reader.ReadAll(), notes.DrainToImmutable());
    }

    private static string Cut(string text, int maxLength, ImmutableArray<string>.Builder notes)
    {
        maxLength = Math.Max(maxLength, 1);
        if (text.Length <= maxLength) return text;
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"The text was longer than {maxLength} characters; only its beginning was searched for."));
        var end = maxLength;
        while (end > 0 && !char.IsWhiteSpace(text[end])) end--;
        if (end == 0) end = char.IsLowSurrogate(text[maxLength]) ? maxLength - 1 : maxLength;
        return text[..end];
    }

    [StructLayout(LayoutKind.Auto)]
    private ref struct Reader(string text, QueryFields fields, MatchWords match, ImmutableArray<string>.Builder notes)
    {
        // Deeper parentheses are passed over: nobody means them, and each level is a call.
        private const int MaxDepth = 32;

        private readonly FieldReader _values = new(fields, notes);
        private int _at;
        private int _depth;
        private int _fuzzyWords;

        private readonly bool AtEnd => _at >= text.Length;

        public Query ReadAll() => ReadSequence(field: null);

        // Words and groups up to the parenthesis that closes this sequence, or to the end.
        private Query ReadSequence(NamedField? field)
        {
            var parts = new List<Query>();
            var joinsByOr = false;
            while (SkipToPart(out var isNegated))
            {
                if (!isNegated && TryReadOperator(out var isOr))
                {
                    joinsByOr = isOr && parts.Count > 0;
                    continue;
                }

                if (ReadPart(field) is not { } part) continue;
                if (part is FuzzyQuery fuzzy && ++_fuzzyWords > MaxFuzzyWords) part = Exact(fuzzy);
                if (isNegated) part = new NotQuery(part);
                if (joinsByOr) parts[^1] = OrQuery.Of([parts[^1], part]);
                else parts.Add(part);
                joinsByOr = false;
            }

            if (match is MatchWords.All) return AndQuery.Of(parts);
            var wanted = parts.Where(part => !part.IsFilter).ToArray();
            return wanted.Length == 0 ? AndQuery.Of(parts) : AndQuery.Of([OrQuery.Of(wanted), .. parts.Where(part => part.IsFilter)]);
        }

        // Goes to the next character that can begin a part; false at the end of the sequence.
        private bool SkipToPart(out bool isNegated)
        {
            isNegated = false;
            for (; !AtEnd; _at++)
            {
                var next = text[_at];
                if (next == ')')
                {
                    if (_depth > 0) return false;
                }
                else if (next == '-')
                {
                    // A minus stands before a word and after none; dashes between words say nothing.
                    isNegated = (_at == 0 || char.IsWhiteSpace(text[_at - 1]) || text[_at - 1] == '(')
                        && _at + 1 < text.Length && (QueryLetters.IsWord(text[_at + 1]) || QueryLetters.IsQuote(text[_at + 1]) || text[_at + 1] == '(');
                }
                else if (next == '|' || next == '(' || QueryLetters.IsQuote(next) || QueryLetters.IsWord(next))
                {
                    return true;
                }
                else
                {
                    isNegated = false;
                }
            }

            return false;
        }

        private bool TryReadOperator(out bool isOr)
        {
            isOr = true;
            if (text[_at] == '|')
            {
                _at++;
                return true;
            }

            var word = text.AsSpan(_at, EndOfWord() - _at);
            isOr = word is "OR";
            if (!isOr && word is not "AND") return false;
            _at += word.Length;
            return true;
        }

        private readonly TermQuery Exact(FuzzyQuery fuzzy)
        {
            if (_fuzzyWords == MaxFuzzyWords + 1) notes.Add($"Only {MaxFuzzyWords} words with a ~ were looked for as nearly spelt; the others as they are.");
            return new(QueryLetters.TrimEnd(fuzzy.Text.Split('~')[0]), fuzzy.Field);
        }

        private Query? ReadPart(NamedField? field)
        {
            while (fields.At(text, _at) is { } named)
            {
                field = named;
                _at = text.IndexOf(':', _at) + 1;
            }

            if (field is { Kind: FieldKind.Near }) return _values.ReadNear(text, ref _at);
            if (text[_at] == '(') return ReadGroup(field);
            return QueryLetters.IsQuote(text[_at]) ? ReadPhrase(field) : ReadWord(field);
        }

        private Query? ReadGroup(NamedField? field)
        {
            _at++;
            if (_depth == MaxDepth) return null;
            _depth++;
            var group = ReadSequence(field);
            _depth--;
            if (AtEnd) notes.Add("A parenthesis was not closed; it was read as closed at the end.");
            else _at++;
            return group is MatchAllQuery ? null : group;
        }

        private Query? ReadPhrase(NamedField? field)
        {
            var start = ++_at;
            var end = start;
            while (end < text.Length && !QueryLetters.IsQuote(text[end])) end++;
            if (end == text.Length)
            {
                notes.Add("A quotation mark was not closed; it was passed over.");
                return null;
            }

            _at = end + 1;
            var slop = ReadSlop();
            var words = QueryLetters.Spaced(text[start..end]);
            if (field is { Kind: FieldKind.Facet, Name: var facet }) return _values.ReadPhrase(facet, words);
            return words.Any(QueryLetters.IsWord) ? new PhraseQuery(words, slop, field?.Name) : null;
        }

        private int ReadSlop()
        {
            if (AtEnd || text[_at] != '~') return 0;
            var start = ++_at;
            while (!AtEnd && char.IsAsciiDigit(text[_at])) _at++;
            return int.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var slop) ? Math.Min(slop, MaxSlop)
                : _at > start ? MaxSlop : 0;
        }

        private Query ReadWord(NamedField? field)
        {
            var start = _at;
            _at = EndOfWord();
            var word = text[start.._at];
            return field is { Kind: FieldKind.Facet, Name: var facet } ? _values.ReadWord(facet, word) : WordReader.Read(word, field?.Name);
        }

        private readonly int EndOfWord()
        {
            var end = _at;
            while (end < text.Length && !QueryLetters.IsBreak(text[end])) end++;
            return end;
        }
    }
}
