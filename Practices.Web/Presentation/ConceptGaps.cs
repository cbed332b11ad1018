using Practices.Indexer.Indexing;
using Practices.Search.Facets;

namespace Practices.Web.Presentation;

/// <summary>What the collection lacks on one concept. Practices are counted, on the pages of ways of learning the offers: other records do not fill a gap.</summary>
public sealed class ConceptGaps(ConceptView view, PracticeCatalog catalog)
{
    // A list of nearly everything calls for nothing in particular.
    private const int MostGoals = 12;
    private const int MostThemes = 11;

    private readonly ConceptFolder _folder = view.Folder;
    private readonly Tally _main = new(catalog, view.State.Filters.With("kind", FacetPath.Of(view.Folder.MainKind)));
    private readonly string _noun = Words.Noun(view.Folder.MainKind, 1);

    /// <summary>The gaps, the widest first.</summary>
    public IReadOnlyList<Gap> All => [.. _main.Total == 0 ? Nothing() : [.. Parts(), .. Elsewhere(), .. Facts()]];

    private string About => _folder.Folder switch
    {
        "sdgs" when view.Concept.Broader is null => $"for goal {view.Concept.Id}",
        "sdgs" => $"for target {view.Concept.Id}",
        "themes" => $"about {Words.InSentence(view.Concept.Label, "themes")}",
        "formats" => "of this kind",
        "evidence" => "on this rung",
        _ => $"from {view.Concept.Label}",
    };

    private IEnumerable<Gap> Nothing()
    {
        yield return Gap.OfRecord($"We hold no {_noun} {About} yet.");
        foreach (var gap in Parts()) yield return gap;
    }

    private IEnumerable<Gap> Parts()
    {
        var parts = view.Ways.Parts;
        var empty = parts.Where(part => _main[_folder.Facet, part.Id] == 0).ToList();
        var name = _folder.Folder switch { "sdgs" => "targets", "regions" => "regions within it", _ => "sub-themes" };
        if (empty.Count > 0) yield return Gap.OfRecord(Share(empty.Count, parts.Count, name), empty);
        var (facet, places) = _folder.Folder == "regions" ? ("country", "countries and areas") : ("city", "larger cities that we know by name");
        var without = view.Ways.Places.Where(place => _main[facet, place.Id] == 0).ToList();
        if (without.Count > 0) yield return Gap.OfRecord(Share(without.Count, view.Ways.Places.Count, places), without);
    }

    private IEnumerable<Gap> Elsewhere()
    {
        var vocabularies = catalog.Vocabularies;
        if (!_folder.IsOfPlaces && Gap.Without(_main, "regions", vocabularies) is { Count: > 0 } regions) yield return Gap.OfRecord($"No {_noun} from these regions.", regions);
        if (!view.IsGoal && Gap.Without(_main, "sdgs", vocabularies) is { Count: > 0 and <= MostGoals } goals) yield return Gap.OfRecord($"No {_noun} for these goals.", goals);
        if (_folder.Folder != "themes" && Gap.Without(_main, "themes", vocabularies) is { Count: > 0 and <= MostThemes } themes)
            yield return Gap.OfRecord($"No {_noun} about these themes.", themes);
        if (_folder.Folder is not ("formats" or "evidence") && view.Tally["kind", "learning"] == 0) yield return Gap.OfRecord($"No learning offer {About}.");
    }

    private IEnumerable<Gap> Facts()
    {
        if (_folder.MainKind == "learning") yield break;
        var studied = _main["evidence", "evaluated"] + _main["evidence", "controlled-study"];
        if (_folder.Folder != "evidence" && studied == 0)
        {
            yield return _main["evidence", "monitored"] == 0
                ? Gap.OfFact("No result has been measured over time or checked by an outside study.", "Know of figures or a study?")
                : Gap.OfFact("No result has been checked by an outside study.", "Know of a study?");
        }

        if (_main["failures", "yes"] == 0) yield return Gap.OfFact("No practice says what did not work.", "Do you know?");
        if (_main["visit", "yes"] == 0) yield return Gap.OfFact("No practice offers a visit.", "Can one be visited?");
    }

    private string Share(int empty, int all, string name) =>
        empty == all ? $"None of its {all} {name} has a {_noun} yet." : $"{empty} of its {all} {name} {(empty == 1 ? "has" : "have")} no {_noun} yet.";
}
