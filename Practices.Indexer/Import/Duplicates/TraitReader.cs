using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;
using Practices.Search.Analysis;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>Takes from a record what it is compared by. Safe for several threads.</summary>
internal sealed partial class TraitReader(VocabularySet vocabularies)
{
    // A story's beginning says what it is of; the rest costs time.
    private const int MaxText = 6000;

    private readonly NamedConcepts _concepts = new(vocabularies);
    private readonly ConcurrentDictionary<(string Language, string Place), ImmutableArray<string>> _placeTerms = new();

    /// <summary>The traits of a record.</summary>
    public RecordTraits Read(Practice record)
    {
        var placeNames = record.Places.SelectMany(PlaceNames).ToHashSet(StringComparer.Ordinal);
        var placeTerms = placeNames.SelectMany(name => _placeTerms.GetOrAdd((record.Language, name), key => [.. Terms(key.Language, key.Place)])).ToHashSet(StringComparer.Ordinal);
        var placeWords = placeNames.SelectMany(name => NameFolding.Fold(name).Split(' ')).ToHashSet(StringComparer.Ordinal);
        var story = record.BodyText.Length > MaxText ? record.BodyText[..MaxText] : record.BodyText;
        var terms = Terms(record.Language, $"{record.Summary}\n{story}");
        var names = ImmutableArray.CreateRange(new[] { record.Title }.Concat(record.Aliases).Select(name => Name(record.Language, name, placeTerms)));
        return new(
            record,
            names,
            Counts(terms),
            Counts(names.SelectMany(name => name.Concepts).Concat(_concepts.In(record.Language, terms))),
            ProperNames(record, story).Where(name => !placeWords.Contains(name)).ToHashSet(StringComparer.Ordinal),
            Figures(record, story),
            Links(record),
            record.Partners.Select(partner => NameFolding.Fold(partner.Name)).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal),
            record.Places.Select(place => place.CityId).OfType<string>().ToHashSet(StringComparer.Ordinal),
            record.Places.Select(place => place.Area).OfType<string>().Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal),
            record.Places.Select(place => place.Country).OfType<string>().ToHashSet(StringComparer.Ordinal));
    }

    private ComparedName Name(string language, string name, HashSet<string> placeTerms)
    {
        var all = Terms(language, name);
        var terms = all.Where(term => !placeTerms.Contains(term)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new(name, terms, [.. _concepts.In(language, all).Distinct(StringComparer.Ordinal)], PartOf(name));
    }

    private static List<string> Terms(string language, string text)
    {
        var terms = new List<string>();
        var last = TokenSpan.Before;
        foreach (var token in Analyzers.For(language).Analyze(text))
        {
            if (token.IsStopWord) continue;

            // Of a word that has two stems, the second is the one that every spelling has.
            if (token.Span == last) terms.RemoveAt(terms.Count - 1);
            last = token.Span;
            terms.Add(token.Term.ToString());
        }

        return terms;
    }

    private static Dictionary<string, int> Counts(IEnumerable<string> words)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words) counts[word] = counts.GetValueOrDefault(word) + 1;
        return counts;
    }

    private IEnumerable<string> PlaceNames(Place place)
    {
        if (place.City is { } city) yield return city;
        if (place.Area is { } area) yield return area;
        foreach (var (vocabulary, id) in new[] { ("cities", place.CityId), ("countries", place.Country) })
        {
            if (id is null || vocabularies[vocabulary].Find(id) is not { } concept) continue;
            foreach (var label in concept.Labels.Values) yield return label;
            foreach (var name in concept.AltLabels.Values.SelectMany(names => names)) yield return name;
        }
    }

    // A word with two capitals or a digit is a name wherever it stands; one with a capital is where no sentence begins. In a script without capitals, Latin words are.
    private static IEnumerable<string> ProperNames(Practice record, string story)
    {
        foreach (var name in record.Aliases.Append(record.Title))
            foreach (Match word in Word().Matches(name))
                if (IsMarked(word.ValueSpan)) yield return NameFolding.Fold(word.Value);
        foreach (var text in new[] { record.Summary, story })
        {
            var hasCapitals = record.Language is not ("ar" or "zh" or "ja" or "ko" or "hi" or "th" or "fa" or "ur" or "he");
            foreach (Match word in Word().Matches(text))
            {
                var isName = IsMarked(word.ValueSpan) ||
                    (hasCapitals ? char.IsUpper(word.ValueSpan[0]) && !BeginsSentence(text, word.Index) : char.IsAsciiLetter(word.ValueSpan[0]));
                if (isName && word.Length > 2) yield return NameFolding.Fold(word.Value);
            }
        }
    }

    private static bool IsMarked(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var character in word) capitals += char.IsUpper(character) ? 1 : 0;
        return word.Length > 2 && char.IsLetter(word[0]) && (capitals > 1 || word.IndexOfAnyInRange('0', '9') > 0);
    }

    private static bool BeginsSentence(string text, int at)
    {
        while (at > 0 && (text[at - 1] is ' ' or '"' or '“' or '«' or '(' or '\'')) at--;
        return at == 0 || text[at - 1] is '.' or '!' or '?' or ':' or '\n' or '。' or '…';
    }

    private static HashSet<string> Figures(Practice record, string story)
    {
        var figures = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in new[] { record.Summary, story })
        {
            foreach (Match figure in Figure().Matches(text))
            {
                var digits = string.Concat(figure.Value.Where(char.IsAsciiDigit));
                if (digits.Length >= 3 && !IsYear(digits)) figures.Add(digits);
            }
        }

        foreach (var value in record.Results.Select(result => result.Value).OfType<double>().Where(value => Math.Abs(value) >= 100))
        {
            var digits = string.Concat(value.ToString("0.####", CultureInfo.InvariantCulture).Where(char.IsAsciiDigit));
            if (!IsYear(digits)) figures.Add(digits);
        }

        return figures;
    }

    private static bool IsYear(string digits) => digits is ['1', '9', _, _] or ['2', '0', _, _];

    private static Dictionary<string, bool> Links(Practice record)
    {
        var links = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var url in record.SameAs) links[Plain(url)] = true;
        foreach (var url in record.Recognition.Select(recognition => recognition.Url).Concat(record.Sources.Select(source => source.Url)).OfType<string>()) links.TryAdd(Plain(url), false);
        return links;
    }

    private static string Plain(string url)
    {
        var plain = url[(url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        if (plain.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) plain = plain[4..];
        if (plain.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0) plain = plain[..mark];
        return plain.TrimEnd('/').ToLowerInvariant();
    }

    private static int PartOf(string name)
    {
        if (Part().Match(name) is not { Success: true } part) return 0;
        return part.Groups["number"].Value.ToUpperInvariant() switch
        {
            "I" or "1" or "FIRST" => 1,
            "II" or "2" or "2.0" or "SECOND" => 2,
            "III" or "3" or "3.0" or "THIRD" => 3,
            "IV" or "4" or "FOURTH" => 4,
            _ => 9,
        };
    }

    [GeneratedRegex(@"[\p{L}][\p{L}\p{N}’'-]*", RegexOptions.None, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[0-9]+(?:[.,  '][0-9]{3})*", RegexOptions.None, 5000)]
    private static partial Regex Figure();

    // "Phase 2", "second phase", "Part II", and a Roman or a written number at the end.
    [GeneratedRegex(
        @"\b(?:phase|phases|part|stage|edition|fase|etapa|partie|volet|фаза|этап)\s+(?<number>[IVX]+|[0-9])\b|\b(?<number>first|second|third|fourth)\s+(?:phase|stage|edition|generation)\b|\s(?<number>II|III|IV|V|VI|[2-9](?:\.0)?)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Part();
}
