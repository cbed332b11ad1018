namespace Practices.Indexer.Import.Duplicates;

/// <summary>How rare each word of one kind is among the records, and the records' words as vectors.</summary>
internal sealed class TermStatistics
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _frequencies = [];
    private readonly int _records;

    /// <summary>Counts in how many records each word stands.</summary>
    public TermStatistics(IReadOnlyCollection<IEnumerable<string>> records)
    {
        _records = records.Count;
        foreach (var words in records)
        {
            foreach (var word in words.Distinct(StringComparer.Ordinal))
            {
                if (_numbers.TryAdd(word, _frequencies.Count)) _frequencies.Add(1);
                else _frequencies[_numbers[word]]++;
            }
        }
    }

    /// <summary>In how many records a word stands.</summary>
    public int Frequency(string word) => _numbers.TryGetValue(word, out var number) ? _frequencies[number] : 0;

    /// <summary>How much a word says: the less often it stands, the more.</summary>
    public double Weight(string word) => Weight(Frequency(word));

    /// <summary>The vector of a text, of length 1, sorted by the words' numbers.</summary>
    public (int Term, float Weight)[] Vector(Dictionary<string, int> counts)
    {
        var vector = new (int Term, float Weight)[counts.Count];
        var at = 0;
        var square = 0.0;
        foreach (var (word, count) in counts)
        {
            var number = _numbers[word];
            var weight = (1 + Math.Log(count)) * Weight(_frequencies[number]);
            square += weight * weight;
            vector[at++] = (number, (float)weight);
        }

        var length = (float)Math.Sqrt(square);
        for (var i = 0; i < vector.Length; i++) vector[i].Weight /= length;
        Array.Sort(vector, (a, b) => a.Term.CompareTo(b.Term));
        return vector;
    }

    /// <summary>The cosine of the angle between two vectors: 1 for the same words, 0 for none in common.</summary>
    public static double Cosine((int Term, float Weight)[] a, (int Term, float Weight)[] b)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i].Term == b[j].Term) sum += a[i++].Weight * b[j++].Weight;
            else if (a[i].Term < b[j].Term) i++;
            else j++;
        }

        return sum;
    }

    private double Weight(int frequency) => Math.Log(1 + ((_records + 1.0) / (frequency + 0.5)));
}
