using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>
/// Holds answers to a sample of queries against those of a program that reads every document for every query: total, every facet count, and the ten best
/// by scores that are made anew here. Documents of equal scores may stand in either order.
/// </summary>
internal sealed class AnswerCheck
{
    private const int PerClass = 3;
    private const double K1 = 1.2;
    private const double B = 0.75;

    // The engine may keep a length or a frequency in fewer bits than a double has.
    private const double Tolerance = 1e-6;

    private readonly AnalysedTexts _texts = new();
    private readonly List<Asked> _sample = [];
    private double _length;
    private int _documents;

    private AnswerCheck(Searcher searcher, Corpus corpus)
    {
        foreach (var (name, queries) in corpus.Classes)
        {
            foreach (var query in queries.Take(PerClass)) _sample.Add(new(name, query, new AskedWords(query, _texts), searcher.Search(query.Request)));
        }
    }

    /// <summary>Checks the sample; returns how many answers were right.</summary>
    /// <exception cref="InvalidOperationException">An answer is wrong.</exception>
    public static int Run(Searcher searcher, Corpus corpus)
    {
        var check = new AnswerCheck(searcher, corpus);

        // Once for the counts, which the scores are made of, and once for the scores.
        foreach (var document in corpus.Documents()) check.Count(document);
        foreach (var document in corpus.Documents()) check.Score(document);
        foreach (var asked in check._sample) asked.Compare();
        return check._sample.Count;
    }

    private static HashSet<(string Facet, string Path)> Steps(Document document) =>
    [
        .. document.Facets.SelectMany(value => Enumerable.Range(1, value.Path.Depth)
            .Select(depth => (value.Field, FacetPath.Of(value.Path.Labels.AsSpan()[..depth]).Text))),
    ];

    private void Count(Document document)
    {
        _texts.Read(document);
        _length += _texts.Length;
        _documents++;
        var steps = Steps(document);
        foreach (var asked in _sample)
        {
            var isFound = asked.Words.Find();
            for (var i = 0; i < asked.Holders.Length; i++)
            {
                if (asked.Words.Frequencies[i] > 0) asked.Holders[i]++;
            }

            if (!isFound) continue;
            var failed = asked.FailedFilters(steps);
            if (failed.Count == 0) asked.Total++;
            foreach (var step in steps)
            {
                // Drill-sideways: a facet's own choice does not shrink it.
                if (failed.Count > 1 || (failed.Count == 1 && failed[0] != step.Facet)) continue;
                asked.Counts[step] = asked.Counts.GetValueOrDefault(step) + 1;
            }
        }
    }

    private void Score(Document document)
    {
        _texts.Read(document);
        var norm = K1 * (1 - B + (B * _texts.Length / (_length / _documents)));
        HashSet<(string Facet, string Path)>? steps = null;
        foreach (var asked in _sample)
        {
            if (!asked.Words.Find() || asked.FailedFilters(steps ??= Steps(document)).Count > 0) continue;
            var score = asked.Holders.Length == 0 ? document.Date : 0.0;
            for (var i = 0; i < asked.Holders.Length; i++)
            {
                var frequency = asked.Words.Frequencies[i];
                var idf = Math.Log(1 + ((_documents - asked.Holders[i] + 0.5) / (asked.Holders[i] + 0.5)));
                score += idf * frequency * (K1 + 1) / (frequency + norm);
            }

            asked.Offer(document.Id, score);
        }
    }

    private sealed class Asked(string className, BenchmarkQuery query, AskedWords words, SearchResult answer)
    {
        private readonly Dictionary<string, double> _scoreOf = answer.Hits.ToDictionary(hit => hit.Id, _ => double.NaN);
        private readonly PriorityQueue<string, double> _best = new();

        public AskedWords Words => words;

        public int[] Holders { get; } = new int[words.Frequencies.Length];

        public Dictionary<(string Facet, string Path), int> Counts { get; } = [];

        public int Total { get; set; }

        public List<string> FailedFilters(HashSet<(string Facet, string Path)> steps) =>
            [.. query.Request.Filters.Fields.Where(field => !query.Request.Filters[field].Any(path => steps.Contains((field, path.Text))))];

        public void Offer(string id, double score)
        {
            if (_scoreOf.ContainsKey(id)) _scoreOf[id] = score;
            _best.Enqueue(id, score);
            if (_best.Count > query.Request.PageSize) _best.Dequeue();
        }

        public void Compare()
        {
            // Where nothing holds all of the words the engine looks for any; that is not what is compared here.
            if (Total == 0 && answer.Notes.Any(note => note.StartsWith("No document matches all", StringComparison.Ordinal))) return;
            if (answer.Total != Total) throw Wrong($"finds {answer.Total} documents; reading all finds {Total}");
            var counts = answer.Facets.SelectMany(facet => facet.Values.Where(value => value.Count > 0).Select(value => ((facet.Field, value.Path.Text), value.Count)));
            if (!counts.ToHashSet().SetEquals(Counts.Select(pair => (pair.Key, pair.Value)))) throw Wrong("counts facets otherwise than reading all does");
            if (answer.Hits.Length != _best.Count) throw Wrong($"shows {answer.Hits.Length} documents in place of {_best.Count}");
            for (var place = answer.Hits.Length - 1; place >= 0; place--)
            {
                _best.TryDequeue(out _, out var score);
                var hit = answer.Hits[place];
                var isScoreRight = Holders.Length == 0 ? hit.Score == 0 : IsSame(hit.Score, score);
                if (!isScoreRight || !IsSame(_scoreOf[hit.Id], score)) throw Wrong($"shows {hit.Id} with {hit.Score} at place {place + 1}, where {score} belongs, and {_scoreOf[hit.Id]} to it");
            }
        }

        private static bool IsSame(double one, double other) => Math.Abs(one - other) <= Tolerance * Math.Max(1, Math.Abs(other));

        private InvalidOperationException Wrong(string how) => new($"{className}: \"{query.Request.Text}\" {how}.");
    }
}
