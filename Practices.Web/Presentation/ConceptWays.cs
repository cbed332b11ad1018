using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;

namespace Practices.Web.Presentation;

/// <summary>The ways from one concept to others: wider, narrower, beside it, and across vocabularies.</summary>
public sealed class ConceptWays(ConceptFolder folder, Concept concept, PracticeCatalog catalog)
{
    private readonly VocabularySet _vocabularies = catalog.Vocabularies;

    // The whole collection: a concept's number does not depend on the page that it is named on.
    private readonly Tally _all = new(catalog, FacetSelection.Empty);

    /// <summary>The wider concepts, the widest first.</summary>
    public IReadOnlyList<ConceptLink> Broader => [.. Wider().Select(step => Link(ConceptFolder.All.First(other => other.Facet == step.Facet).Vocabulary, step.Id))];

    /// <summary>For each kind of record that it lacks, the search for those of the nearest wider concept that has some.</summary>
    /// <param name="own">The concept's own counts.</param>
    public IReadOnlyList<(string Label, string Url)> Nearest(Tally own)
    {
        var wider = Wider().Reverse().Select(step => SearchState.Empty.With(step.Facet, catalog.PathOf(step.Facet, step.Id)!.Value))
            .Select(state => (State: state, Tally: new Tally(catalog, state.Filters)))
            .ToList();
        return
        [
            .. from kind in (string[])["practice", "learning", "network"]
               where own["kind", kind] == 0
               let nearest = wider.FirstOrDefault(step => step.Tally["kind", kind] > 0)
               where nearest.State is not null
               let state = nearest.State.With("kind", FacetPath.Of(kind))
               select (Words.Capital(Headline.Of(state, catalog.Search(state.ToRequest() with { PageSize = 0 }), catalog).Sentence), state.Url()),
        ];
    }

    /// <summary>The concepts directly below.</summary>
    public IReadOnlyList<ConceptLink> Parts => [.. _vocabularies[folder.Vocabulary].Narrower(concept.Id).Select(part => Link(folder.Vocabulary, part.Id))];

    /// <summary>The countries of a region, however deep, and the cities of a country, by name.</summary>
    public IReadOnlyList<ConceptLink> Places => folder.Folder switch
    {
        "regions" => [.. _vocabularies["countries"].Concepts.Where(country => IsInside(country, concept.Id)).Select(country => Link("countries", country.Id)).OrderBy(link => link.Label, StringComparer.OrdinalIgnoreCase)],
        "countries" => [.. Cities(concept.Id)],
        _ => [],
    };

    /// <summary>Concepts that have to do with it, in groups under a heading; no group is empty.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<ConceptLink> Links)> Related =>
        [.. Groups().Select(group => (group.Heading, Links: (IReadOnlyList<ConceptLink>)[.. group.Links])).Where(group => group.Links.Count > 0)];

    /// <summary>Whether a country lies in a region, near or far.</summary>
    public bool IsInside(Concept country, string region) =>
        country.Broader is { } own && _vocabularies["regions"].PathTo(own).Any(step => step.Id == region);

    private IEnumerable<(string Heading, IEnumerable<ConceptLink> Links)> Groups()
    {
        switch (folder.Folder)
        {
            case "sdgs":
                yield return ("Themes that serve it", _vocabularies["themes"].Concepts.Where(theme => theme.Related.Any(Serves)).Select(theme => Link("themes", theme.Id)));
                yield return (concept.Broader is null ? "Other goals" : $"Other targets of goal {concept.Broader}", Beside());
                break;
            case "themes":
                yield return ("Targets that it serves", concept.Related.Where(id => _vocabularies["sdgs"].Find(id) is not null).Select(id => Link("sdgs", id)));
                yield return (concept.Broader is { } theme ? $"Other parts of {Words.InSentence(_vocabularies.Label("themes", theme), "themes")}" : "Other themes", Beside());
                break;
            case "regions":
                yield return (concept.Broader is { } wider ? $"Other parts of {_vocabularies.Label("regions", wider)}" : "Other regions", Beside());
                break;
            case "countries" when concept.Broader is { } region:
                yield return ($"Other countries in {_vocabularies.Label("regions", region)}", Beside().Where(link => link.Count > 0));
                break;
            case "countries":
                yield return ("Regions of the world", _vocabularies["regions"].Top.Select(region => Link("regions", region.Id)));
                break;
            case "cities" when concept.Broader is { } country:
                yield return ($"Other cities in {_vocabularies.Label("countries", country)}", Cities(country).Where(link => link.Count > 0 && link.Id != concept.Id));
                break;
            case "formats":
                yield return ("Other ways of learning", Beside());
                break;
            case "evidence":
                yield return ("The other rungs", Beside());
                break;
        }
    }

    private bool Serves(string target) => target == concept.Id || (concept.Broader is null && target.StartsWith(concept.Id + ".", StringComparison.Ordinal));

    private IEnumerable<ConceptLink> Beside()
    {
        var vocabulary = _vocabularies[folder.Vocabulary];
        var beside = vocabulary.Top.Contains(concept) && folder.Folder != "countries" ? vocabulary.Top : vocabulary.Narrower(concept.Broader ?? "");
        return beside.Where(other => other.Id != concept.Id).Select(other => Link(folder.Vocabulary, other.Id));
    }

    private IEnumerable<ConceptLink> Cities(string country) =>
        _vocabularies["cities"].Narrower(country).Select(city => Link("cities", city.Id)).OrderBy(link => link.Label, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<(string Facet, string Id)> Wider() => folder.Folder switch
    {
        "countries" => Way("region", "regions", concept.Broader),
        "cities" when concept.Broader is { } country => Way("region", "regions", _vocabularies["countries"].Find(country)?.Broader).Append(("country", country)),
        _ => Way(folder.Facet, folder.Vocabulary, concept.Broader),
    };

    private IEnumerable<(string Facet, string Id)> Way(string facet, string vocabulary, string? id) =>
        id is null ? [] : _vocabularies[vocabulary].PathTo(id).Select(step => (facet, step.Id));

    private ConceptLink Link(string vocabulary, string id) => ConceptLink.Of(ConceptFolder.Of(vocabulary), id, _vocabularies.Label(vocabulary, id), _all);
}
