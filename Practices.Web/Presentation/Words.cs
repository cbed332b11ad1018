using System.Globalization;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;

namespace Practices.Web.Presentation;

/// <summary>Facts of a record in the words of a page.</summary>
public static class Words
{
    /// <summary>What records of a kind are called, one or several.</summary>
    public static string Noun(string kind, int count) => (kind, count) switch
    {
        ("practice", 1) => "practice",
        ("practice", _) => "practices",
        ("learning", 1) => "learning offer",
        ("learning", _) => "learning offers",
        ("network", 1) => "network",
        ("network", _) => "networks",
        ("award", 1) => "award",
        ("award", _) => "awards",
        (_, 1) => "record",
        _ => "records",
    };

    /// <summary>A number of records of mixed kinds.</summary>
    public static string Records(int count) => $"{count:N0} {Noun("", count)}";

    /// <summary>A place as a reader says it: the narrowest name, then the country.</summary>
    public static string PlaceName(Place place, VocabularySet vocabularies)
    {
        var country = place.Country is null ? null : vocabularies.Label("countries", place.Country);
        var name = place.City ?? place.Area;
        return name is null || name == country ? country ?? "" : country is null ? name : $"{name}, {country}";
    }

    /// <summary>All places in one line, the first <paramref name="shown"/> by name.</summary>
    public static string Places(IReadOnlyList<Place> places, VocabularySet vocabularies, int shown = 2)
    {
        // As nearly every record has it.
        if (places is [var only]) return PlaceName(only, vocabularies);
        var names = places.Select(p => PlaceName(p, vocabularies)).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count <= shown) return string.Join(" and ", names);
        var rest = names.Count - shown;
        return $"{string.Join("; ", names.Take(shown))} and {rest} more";
    }

    /// <summary>When it ran: <c>since 2014</c>, <c>2014–2016</c>, <c>until 2016</c>; empty when not known.</summary>
    public static string Years(Period period)
    {
        var start = Year(period.Start);
        var end = Year(period.End);
        return (start, end) switch
        {
            (null, null) => "",
            (null, _) => $"until {end}",
            (_, null) => $"since {start}",
            _ when start == end => start!,
            _ => $"{start}–{end}",
        };
    }

    /// <summary>Its state in small letters; empty when not known.</summary>
    public static string State(Period period, VocabularySet vocabularies) =>
        period.State is null or "unknown" ? "" : vocabularies.Label("states", period.State).ToLowerInvariant();

    /// <summary>A count or a measure: thousands apart, no more decimals than were given.</summary>
    public static string Number(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A measure with its unit.</summary>
    public static string Amount(double value, string? unit) => unit switch
    {
        null => Number(value),
        "percent" => $"{Number(value)}%",
        _ => $"{Number(value)} {unit}",
    };

    /// <summary>What stands before a figure that is not exact.</summary>
    public static string Qualifier(string? qualifier) => qualifier switch
    {
        "more-than" => "more than ",
        "less-than" => "less than ",
        "up-to" => "up to ",
        "about" => "about ",
        _ => "",
    };

    /// <summary>A day as a reader says it.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The days of a session: <c>8 March 2027</c>, <c>8–10 March 2027</c>, <c>30 April – 2 May 2027</c>.</summary>
    public static string Days(Session session) => session switch
    {
        var (first, last) when first == last => Day(first),
        var (first, last) when (first.Year, first.Month) == (last.Year, last.Month) => $"{first.Day}–{Day(last)}",
        var (first, last) when first.Year == last.Year => $"{first.ToString("d MMMM", CultureInfo.InvariantCulture)} – {Day(last)}",
        var (first, last) => $"{Day(first)} – {Day(last)}",
    };

    /// <summary>A label inside a sentence: its first letter small, unless it is a name or an abbreviation.</summary>
    public static string InSentence(string label, string? vocabulary) =>
        vocabulary is null or "sdgs" or "regions" or "countries" or "cities" or "awards" or "outcomes" or "languages" || label.Length < 2 || !char.IsLower(label[1])
            ? label
            : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>A phrase that stands alone: its first letter large.</summary>
    public static string Capital(string phrase) => phrase.Length == 0 ? phrase : char.ToUpperInvariant(phrase[0]) + phrase[1..];

    /// <summary>Names in a row: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> names, string and = "and") => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} {and} {names[^1]}",
    };

    /// <summary>The first sentence or two of a summary, up to about <paramref name="length"/> characters, cut at a sentence or else at a word.</summary>
    public static string Opening(string summary, int length = 200)
    {
        if (summary.Length <= length) return summary;
        var sentence = summary.LastIndexOf(". ", length, StringComparison.Ordinal);
        if (sentence > length / 3) return summary[..(sentence + 1)];
        var word = summary.LastIndexOf(' ', length);
        return summary[..(word > 0 ? word : length)].TrimEnd(',', ';', ':', '–', '-', ' ') + " …";
    }

    /// <summary>An award's word on a record, as a phrase: <c>Winner, Guangzhou Award 2018</c>.</summary>
    public static string Of(Recognition recognition, VocabularySet vocabularies)
    {
        var award = vocabularies.Label("awards", recognition.Award);
        var named = recognition.Cycle is null ? award : $"{award} {recognition.Cycle}";
        return recognition.Outcome is null ? named : $"{AwardVocabularies.WordOf(vocabularies, recognition.Award, recognition.Outcome)}, {named}";
    }

    /// <summary>The year of a date as records write it; <see langword="null"/> where there is none.</summary>
    public static int? YearOf(string? date) => int.TryParse(Year(date), CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string? Year(string? date) => date is { Length: >= 4 } ? date[..4] : null;
}
