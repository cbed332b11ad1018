using System.Text;
using Practices.Search.Postings;

namespace Practices.Tests.Search;

/// <summary>A few words as an index holds them; each with as many documents as it is given times.</summary>
internal sealed class SortedWords : ISortedWords
{
    private readonly List<(byte[] Bytes, int Count)> _words;

    public SortedWords(IEnumerable<string> words)
    {
        _words = [.. words.GroupBy(word => word, StringComparer.Ordinal).Select(group => (Encoding.UTF8.GetBytes(group.Key), group.Count()))];
        _words.Sort((a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes));
    }

    public int Count => _words.Count;

    public ReadOnlySpan<byte> Term(int number) => _words[number].Bytes;

    public int DocumentCount(int number) => _words[number].Count;
}
