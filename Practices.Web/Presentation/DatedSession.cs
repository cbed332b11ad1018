using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;

namespace Practices.Web.Presentation;

/// <summary>A session of a learning offer, with the offer.</summary>
public sealed record DatedSession(Practice Offer, Session Session)
{
    /// <summary>Every session that is not over on a day, the earliest first.</summary>
    public static IReadOnlyList<DatedSession> Coming(PracticeCatalog catalog, DateOnly today)
    {
        var dated = FacetSelection.Empty.With("kind", FacetPath.Of("learning")).With("dates", FacetPath.Of("dated"));
        return
        [
            .. catalog.Records(dated)
                .SelectMany(offer => Session.Of(offer.Learning!).Where(session => !session.IsOver(today)).Select(session => new DatedSession(offer, session)))
                .OrderBy(coming => coming.Session.First)
                .ThenBy(coming => coming.Offer.Id, StringComparer.Ordinal),
        ];
    }
}
