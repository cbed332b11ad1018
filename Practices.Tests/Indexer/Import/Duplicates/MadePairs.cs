using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Tests.Indexer.Import.Duplicates;

/// <summary>
/// Pairs of records made for the measurement of duplicate detection: what a second application of the same practice looks like, and what only looks like one. They are made
/// of the shipped records by a seed, in several collections, each with every shipped record, one true pair for each, and near misses. They are no real submissions.
/// </summary>
internal sealed class MadePairs
{
    private const int Collections = 6;
    private const int TruePairs = 200;
    private const int NearMisses = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly ImmutableArray<string> Languages = ["es", "fr", "pt"];

    private readonly Random _random;
    private readonly ImmutableArray<Practice> _shipped;
    private readonly VocabularySet _vocabularies;
    private readonly ImmutableArray<string> _words;
    private readonly Dictionary<string, ImmutableArray<string>> _sentences;
    private readonly ImmutableArray<Concept> _cities;

    // Which initiatives a collection has put into which city: once more would be the same one again.
    private readonly HashSet<(string City, string Initiative)> _placed = [];

    // Words that are names wherever they stand.
    private readonly HashSet<string> _names;

    public MadePairs(ImmutableArray<Practice> shipped, VocabularySet vocabularies, int seed)
    {
        _random = new(seed);
        _shipped = shipped;
        _vocabularies = vocabularies;
        _sentences = shipped.ToDictionary(record => record.Id, record => SentencesOf(record.Summary + "\n" + record.BodyText));
        _words = [.. shipped.SelectMany(record => record.Summary.Split(' ')).Where(word => word.Length > 4 && word.All(char.IsAsciiLetterLower)).Distinct()];
        _cities = vocabularies["cities"].Concepts;
        _names = [.. shipped.SelectMany(record => Regex.Matches(record.BodyText, @"(?<=[a-z,] )\p{Lu}[\p{L}-]+", RegexOptions.None, Patience).Select(word => word.Value))];
    }

    /// <summary>A collection, with the pairs in it that are the same.</summary>
    public sealed record Collection(ImmutableArray<Practice> Records, ImmutableDictionary<(string, string), string> Same, int NearMisses);

    /// <summary>All collections: 200 true pairs and 2,000 near misses in all.</summary>
    public IEnumerable<Collection> All()
    {
        var (pairs, misses) = (0, 0);
        for (var n = 0; n < Collections; n++)
        {
            _placed.Clear();
            var records = ImmutableArray.CreateBuilder<Practice>();
            records.AddRange(_shipped);
            var same = ImmutableDictionary.CreateBuilder<(string, string), string>();
            for (var i = 0; i < _shipped.Length && pairs < TruePairs; i++, pairs++)
            {
                var (twin, how) = Twin(_shipped[i], (i + n) % 6, $"twin-{n}-{i}");
                records.Add(twin);
                same.Add(string.CompareOrdinal(_shipped[i].Id, twin.Id) < 0 ? (_shipped[i].Id, twin.Id) : (twin.Id, _shipped[i].Id), how);
            }

            var until = NearMisses * (n + 1) / Collections;
            var before = misses;
            for (var i = 0; misses < until; i++, misses++) records.Add(NearMiss(_shipped[i % _shipped.Length], i / _shipped.Length, $"miss-{n}-{i}"));
            yield return new(records.ToImmutable(), same.ToImmutable(), misses - before);
        }
    }

    private (Practice Twin, string How) Twin(Practice record, int way, string id)
    {
        // Another form, filled in at another time: its own source, some of the text in other words, some of the lists.
        var twin = Bare(record, id) with
        {
            Places = record.Places,
            Themes = Some(record.Themes, 0.6),
            Partners = Some(record.Partners, 0.5),
            Results = Some(record.Results, 0.6),
            Period = Chance(0.5) ? record.Period : new(null, null, null),
            SameAs = Chance(0.05) ? record.SameAs : [],
            Aliases = Chance(0.3) ? record.Aliases : [],
        };
        var text = Reworded(Some(_sentences[record.Id], 0.55), 0.12);
        switch (way)
        {
            case 0:
                var words = record.Summary.Split(' ');
                return (Told(twin with { Title = Capital(string.Join(' ', words.Take(_random.Next(6, 10)))).TrimEnd(',', '.') }, text), "retitled");
            case 1:
                var language = Languages[_random.Next(Languages.Length)];
                return (Told(twin with { Language = language, Title = Translated(record.Title, language) }, [.. text.Select(sentence => Translated(sentence, language))]), "translated");
            case 2:
                return (Told(twin with { Title = Shortened(record) }, [.. _sentences[record.Id].Take(3)]), "shortened");
            case 3:
                return (Told(twin with { Title = Reworded([record.Title], 0.15)[0], Period = record.Period }, [.. text.Select(NewFigures)]), "other cycle");
            case 4:
                var (places, title) = WithAlias(record);
                return (Told(twin with { Title = title, Places = places }, text), "city alias");
            default:
                return (Told(twin with { Title = Misspelt(record.Title, 3) }, [.. text.Select(sentence => Misspelt(sentence, 2))]), "typos");
        }
    }

    private Practice NearMiss(Practice record, int round, string id)
    {
        var other = round % 5 is 0 or 4 ? OtherFrom(record) : Other(record);
        var miss = Bare(record, id);
        switch (round % 5)
        {
            case 0: // the same city, another initiative
                return Told(
                    miss with { Title = In(record, other, other.Title), Places = record.Places, Themes = other.Themes, Partners = Some(record.Partners, 0.4), Period = other.Period },
                    Mixed(record, other, 0.35));
            case 1: // the same theme in another city
                var theme = record.Themes.IsEmpty ? "Urban practice" : _vocabularies.Label("themes", record.Themes[_random.Next(record.Themes.Length)]);
                var elsewhere = Elsewhere(record);
                return Told(miss with { Title = $"{theme} in {elsewhere[0].City}", Places = elsewhere, Themes = record.Themes, Period = other.Period }, Moved(Mixed(record, record, 0.3), record, elsewhere));
            case 2: // a programme of the same name in another city
                var there = Elsewhere(record);
                return Told(
                    miss with { Title = Moved([record.Title], record, there)[0], Places = there, Themes = record.Themes, Aliases = Chance(0.3) ? record.Aliases : [] },
                    [.. Moved(Mixed(record, record, 0.4), record, there).Select(NewFigures)]);
            case 3: // what came after it
                string[] parts = round < 5 ? [": phase II", ", second phase", " 2.0"] : [": phase III", ", third phase", " 3.0"];
                var start = record.Period.StartYear is { } year ? $"{year + 4 + round / 5}" : null;
                return Told(
                    miss with { Title = record.Title + parts[_random.Next(3)], Places = record.Places, Themes = record.Themes, Partners = Some(record.Partners, 0.7), Period = new(start, null, null) },
                    [.. Mixed(record, record, 0.4).Select(NewFigures)]);
            default: // a title like it, of something else
                return Told(
                    miss with { Title = OneWordOff(record.Title, other.Title), Places = Chance(0.5) ? record.Places : Elsewhere(record), Themes = other.Themes, Period = other.Period },
                    Mixed(record, other, 0.3));
        }
    }

    private static Practice Bare(Practice record, string id) => new()
    {
        Id = id,
        File = $"submissions/made/{id}.md",
        Kind = record.Kind,
        Title = record.Title,
        Summary = "",
        Language = record.Language,
        Sdgs = record.Sdgs,
        Sources = [new(1, "The application", null, null, 2026, null, null, null, null)],
        Status = PublicationStatus.Staged,
    };

    private static Practice Told(Practice record, IReadOnlyList<string> sentences) =>
        record with { Summary = string.Join(' ', sentences.Take(2)), BodyText = string.Join(' ', sentences.Skip(2)) };

    // Some sentences of one record among twice as many of others.
    private ImmutableArray<string> Mixed(Practice place, Practice main, double share)
    {
        var own = Some(_sentences[main.Id], share);
        var sentences = own.ToList();
        while (sentences.Count < own.Length * 2.5)
        {
            var other = Other(main);
            sentences.AddRange(Moved(Some(_sentences[other.Id], 0.12), other, place.Places));
        }

        return Reworded([.. Moved(sentences.OrderBy(_ => _random.Next()).ToList(), main, place.Places)], 0.1);
    }

    private Practice Other(Practice record)
    {
        while (true)
        {
            var other = _shipped[_random.Next(_shipped.Length)];
            if (other != record) return other;
        }
    }

    // One of another city, that has not been put into this one yet.
    private Practice OtherFrom(Practice record)
    {
        while (true)
        {
            var other = Other(record);
            if (!record.Places.Any(place => other.Places.Any(one => one.CityId == place.CityId)) && _placed.Add((record.Places[0].City ?? record.Places[0].Area ?? "", other.Id))) return other;
        }
    }

    private ImmutableArray<Place> Elsewhere(Practice record)
    {
        while (true)
        {
            var city = _cities[_random.Next(_cities.Length)];
            if (record.Places.All(place => place.CityId != city.Id) && _placed.Add((city.Id, ""))) return [new(city.Id, city.Label, null, city.Broader, null, null, null)];
        }
    }

    private string In(Practice place, Practice title, string text) => Moved([text], title, place.Places)[0];

    private ImmutableArray<string> Moved(IReadOnlyList<string> sentences, Practice from, ImmutableArray<Place> to)
    {
        var (city, country) = (to.Select(place => place.City ?? place.Area).First() ?? "The city", _vocabularies.Label("countries", to[0].Country ?? ""));
        return
        [
            .. sentences.Select(sentence =>
            {
                foreach (var place in from.Places)
                {
                    foreach (var name in new[] { place.City, place.Area }.OfType<string>()) sentence = sentence.Replace(name, city, StringComparison.Ordinal);
                    if (place.Country is { } code) sentence = sentence.Replace(_vocabularies.Label("countries", code), country, StringComparison.Ordinal);
                }

                return sentence;
            }),
        ];
    }

    private (ImmutableArray<Place> Places, string Title) WithAlias(Practice record)
    {
        var title = record.Title;
        var places = record.Places.Select(place =>
        {
            if (place.City is not { } city || place.CityId is not { } id || _vocabularies["cities"].Find(id) is not { } concept) return place;
            string[] names = [.. concept.AltLabels.Values.SelectMany(names => names).Concat(concept.Labels.Values).Where(name => name != city).Distinct()];
            if (names.Length == 0) return place;
            var alias = names[_random.Next(names.Length)];
            title = title.Replace(city, alias, StringComparison.Ordinal);
            return place with { City = alias };
        });
        return ([.. places], title);
    }

    // What the vocabularies can say in the language, names and numbers; every other word becomes one that nobody knows.
    private string Translated(string text, string language)
    {
        foreach (var (english, translation) in Labels(language)) text = Regex.Replace(text, $@"\b{Regex.Escape(english)}\b", translation.Replace(' ', '_'), RegexOptions.IgnoreCase, Patience);
        return string.Join(' ', text.Split(' ').Select(word =>
            word.Contains('_') || word.Any(char.IsAsciiDigit) || word.Count(char.IsUpper) > 1 || _names.Contains(word.Trim(',', '.')) || !word.All(char.IsAsciiLetter)
                ? word.Replace('_', ' ')
                : word.Length < 4 ? "de" : string.Concat(word.Reverse()) + "o"));
    }

    private IEnumerable<(string English, string Translation)> Labels(string language) =>
        from vocabulary in new[] { "themes", "beneficiaries", "countries", "cities" }
        from concept in _vocabularies[vocabulary].Concepts
        where concept.Labels.ContainsKey(language)
        from english in (vocabulary == "themes" ? concept.AltLabels.GetValueOrDefault("en", []) : []).Prepend(concept.Label)
        orderby english.Length descending
        select (english, concept.AltLabels.GetValueOrDefault(language, [concept.LabelIn(language)])[0]);

    private string Shortened(Practice record)
    {
        var words = record.Title.Split(' ').Where(word => word.Length > 3).Take(_random.Next(3, 5)).ToList();
        return Capital(string.Join(' ', words));
    }

    private string OneWordOff(string title, string other)
    {
        var words = title.Split(' ');
        var replacements = other.Split(' ').Where(word => word.Length > 4).ToList();
        foreach (var at in Enumerable.Range(0, words.Length).Where(at => words[at].Length > 4).OrderBy(_ => _random.Next()).Take(words.Length > 6 ? 2 : 1))
            words[at] = replacements[_random.Next(replacements.Count)];
        return string.Join(' ', words);
    }

    private ImmutableArray<string> Reworded(IReadOnlyList<string> sentences, double share) =>
    [
        .. sentences.Select(sentence => string.Join(' ', sentence.Split(' ').Select(word => word.Length > 3 && word.All(char.IsAsciiLetterLower) && Chance(share) ? _words[_random.Next(_words.Length)] : word))),
    ];

    private string NewFigures(string sentence) => Regex.Replace(sentence, "[0-9]{2,}", digits => $"{long.Parse(digits.Value) * 13 / 10 + _random.Next(9)}", RegexOptions.None, Patience);

    private string Misspelt(string text, int slips)
    {
        var letters = new StringBuilder(text);
        for (var i = 0; i < slips && letters.Length > 4; i++)
        {
            var at = _random.Next(1, letters.Length - 1);
            if (!char.IsAsciiLetterLower(letters[at]) || !char.IsAsciiLetterLower(letters[at + 1])) continue;
            switch (_random.Next(3))
            {
                case 0:
                    letters.Remove(at, 1);
                    break;
                case 1:
                    letters.Insert(at, letters[at]);
                    break;
                default:
                    (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
                    break;
            }
        }

        return letters.ToString();
    }

    private ImmutableArray<T> Some<T>(ImmutableArray<T> all, double share)
    {
        var some = all.Where(_ => Chance(share)).ToImmutableArray();
        return some.IsEmpty && all.Length > 0 ? [all[0]] : some;
    }

    private bool Chance(double share) => _random.NextDouble() < share;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static ImmutableArray<string> SentencesOf(string text) => [.. Regex.Split(text, @"(?<=[.!?])\s+|\n+", RegexOptions.None, Patience).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 20)];
}
