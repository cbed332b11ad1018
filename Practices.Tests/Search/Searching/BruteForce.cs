using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Queries;

namespace Practices.Tests.Search.Searching;

/// <summary>The answers that the engine must give, found by reading every document for every query. Slow, and simple enough to be believed.</summary>
internal sealed class BruteForce
{
    private readonly IndexSchema _schema;
    private readonly ImmutableArray<Read> _documents;
    private readonly ImmutableArray<Analyzer> _analyzers;
    private readonly double _averageLength;
    private readonly HashSet<string> _written;
    private readonly Dictionary<string, HashSet<string>> _variants = [];
    private readonly Dictionary<(Query Leaf, Read Read), double> _frequencies = [];

    public BruteForce(IndexSchema schema, IEnumerable<Document> documents)
    {
        _schema = schema;
        _documents = [.. documents.OrderBy(document => document.Id, StringComparer.Ordinal).Select(document => new Read(schema, document))];
        _analyzers = [.. _documents.Select(read => Analyzers.For(read.Document.Language)).Distinct()];
        _written = [.. _documents.SelectMany(read => read.Document.Texts).SelectMany(text => text.Text.Split(' ')).Where(word => word.Length >= 3)];
        _averageLength = _documents.Average(read => read.Length);
    }

    /// <summary>Ids and scores of what a query and a selection find, the best first.</summary>
    public List<(string Id, double Score)> Search(Query query, FacetSelection selection) =>
    [
        .. _documents.Where(read => Matches(query, read) && Passes(read, selection))
            .Select(read => (read.Document.Id, Score: Score(query, read)))
            .OrderByDescending(hit => hit.Score),
    ];

    /// <summary>The counts of a facet: those of the documents that pass the other facets' choices.</summary>
    public List<(string Path, int Count)> Count(Query query, FacetSelection selection, string facet)
    {
        var others = selection.Without(facet);
        var carried = _documents.Where(read => Matches(query, read) && Passes(read, others)).SelectMany(read => read.Steps(facet));
        return
        [
            .. carried.GroupBy(path => path).Select(group => (Path: group.Key, Count: group.Count()))
                .Concat(selection[facet].Select(path => (Path: path.Text, Count: 0)))
                .GroupBy(value => value.Path).Select(group => (group.Key, group.Max(value => value.Count)))
                .OrderBy(value => value.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The counts of two facets within each other that are not 0: those of the documents that pass the other facets' choices.</summary>
    public List<(string Row, string Column, int Count)> Cross(Query query, FacetSelection selection, FacetPair pair)
    {
        var others = selection.Without(pair.Rows).Without(pair.Columns);
        return
        [
            .. from read in _documents
               where Matches(query, read) && Passes(read, others)
               from row in read.Steps(pair.Rows)
               from column in read.Steps(pair.Columns)
               group read by (row, column) into cell
               orderby cell.Key.row, cell.Key.column
               select (cell.Key.row, cell.Key.column, cell.Count()),
        ];
    }

    private static bool Passes(Read read, FacetSelection selection) =>
        selection.Fields.All(field => selection[field].Any(path => read.Steps(field).Contains(path.Text)));

    private bool Matches(Query query, Read read) => query switch
    {
        MatchAllQuery => true,
        AndQuery and => and.Parts.All(part => Matches(part, read)),
        OrQuery or => or.Parts.Any(part => Matches(part, read)),
        NotQuery not => !Matches(not.Part, read),
        FacetQuery facet => read.Steps(facet.Field).Contains(facet.Path.Text),
        FacetRangeQuery range => read.Steps(range.Field).Select(step => FacetPath.FromText(step).Leaf).Any(label =>
            string.CompareOrdinal(label, range.From) >= 0 && (range.To.Length == 0 || string.CompareOrdinal(label, range.To) <= 0)),
        NearQuery near => read.Document.Points.Any(point => Chord(point, near.Centre) <= 2 * Math.Sin(Math.Min(near.Kilometres / 6371.0088, Math.PI) / 2)),
        _ => Frequency(query, read) > 0,
    };

    // The straight line through a ball of radius 1: another way to the same distance.
    private static double Chord(GeoPoint a, GeoPoint b)
    {
        static (double X, double Y, double Z) OnBall(GeoPoint point)
        {
            var (latitude, longitude) = (point.Latitude * Math.PI / 180, point.Longitude * Math.PI / 180);
            return (Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
        }

        var (from, to) = (OnBall(a), OnBall(b));
        return Math.Sqrt(Math.Pow(from.X - to.X, 2) + Math.Pow(from.Y - to.Y, 2) + Math.Pow(from.Z - to.Z, 2));
    }

    private double Score(Query query, Read read)
    {
        var score = 0.0;
        foreach (var leaf in Leaves(query))
        {
            var frequency = Frequency(leaf, read);
            if (frequency == 0) continue;
            var holders = _documents.Count(other => Frequency(leaf, other) > 0);
            var idf = Math.Log(1 + ((_documents.Length - holders + 0.5) / (holders + 0.5)));
            score += idf * frequency * 2.2 / (frequency + (1.2 * (0.25 + (0.75 * read.Length / _averageLength))));
        }

        return score;
    }

    private static IEnumerable<Query> Leaves(Query query) => query switch
    {
        AndQuery and => and.Parts.SelectMany(Leaves),
        OrQuery or => or.Parts.SelectMany(Leaves),
        NotQuery or MatchAllQuery or FacetQuery or FacetRangeQuery or NearQuery => [],
        _ => [query],
    };

    private double Frequency(Query leaf, Read read)
    {
        if (!_frequencies.TryGetValue((leaf, read), out var frequency)) _frequencies.Add((leaf, read), frequency = CountFrequency(leaf, read));
        return frequency;
    }

    private double CountFrequency(Query leaf, Read read) => leaf switch
    {
        TermQuery term => read.Frequency(term.Field, words => words.Count(word => Variants(term.Text).Contains(word.Term))),
        PrefixQuery prefix => read.Frequency(prefix.Field, words => words.Count(word =>
            Variants(prefix.Text).Contains(word.Term) || word.Term.StartsWith(prefix.Text, StringComparison.Ordinal))),
        FuzzyQuery fuzzy => read.Frequency(fuzzy.Field, words => words.Count(word => IsNear(fuzzy, word.Term))),
        PhraseQuery phrase => read.Frequency(phrase.Field, words => Windows(phrase, words)),
        _ => throw new InvalidOperationException(),
    };

    // Near to a form of the word, or a form of one of the words of all documents that is near to it as written.
    private bool IsNear(FuzzyQuery fuzzy, string term)
    {
        bool IsWithin(string sought, string other) => EditDistance.Between(sought, other) <= Math.Min(fuzzy.Edits, sought.Length switch { < 3 => 0, < 6 => 1, _ => 2 });
        return Variants(fuzzy.Text).Any(variant => IsWithin(variant, term))
            || _written.Any(word => IsWithin(fuzzy.Text, word) && Variants(word).Contains(term));
    }

    // A window begins at every place where a word of the phrase would want its first word; each word takes the nearest that is not before.
    private double Windows(PhraseQuery phrase, List<(string Term, int Position)> words)
    {
        var places = phrase.Text.Split(' ').Select((word, offset) =>
            words.Where(other => Variants(word).Contains(other.Term)).Select(other => other.Position - offset).ToList()).ToList();
        var frequency = 0.0;
        foreach (var start in places.SelectMany(place => place).Distinct())
        {
            if (places.Exists(place => !place.Exists(position => position >= start))) continue;
            var distance = places.Max(place => place.Where(position => position >= start).Min()) - start;
            if (distance <= phrase.Slop) frequency += 1.0 / (1 + distance);
        }

        return frequency;
    }

    private HashSet<string> Variants(string word)
    {
        if (_variants.TryGetValue(word, out var variants)) return variants;
        _variants.Add(word, variants = []);
        foreach (var analyzer in _analyzers)
        {
            foreach (var token in analyzer.Analyze(word)) variants.Add(token.Term.ToString());
        }

        return variants;
    }

    private sealed class Read
    {
        private readonly Dictionary<string, List<(string Term, int Position)>> _words = [];
        private readonly ImmutableArray<TextField> _fields;

        public Read(IndexSchema schema, Document document)
        {
            Document = document;
            _fields = schema.Texts;
            foreach (var field in schema.Texts)
            {
                var words = _words[field.Name] = [];
                foreach (var text in document.Texts.Where(text => text.Field == field.Name))
                {
                    // Far enough for no phrase to run across.
                    var start = words.Count == 0 ? 0 : words[^1].Position + 100_000;
                    foreach (var token in Analyzers.For(document.Language).Analyze(text.Text)) words.Add((token.Term.ToString(), start + token.Span.Position));
                }

                Length += field.Weight * words.Count;
            }
        }

        public Document Document { get; }

        public double Length { get; }

        public double Frequency(string? field, Func<List<(string Term, int Position)>, double> count) =>
            _fields.Where(other => field is null || other.Name == field).Sum(other => other.Weight * count(_words[other.Name]));

        public HashSet<string> Steps(string facet) =>
        [
            .. Document.Facets.Where(value => value.Field == facet).SelectMany(value =>
                Enumerable.Range(1, value.Path.Depth).Select(depth => FacetPath.Of([.. value.Path.Labels.Take(depth)]).Text)),
        ];
    }
}
