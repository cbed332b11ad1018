using Practices.Indexer.Content;

namespace Practices.Indexer.Ingest;

/// <summary>The definitions of what only one kind of record has.</summary>
internal static class KindFields
{
    public static LearningOffer Learning(Fields f) => new(
        f.Concept("format", "learning-formats", "What kind of learning it is."),
        f.Text("host", "Who holds it."),
        f.Record("host-record", "The id of the host's record, where we hold one."),
        f.TextOrDates("dates", "A list of days, or words such as \"on request\"."),
        f.Text("length", "How long it takes, in words."),
        f.Concepts("languages", "languages", "The languages it is held in, as ISO 639-1 codes."),
        f.Text("cost", "What it costs, in words."),
        f.Text("capacity", "How many can take part, in words."),
        f.Text("audience", "Whom it is for."),
        f.Concepts("topics", "themes", "The themes it teaches."),
        f.Records("shows", "The ids of the records that it shows."),
        f.Text("apply", "How to take part, in words or an address."));

    public static NetworkProfile Network(Fields f) => new(
        f.Concept("scope", "network-scopes", "How far it reaches."),
        f.Year("founded", "The year it was founded."),
        f.Text("members", "Who its members are, in words: over 140 cities in 39 countries."),
        f.Texts("offers", "What it offers, a phrase each."),
        f.Records("runs", "The ids of the awards and learning offers that it runs."),
        f.Url("url", "Its address."));

    public static AwardProfile Award(Fields f)
    {
        var award = new AwardProfile(
            f.Texts("organisers", "Who gives it."),
            f.Year("since", "The year of its first cycle."),
            f.Text("frequency", "How often, in words."),
            f.Text("prize", "What is given, in words."),
            f.Texts("categories", "Its categories, in its own words."),
            f.List("outcomes", "Its own words for outcomes, the highest first.", Outcome),
            f.List("cycles", "Its cycles, the oldest first.", Cycle),
            f.Url("url", "Its address."));
        if (award.Outcomes.DistinctBy(outcome => outcome.Id).Count() < award.Outcomes.Length) f.Error("duplicate-id", "outcomes", "Two outcomes have the same id. Rename one.");
        if (award.Cycles.DistinctBy(cycle => cycle.Id).Count() < award.Cycles.Length) f.Error("duplicate-id", "cycles", "Two cycles have the same id. Rename one.");
        return award;
    }

    private static AwardOutcome Outcome(Fields f)
    {
        var id = f.Id("id", "Write the id that records use: the label in small letters with hyphens.", required: true) ?? "";
        return new(id, f.Text("label", "The award's own word for it.") ?? id, f.Text("description", "What it means."));
    }

    private static AwardCycle Cycle(Fields f) => new(
        f.Id("id", "Write the id that records use, such as \"2018\".", required: true) ?? "",
        f.Year("year", "The year of the cycle."),
        f.Text("note", "What else is known."));
}
