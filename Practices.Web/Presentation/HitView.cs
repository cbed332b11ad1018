using System.Collections.Immutable;
using Microsoft.AspNetCore.Html;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Highlighting;

namespace Practices.Web.Presentation;

/// <summary>One line of a list of records, ready to be written.</summary>
public sealed record HitView
{
    // One line on a laptop, where eight hits are to be seen at once.
    private const int SentenceLength = 150;

    // As many as the catalog keeps cards.
    private const int MostKept = 4096;

    private static readonly CatalogMemo<RecordMemo<HitView>> Kept = new(_ => new(MostKept));

    public required string Url { get; init; }

    /// <summary>Where, when and in which state: <c>Ahmedabad, India · since 2014 · running</c>. For what is not a practice, its kind comes first.</summary>
    public required string PlaceLine { get; init; }

    public required IHtmlContent Title { get; init; }

    /// <summary>One sentence, with the words that were looked for marked.</summary>
    public required IHtmlContent Text { get; init; }

    public required IReadOnlyList<int> Goals { get; init; }

    /// <summary><see langword="null"/> for what has no results of its own to know.</summary>
    public EvidenceView? Evidence { get; init; }

    public required IReadOnlyList<string> Recognition { get; init; }

    public bool SaysWhatFailed { get; init; }

    public bool CanVisit { get; init; }

    /// <summary>Why it is shown, where that is not the words that were looked for.</summary>
    public string? Why { get; init; }

    /// <summary>The record's id and title where it can be ticked, in a form that asks for several.</summary>
    public (string Id, string Title)? Choice { get; init; }

    /// <summary>What can be done with it in this list, with the address that does it.</summary>
    public (string Label, string Url)? Action { get; init; }

    /// <summary>The language of the record where it is not the page's.</summary>
    public string? Lang { get; init; }

    /// <summary>A hit of a search, with its highlights.</summary>
    public static HitView Of(PracticeHit hit, PracticeCatalog catalog) => Of(hit.Card, hit.Hit.Snippets, catalog);

    /// <summary>A hit of a search that can be ticked.</summary>
    public static HitView ToChoose(PracticeHit hit, PracticeCatalog catalog) => Of(hit, catalog) with { Choice = (hit.Card.Id, hit.Card.Title) };

    /// <summary>A record that was not searched for, made once for a catalog.</summary>
    public static HitView Of(PracticeCard card, PracticeCatalog catalog) => Kept.Of(catalog).Of(card.Id, _ => Make(card, catalog));

    private static HitView Of(PracticeCard card, ImmutableArray<Snippet> snippets, PracticeCatalog catalog)
    {
        var record = Of(card, catalog);
        if (snippets.IsEmpty) return record;
        var title = snippets.FirstOrDefault(s => s.Field == "title");

        // A title that is cut would be no title.
        if (title is { StartsInside: true } or { EndsInside: true }) title = null;
        var text = snippets.FirstOrDefault(s => s.Field == "summary") ?? snippets.FirstOrDefault(s => s.Field is "body" or "detail");
        return record with
        {
            Title = title is null ? record.Title : SnippetHtml.Of(title),
            Text = text is null ? record.Text : SnippetHtml.Of(text),
        };
    }

    private static HitView Make(PracticeCard card, PracticeCatalog catalog)
    {
        var vocabularies = catalog.Vocabularies;
        return new()
        {
            Url = Routes.Record(card.Kind, card.Id),
            PlaceLine = string.Join(" · ", PlaceParts(card, catalog).Where(p => p.Length > 0)),
            Title = SnippetHtml.Of(card.Title),
            Text = SnippetHtml.Of(Words.Opening(card.Summary, SentenceLength)),
            Goals = card.Goals,
            Evidence = card.Kind == RecordKind.Practice ? EvidenceView.Of(card.Evidence, vocabularies) : null,
            Recognition = card.Recognition.IsEmpty ? [] : [.. card.Recognition.Select(r => Words.Of(r, vocabularies)).Distinct(StringComparer.Ordinal)],
            SaysWhatFailed = card.FirstFailure is not null,
            CanVisit = card.CanVisit,
            Lang = card.Language == "en" ? null : card.Language,
        };
    }

    private static IEnumerable<string> PlaceParts(PracticeCard card, PracticeCatalog catalog)
    {
        var vocabularies = catalog.Vocabularies;
        if (card.Kind == RecordKind.Learning)
            yield return card.LearningFormat is { } format ? vocabularies.Label("learning-formats", format) : "Learning offer";
        else if (card.Kind != RecordKind.Practice)
            yield return vocabularies.Label("kinds", PracticeFacets.IdOf(card.Kind));

        yield return Words.Places(card.Places, vocabularies);
        if (card.Kind == RecordKind.Learning && card.Host is { } host && host.Length <= 60) yield return host;
        if (card.Kind != RecordKind.Practice) yield break;
        yield return Words.Years(card.Period);
        yield return Words.State(card.Period, vocabularies);
    }
}
