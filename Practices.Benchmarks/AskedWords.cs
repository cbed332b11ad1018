namespace Practices.Benchmarks;

/// <summary>A query as terms, to be held against one document after another.</summary>
internal sealed class AskedWords(BenchmarkQuery query, AnalysedTexts texts)
{
    private readonly int[] _terms = query.Combination is Combination.Prefix ? [] : [.. query.Words.Select(texts.Number)];
    private readonly double[] _weights = [.. Corpus.Schema.Texts.Select(field => field.Weight)];

    // Whether each term that was met begins with the prefix: not known yet, no, yes.
    private readonly List<bool?> _begins = [];

    /// <summary>How often the document read last holds each part of the query, by the weights of the fields: each word, or the whole prefix or phrase.</summary>
    public double[] Frequencies { get; } = new double[query.Combination is Combination.Prefix or Combination.Phrase ? 1 : query.Words.Length];

    /// <summary>Reads the frequencies of the document that the texts stand on; whether it is found, filters apart.</summary>
    public bool Find()
    {
        Array.Clear(Frequencies);
        for (var field = 0; field < _weights.Length; field++) Add(texts.Fields[field], _weights[field]);
        return query.Combination is Combination.Any ? Array.Exists(Frequencies, frequency => frequency > 0) : Array.TrueForAll(Frequencies, frequency => frequency > 0);
    }

    private void Add(List<int> terms, double weight)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            switch (query.Combination)
            {
                case Combination.Prefix:
                    if (Begins(terms[i])) Frequencies[0] += weight;
                    break;

                case Combination.Phrase:
                    if (terms[i] == _terms[0] && i + 1 < terms.Count && terms[i + 1] == _terms[1]) Frequencies[0] += weight;
                    break;

                default:
                    for (var word = 0; word < _terms.Length; word++)
                    {
                        if (terms[i] == _terms[word]) Frequencies[word] += weight;
                    }

                    break;
            }
        }
    }

    // As for the engine, letters that are a word stand for what the word's stem is, too.
    private bool Begins(int term)
    {
        while (_begins.Count <= term) _begins.Add(null);
        return _begins[term] ??= texts.Term(term).StartsWith(query.Words[0], StringComparison.Ordinal) || term == texts.Number(query.Words[0]);
    }
}
