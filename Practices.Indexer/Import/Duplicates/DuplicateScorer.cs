using System.Collections.Immutable;
using System.Globalization;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>Weighs what two records have in common and what parts them. The points are what did best on a made set of pairs.</summary>
internal sealed class DuplicateScorer
{
    private readonly ImmutableArray<RecordTraits> _traits;
    private readonly TermStatistics _titles;
    private readonly TermStatistics _concepts;
    private readonly TermStatistics _figures;
    private readonly TermStatistics _links;
    private readonly TermStatistics _partners;
    private readonly (int Term, float Weight)[][] _texts;
    private readonly (int Term, float Weight)[][] _conceptVectors;

    public DuplicateScorer(ImmutableArray<RecordTraits> traits)
    {
        _traits = traits;
        _titles = new([.. traits.Select(one => one.Names.SelectMany(name => name.Terms))]);
        _concepts = new([.. traits.Select(one => one.Concepts.Keys)]);
        _figures = new([.. traits.Select(one => one.Figures)]);
        _links = new([.. traits.Select(one => one.Links.Keys)]);
        _partners = new([.. traits.Select(one => one.Partners)]);
        Names = new([.. traits.Select(one => one.ProperNames)]);
        Words = new([.. traits.Select(one => one.Text.Keys)]);
        _texts = [.. traits.Select(one => Words.Vector(one.Text))];
        _conceptVectors = [.. traits.Select(one => _concepts.Vector(one.Concepts))];
    }

    /// <summary>How rare words of the texts are.</summary>
    public TermStatistics Words { get; }

    /// <summary>How rare names in the texts are.</summary>
    public TermStatistics Names { get; }

    /// <summary>Compares two records; <see langword="null"/> when nothing but their place speaks for them.</summary>
    public DuplicateCandidate? Score(int first, int second)
    {
        var (a, b) = (_traits[first], _traits[second]);
        var isOneLanguage = a.Record.Language == b.Record.Language;
        var signals = ImmutableArray.CreateBuilder<DuplicateSignal>();
        void Add(string name, double points, string why)
        {
            if (Math.Abs(points) >= 0.5) signals.Add(new(name, Math.Round(points, 1), why));
        }

        var (title, nameA, nameB) = Title(a, b, isOneLanguage);
        Add("title", 18 * title, $"{Share(title)} of \"{nameA}\" and \"{nameB}\" {(isOneLanguage ? "are the same words" : "have the same names and concepts")}");

        var text = isOneLanguage ? TermStatistics.Cosine(_texts[first], _texts[second]) : 0.8 * TermStatistics.Cosine(_conceptVectors[first], _conceptVectors[second]);
        Add("text", 36 * Math.Clamp((text - 0.12) / 0.5, 0, 1), isOneLanguage ? $"the texts are alike by {Share(text)}" : $"the texts, by what they name, are alike by {Share(text)}");

        Shared("names", a.ProperNames, b.ProperNames, Names, 3, 12, Add);
        Shared("figures", a.Figures, b.Figures, _figures, 4, 12, Add);
        Shared("partners", a.Partners, b.Partners, _partners, 7, 21, Add);
        Links(a, b, Add);
        if (signals.Count == 0) return null;

        Place(a, b, Add);
        var themes = a.Record.Themes.Intersect(b.Record.Themes).ToList();
        if (themes.Count > 0) Add("themes", Math.Min(7, 2.5 * themes.Count), $"both have {string.Join(", ", themes)}");
        Year(a, b, Add);
        if (!isOneLanguage) Add("language", 13, "they are in two languages, in which less of the same can be alike");
        if (Part(a) != Part(b)) Add("sequel", -40, "one of the titles names a phase or a part that the other does not");

        var score = Math.Clamp(signals.Sum(signal => signal.Points), 0, 100);
        return new(a.Record, b.Record, Math.Round(score, 1), [.. signals.OrderByDescending(signal => Math.Abs(signal.Points)).ThenBy(signal => signal.Name, StringComparer.Ordinal)]);
    }

    private (double Likeness, string A, string B) Title(RecordTraits a, RecordTraits b, bool isOneLanguage)
    {
        var best = (Likeness: -1.0, A: "", B: "");
        foreach (var one in a.Names)
        {
            foreach (var other in b.Names)
            {
                var likeness = NameSimilarity.OfTerms(one.Terms, other.Terms, _titles.Weight);
                if (!isOneLanguage) likeness = Math.Max(likeness, 0.8 * NameSimilarity.OfConcepts(one.Concepts, other.Concepts, _concepts.Weight));
                if (likeness > best.Likeness) best = (likeness, one.Text, other.Text);
            }
        }

        return best;
    }

    // What only these two have counts whole, what others have too counts less.
    private static void Shared(string name, HashSet<string> a, HashSet<string> b, TermStatistics statistics, double each, double most, Action<string, double, string> add)
    {
        var shared = a.Intersect(b, StringComparer.Ordinal).OrderBy(statistics.Frequency).ThenBy(one => one, StringComparer.Ordinal).ToList();
        if (shared.Count == 0) return;
        var points = shared.Sum(one => each * Math.Min(1, 2.0 / Math.Max(1, statistics.Frequency(one))));
        add(name, Math.Min(most, points), $"{shared.Count} in common: {string.Join(", ", shared.Take(5))}{(shared.Count > 5 ? ", …" : "")}");
    }

    private void Links(RecordTraits a, RecordTraits b, Action<string, double, string> add)
    {
        foreach (var link in a.Links.Keys.Where(b.Links.ContainsKey).OrderByDescending(link => a.Links[link] || b.Links[link]).ThenBy(_links.Frequency).Take(1))
        {
            var isOwn = a.Links[link] || b.Links[link];
            add("links", (isOwn ? 50 : 18) * Math.Min(1, 2.0 / _links.Frequency(link)), isOwn ? $"one says that it is {link}, which the other names" : $"both name {link}");
        }
    }

    private static void Place(RecordTraits a, RecordTraits b, Action<string, double, string> add)
    {
        if (a.Cities.Overlaps(b.Cities)) add("place", 12, $"both are in {string.Join(", ", a.Cities.Intersect(b.Cities).Order(StringComparer.Ordinal))}");
        else if (a.Cities.Count > 0 && b.Cities.Count > 0 && !a.Areas.Overlaps(b.Areas)) add("place", a.Countries.Overlaps(b.Countries) ? -30 : -40, $"one is in {Few(a.Cities)}, the other in {Few(b.Cities)}");
        else if (a.Areas.Overlaps(b.Areas)) add("place", 10, $"both are in {string.Join(", ", a.Areas.Intersect(b.Areas).Order(StringComparer.Ordinal))}");
        else if (a.Countries.Overlaps(b.Countries)) add("place", 3, $"both are in {string.Join(", ", a.Countries.Intersect(b.Countries).Order(StringComparer.Ordinal))}");
        else if (a.Countries.Count > 0 && b.Countries.Count > 0) add("place", -40, $"one is in {Few(a.Countries)}, the other in {Few(b.Countries)}");
    }

    private static void Year(RecordTraits a, RecordTraits b, Action<string, double, string> add)
    {
        if (a.Record.Period.StartYear is not { } from || b.Record.Period.StartYear is not { } other) return;
        if (from == other) add("year", 7, $"both began in {from}");
        else if (Math.Abs(from - other) > 1) add("year", -14, $"one began in {from}, the other in {other}");
    }

    private static int Part(RecordTraits traits) => Math.Max(1, traits.Names[0].Part);

    private static string Few(HashSet<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal).Take(3)) + (names.Count > 3 ? ", …" : "");

    private static string Share(double share) => share.ToString("0%", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
}
