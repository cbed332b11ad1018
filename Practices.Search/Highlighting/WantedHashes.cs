using System.Buffers;
using System.Collections.Immutable;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Highlighting;

/// <summary>The hashes of all terms that a query asks for: words of a text with other hashes need no look. For one search and one thread.</summary>
internal sealed class WantedHashes
{
    private const int Hashes = 256;

    private readonly byte[] _terms;
    private readonly ImmutableArray<string> _prefixes;
    private readonly Dictionary<TermDictionary, SearchValues<byte>> _ofSegments = [];

    public WantedHashes(IEnumerable<WordsQuery> wanted)
    {
        var slots = wanted.SelectMany(words => words.Slots).ToList();
        _terms = [.. slots.SelectMany(slot => slot.Terms).Select(term => TermHash.Of(term))];
        _prefixes = [.. slots.SelectMany(slot => slot.Prefixes).Distinct()];
    }

    /// <summary>The hashes in a segment, whose dictionary knows which terms begin with a prefix.</summary>
    public SearchValues<byte> In(TermDictionary terms)
    {
        if (_ofSegments.TryGetValue(terms, out var hashes)) return hashes;
        hashes = SearchValues.Create(_prefixes.IsEmpty ? _terms : WithPrefixes(terms));
        _ofSegments.Add(terms, hashes);
        return hashes;
    }

    private byte[] WithPrefixes(TermDictionary terms)
    {
        var hashes = new HashSet<byte>(_terms);
        foreach (var prefix in _prefixes)
        {
            var (first, end) = terms.Prefix(prefix);
            for (var number = first; number < end && hashes.Count < Hashes; number++) hashes.Add(TermHash.Of(terms.Term(number)));
        }

        return [.. hashes];
    }
}
