using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Indexer.Ingest;

/// <summary>
/// The definition of a record: every key of the front matter, what it means and what may stand there, in the order in which a new file lists them.
/// The one place to change when the record changes; the JSON Schema follows.
/// </summary>
public static class RecordFields
{
    /// <summary>The longest summary, in words: what fits beside a search result and is read to its end.</summary>
    public const int MaxSummaryWords = 250;

    /// <summary>The words for kinds, in the order of <see cref="RecordKind"/>.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["practice", "learning", "network", "award"];

    /// <summary>The words for statuses, in the order of <see cref="PublicationStatus"/>.</summary>
    public static ImmutableArray<string> Statuses { get; } = ["draft", "in-review", "staged", "published", "withdrawn"];

    /// <summary>Asks for every key of a record of a kind. The result has no id, file or story yet, and holds only what was right.</summary>
    public static Practice Define(Fields f, RecordKind kind)
    {
        var isPractice = kind == RecordKind.Practice;
        f.OneOf("kind", "What the record is about.", Kinds);
        var practice = new Practice
        {
            Id = "",
            File = "",
            Kind = kind,
            Title = f.Text("title", "Write what it is called, as a sentence or a name.", required: true, maxLength: 300) ?? "",
            Aliases = f.Texts("aliases", "Other names it goes by."),
            Summary = Summary(f),
            Language = f.Concept("language", "languages", "The ISO 639-1 code of the language it is written in.") ?? "en",
            Translations = f.FilesByLanguage("translations", "translation", "The files of its translations by language code, such as { es: title.es.md }."),
            Places = f.List("places", "List where it happens, each with city or area, and country: - { city: Durban, country: ZA }.", place => PartFields.Place(place, kind), isPractice),
            Governance = f.Concept("governance", "governance", "The level of government that runs it."),
            Sdgs = f.List("sdgs", "List at least one goal it serves, with who says so: - { goal: 13, target: \"13.1\", by: source }.", PartFields.Sdg, isPractice),
            Themes = f.Concepts("themes", "themes", "One to four themes, the narrower ones rather than the wide ones."),
            Beneficiaries = f.Concepts("beneficiaries", "beneficiaries", "Whom it serves."),
            Period = f.Group("period", "When it ran and in which state it is.", PartFields.Period) ?? new(null, null, null),
            Verified = f.Date("verified", "The day when somebody last checked that it is still so."),
            Partners = f.List("partners", "Who took part.", PartFields.Partner),
            Finance = f.List("finance", "Where the money came from.", PartFields.Finance),
            Results = f.List("results", "What changed, measured: the target beside the result, method and source beside both.", PartFields.Outcome),
            Evidence = f.Concept("evidence", "evidence", "How the results are known."),
            Failures = f.List("failures", "What did not work, in words that blame nobody.", PartFields.Failure),
            Conditions = f.List("conditions", "What it depends on elsewhere.", PartFields.Condition),
            Blocks = f.List("blocks", "Parts of it that can be reused alone.", PartFields.Block),
            Lineage = f.List("lineage", "How it travelled: where it came from and where it went.", PartFields.Lineage),
            Recognition = f.List("recognition", "Awards, with cycle and outcome in the award's own words.", PartFields.Recognition),
            Visit = f.Group("visit", "How to go and see it.", PartFields.Visit),
            Contact = f.Group("contact", "Whom to ask: a role or an office, never a private person.", PartFields.Contact),
            Media = f.List("media", "Pictures that lie beside the file.", PartFields.Media),
            Sources = f.List("sources", "List who says so, each with a number and a title: - { id: 1, title: …, year: 2016, page: 11 }.", PartFields.Source, required: true),
            Learning = kind == RecordKind.Learning ? f.Group("learning", "What only a learning offer has.", KindFields.Learning) : f.OfAnotherKind<LearningOffer>("learning", "learning"),
            Network = kind == RecordKind.Network ? f.Group("network", "What only a network has.", KindFields.Network) : f.OfAnotherKind<NetworkProfile>("network", "network"),
            Award = kind == RecordKind.Award ? f.Group("award", "What only an award has.", KindFields.Award) : f.OfAnotherKind<AwardProfile>("award", "award"),
            Rights = f.Group("rights", "Under which licence the record may be reused.", PartFields.Rights),
            Editor = f.Text("editor", "Who answers for the record: a desk, not a person."),
            Added = f.Date("added", "The day it came into the collection."),
            Status = Status(f),
            PublishAt = f.Moment("publish-at", "Nobody sees the record before this date, time and zone: 2026-12-01T09:00+01:00."),
            FormerIds = f.Ids("formerly", "Ids it had before; their addresses lead here."),
            MergedInto = f.Record("merged-into", "The id of our record of the same practice, into which this one is to be merged once it is public; written by `practices merge`."),
            SameAs = f.Urls("same-as", "The same practice in other databases."),
        };
        CheckSources(f, practice.Sources);
        return practice;
    }

    private static string Summary(Fields f)
    {
        var summary = f.Text("summary", "Write one to three plain sentences that say what happens and for whom.", required: true) ?? "";
        var words = ScalarText.WordCount(summary);
        if (words > MaxSummaryWords) f.Error("summary-length", "summary", $"The summary has {words} words; at most {MaxSummaryWords} are allowed. Move the rest into the body.");
        return summary;
    }

    private static PublicationStatus Status(Fields f)
    {
        var status = f.OneOf("status", "Say where the record stands: draft, in-review, staged, published or withdrawn.", Statuses, required: true);
        return status is null ? PublicationStatus.Draft : (PublicationStatus)Statuses.IndexOf(status);
    }

    private static void CheckSources(Fields f, ImmutableArray<SourceRef> sources)
    {
        if (f.Context is not { } context) return;
        var ids = sources.Select(source => source.Id).ToHashSet();
        if (ids.Count < sources.Length) f.Error("duplicate-source", "sources", "Two sources have the same id. Number them 1, 2, 3.");
        foreach (var (id, at) in context.Sources.Where(source => !ids.Contains(source.Id)))
            context.Problems.Error("unknown-source", at, $"There is no source {id}. The sources are numbered {string.Join(", ", ids.Order())}; add it, or name another.");
    }
}
