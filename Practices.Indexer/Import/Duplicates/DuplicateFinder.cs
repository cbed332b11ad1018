using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>
/// Finds records that may be of the same practice, across awards, cycles and languages. Not all pairs are compared: only those that share something rare, or something less
/// rare in the same place.
/// </summary>
public sealed class DuplicateFinder
{
    /// <summary>The least score that is worth a person's look.</summary>
    public const double DefaultMinScore = 45;

    // What more records share says nothing, and costs the square of their number.
    private const int MaxShared = 60;

    // A record is compared with so many others at most, those it shares most with.
    private const int MaxCompared = 60;

    private const int RarestWords = 16;
    private const int RarestNames = 12;

    private readonly ImmutableArray<RecordTraits> _traits;
    private readonly DuplicateScorer _scorer;

    private DuplicateFinder(ImmutableArray<RecordTraits> traits)
    {
        _traits = traits;
        _scorer = new(traits);
    }

    /// <summary>Every pair that is alike enough, the most alike first, equals by id. Records of different kinds are never a pair.</summary>
    /// <param name="records">The records.</param>
    /// <param name="vocabularies">Their vocabularies.</param>
    /// <param name="minScore">The least score.</param>
    /// <param name="isWanted">Of a pair one record at least must be wanted; <see langword="null"/> for all.</param>
    /// <param name="distinct">Pairs that somebody has found not to be the same.</param>
    public static ImmutableArray<DuplicateCandidate> Find(
        IReadOnlyList<Practice> records, VocabularySet vocabularies, double minScore = DefaultMinScore, Func<Practice, bool>? isWanted = null, DistinctPairs? distinct = null)
    {
        var reader = new TraitReader(vocabularies);
        var traits = new RecordTraits[records.Count];
        Parallel.For(0, records.Count, i => traits[i] = reader.Read(records[i]));
        Array.Sort(traits, (a, b) => string.CompareOrdinal(a.Record.Id, b.Record.Id));
        return new DuplicateFinder(ImmutableCollectionsMarshal.AsImmutableArray(traits)).Find(minScore, isWanted ?? (_ => true), distinct ?? DistinctPairs.None);
    }

    private ImmutableArray<DuplicateCandidate> Find(double minScore, Func<Practice, bool> isWanted, DistinctPairs distinct)
    {
        var found = new ConcurrentBag<DuplicateCandidate>();
        Parallel.ForEach(Pairs(isWanted), pair =>
        {
            var (a, b) = (_traits[pair.A].Record, _traits[pair.B].Record);
            if (a.Kind != b.Kind || IsDecided(a, b) || distinct.Holds(a, b)) return;
            if (_scorer.Score(pair.A, pair.B) is { } candidate && candidate.Score >= minScore) found.Add(candidate);
        });
        return
        [
            .. found.OrderByDescending(one => one.Score).ThenBy(one => one.First.Id, StringComparer.Ordinal).ThenBy(one => one.Second.Id, StringComparer.Ordinal),
        ];
    }

    // One waits to be merged into the other, or both into a third.
    private static bool IsDecided(Practice a, Practice b) => a.MergedInto == b.Id || b.MergedInto == a.Id || (a.MergedInto is { } kept && kept == b.MergedInto);

    // Pairs that share a key that few have, each once.
    private HashSet<(int A, int B)> Pairs(Func<Practice, bool> isWanted)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var keys = new List<string>[_traits.Length];
        for (var i = 0; i < _traits.Length; i++)
        {
            keys[i] = [.. Keys(_traits[i]).Distinct(StringComparer.Ordinal)];
            foreach (var key in keys[i])
            {
                if (!holders.TryGetValue(key, out var list)) holders.Add(key, list = []);
                list.Add(i);
            }
        }

        var pairs = new HashSet<(int A, int B)>();
        var shared = new Dictionary<int, double>();
        for (var i = 0; i < _traits.Length; i++)
        {
            if (!isWanted(_traits[i].Record)) continue;
            shared.Clear();
            foreach (var key in keys[i])
            {
                var list = holders[key];
                if (list.Count is < 2 or > MaxShared) continue;
                foreach (var other in list)
                    if (other != i) CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _) += 1.0 / list.Count;
            }

            foreach (var (other, _) in shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MaxCompared)) pairs.Add((Math.Min(i, other), Math.Max(i, other)));
        }

        return pairs;
    }

    private IEnumerable<string> Keys(RecordTraits traits)
    {
        foreach (var link in traits.Links.Keys) yield return $"link {link}";
        foreach (var figure in traits.Figures) yield return $"figure {figure}";
        foreach (var partner in traits.Partners) yield return $"partner {partner}";
        foreach (var name in traits.ProperNames.OrderBy(_scorer.Names.Frequency).ThenBy(name => name, StringComparer.Ordinal).Take(RarestNames)) yield return $"name {name}";
        foreach (var word in traits.Text.Keys.OrderBy(_scorer.Words.Frequency).ThenBy(word => word, StringComparer.Ordinal).Where(word => _scorer.Words.Frequency(word) > 1).Take(RarestWords)) yield return $"word {word}";
        foreach (var place in traits.Cities.Concat(traits.Areas).DefaultIfEmpty(traits.Countries.FirstOrDefault() ?? ""))
        {
            foreach (var concept in traits.Names.SelectMany(name => name.Concepts)) yield return $"concept {concept} in {place}";
            foreach (var theme in traits.Record.Themes) yield return $"theme {theme} in {place}";
            foreach (var term in traits.Names.SelectMany(name => name.Terms)) yield return $"title {term} in {place}";
        }

        foreach (var term in traits.Names.SelectMany(name => name.Terms)) yield return $"title {term}";
    }
}
