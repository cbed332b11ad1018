using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Indexer.Ingest;

/// <summary>The definitions of a record's parts, which every kind may have.</summary>
internal static class PartFields
{
    private static readonly ImmutableArray<string> Qualifiers = ["more-than", "about", "up-to", "less-than"];
    private static readonly ImmutableArray<string> Directions = ["from", "to"];

    public static Place Place(Fields f, RecordKind kind)
    {
        var place = new Place(
            CityId: null,
            City: f.Text("city", "The common English name of the city.", maxLength: 200),
            Area: f.Text("area", "A state, a metropolitan area, a neighbourhood.", maxLength: 200),
            Country: f.Concept("country", "countries", "The ISO 3166-1 alpha-2 code of the country, such as ZA."),
            Latitude: f.Number("lat", "Degrees north; filled from our own list of cities where it is left out.", -90, 90),
            Longitude: f.Number("lon", "Degrees east.", -180, 180),
            Population: f.Count("population", "Inhabitants, as the source states them."));
        var isWrong = f.Has("country") && place.Country is null;
        if (!isWrong && place.Country is null && (place.City is not null || kind == RecordKind.Practice))
            f.Error("place-incomplete", "city", "The place has no country. Add its code, such as country: ZA.");
        else if (!isWrong && place is { City: null, Area: null, Country: null })
            f.Error("place-incomplete", "city", "The place is empty. Name a city, an area or a country.");
        if (place.Latitude is null != place.Longitude is null) f.Error("place-incomplete", "lat", "lat and lon belong together. Give both or none.");
        return f.Context is { } context ? Gazetteer.Locate(place, context.Vocabularies) : place;
    }

    public static SdgClaim Sdg(Fields f)
    {
        var goal = f.Integer("goal", "Write the number of the goal, 1 to 17.", 1, 17, required: true);
        var target = f.Text("target", "The code of the target in quotes, such as \"13.1\", where it is plainly the one.", maxLength: 5);
        if (target is not null && f.Context?.Vocabularies["sdgs"] is { Concepts.IsEmpty: false } sdgs)
        {
            if (goal is not null && !target.StartsWith($"{goal}.", StringComparison.Ordinal))
                f.Error("sdg-target", "target", $"The target {target} does not belong to goal {goal}. Write one of {Targets(goal.Value)}, or leave it out.");
            else if (!target.Contains('.') || sdgs.Find(target) is null)
                f.Error("sdg-target", "target", $"There is no target {target}.{(goal is null ? "" : $" Goal {goal} has {Targets(goal.Value)}.")}");

            string Targets(int number) => string.Join(", ", sdgs.Narrower($"{number}").Select(concept => concept.Id));
        }

        return new(goal ?? 0, target, f.Concept("by", "sdg-claims", "Say who makes the claim: award, source or editor.", required: true) ?? "");
    }

    public static Period Period(Fields f)
    {
        var period = new Period(
            f.YearOrDate("start", "The year, month or day it began."),
            f.YearOrDate("end", "The year, month or day it ended; left out while it runs."),
            f.Concept("state", "states", "In which state it is, as far as a source says."));
        if (period is { Start: { } start, End: { } end })
        {
            var length = Math.Min(start.Length, end.Length);
            if (string.CompareOrdinal(start, 0, end, 0, length) > 0) f.Error("period-order", "end", $"It ends ({end}) before it begins ({start}). Swap them, or mend one.");
        }

        return period;
    }

    public static Partner Partner(Fields f) => new(
        f.Text("name", "Write the name of the organisation.", required: true) ?? "",
        f.Concept("role", "partner-roles", "What it does in the practice."),
        f.Concept("kind", "partner-kinds", "What kind of organisation it is."));

    public static Finance Finance(Fields f) => new(
        f.Text("source", "Who paid."),
        f.Amount("amount", "How much, in digits only."),
        f.Currency("currency", "The ISO 4217 code of the currency, such as USD."),
        f.Year("year", "The year of the amount."),
        f.Text("note", "What else must be known."));

    public static Outcome Outcome(Fields f) => new(
        f.Text("indicator", "Write what was measured.", required: true) ?? "",
        f.Number("value", "What was reached, in digits only; a fall is negative."),
        f.Text("unit", "The unit, such as hectares or percent."),
        f.OneOf("qualifier", "How exact the figure is; left out for an exact one.", Qualifiers),
        f.Number("target", "What was aimed for, in the same unit."),
        f.Number("baseline", "What it was before, in the same unit."),
        f.Year("year", "The year of the figure."),
        f.Text("method", "How it was measured."),
        f.Source("source", "The number of the source that gives it."),
        f.Text("note", "What else must be known to read it."));

    public static Failure Failure(Fields f) => new(
        f.Text("what", "Write what was tried and did not work.", required: true) ?? "",
        f.Text("why", "What stood in the way."),
        f.Text("learned", "What was learned."),
        f.Source("source", "The number of the source that gives it."));

    public static Condition Condition(Fields f) => new(
        f.Text("factor", "Write what it depends on.", required: true) ?? "",
        f.Text("why", "Why it matters."),
        f.Source("source", "The number of the source that gives it."));

    public static BuildingBlock Block(Fields f) => new(
        f.Text("title", "Name the part.", required: true) ?? "",
        f.Text("description", "What it is."),
        f.Text("enabling", "What makes it work."),
        f.Text("lesson", "What was learned."));

    public static LineageLink Lineage(Fields f)
    {
        var to = f.Record("to", "The id of our record of the practice that came of this one.");
        var from = f.Record("from", "The id of our record of the practice that this one came of.");
        var direction = f.OneOf("direction", "from or to, where we hold no record of the other end.", Directions);
        if (f.Has("to") && f.Has("from"))
            f.Error("lineage-direction", "from", "One step has either to or from. Make two steps of it.");
        else if (!f.Has("to") && !f.Has("from") && !f.Has("direction"))
            f.Error("lineage-direction", "direction", "It is not said which way it went. Add to or from with an id of ours, or direction: to with a place.");
        else if (f.Has("direction") && ((f.Has("to") && direction == "from") || (f.Has("from") && direction == "to")))
            f.Error("lineage-direction", "direction", $"direction: {direction} contradicts \"{(f.Has("to") ? "to" : "from")}\". Leave direction out.");
        return new(
            f.Has("from") || direction == "from" ? LineageDirection.From : LineageDirection.To,
            to ?? from,
            f.Text("place", "The other end in words, such as \"Bhopal, India\"."),
            f.Concept("mode", "lineage-modes", "How it travelled."),
            f.Text("changed", "What was changed on the way."),
            f.Year("year", "When."),
            f.Text("note", "What else is known."));
    }

    public static Recognition Recognition(Fields f)
    {
        var award = f.Id("award", "Write the id of the award's record.", required: true);
        var cycle = f.Text("cycle", "The id of one of the award's cycles, such as \"2018\".", maxLength: 100);
        var outcome = f.Text("outcome", "The id of one of the award's outcomes, such as winner.", maxLength: 100);
        var externalId = f.Text("external-id", "The award's own number for the submission.", maxLength: 100);
        var announced = f.DateOrMoment("announced", "The day it was made public, or the date, time and zone before which nobody sees it: 2026-12-01T10:00+08:00.");
        if (award is not null) f.Context?.Awards.Add(new(award, f.At("award"), cycle, f.At("cycle"), outcome, f.At("outcome")));
        return new(
            award ?? "",
            cycle,
            outcome,
            externalId,
            announced?.Day,
            f.Url("url", "The award's page about it."),
            f.Text("note", "What else is known."),
            announced?.Moment,
            f.Flag("staged", "Whether it waits for the announcement of its cycle: nobody sees it until then.") is true ? true : null);
    }

    public static Visit Visit(Fields f) => new(
        f.Flag("possible", "Whether one can go and see it: true or false."),
        f.Text("host", "Who receives visitors."),
        f.Concepts("languages", "languages", "The languages spoken to visitors, as ISO 639-1 codes."),
        f.Text("cost", "What a visit costs, in words."),
        f.Text("what-to-see", "What there is to see."),
        f.Url("url", "A page about visits."));

    public static Contact Contact(Fields f) => new(
        f.Text("role", "The role or the office, never a private person."),
        f.Email("email", "The address of the office."),
        f.Url("url", "The page of the office."));

    public static MediaItem Media(Fields f)
    {
        var file = f.File("file", "picture", "Write the name of the picture's file.", required: true);
        if (file is not null && PictureFormat.Named(file) is null) f.Error("picture-type", "file", NotShown(file));
        return new(
            file ?? "",
            f.Text("alt", "Write what the picture shows, for those who cannot see it.", required: true) ?? "",
            f.Text("caption", "What is said below it."),
            f.Text("credit", "Write who made it.", required: true) ?? "",
            f.Text("licence", "Write under which licence it may be shown, such as CC-BY-4.0.", required: true) ?? "");
    }

    /// <summary>Why a file of that name is no picture, and what to do.</summary>
    public static string NotShown(string file) => $"\"{file}\" is not a picture that pages can show. Save it as {string.Join(", ", PictureFormat.All.Select(format => format.Endings[0]))}.";

    public static SourceRef Source(Fields f) => new(
        f.Integer("id", "Number the sources 1, 2, 3.", 1, 999, required: true) ?? 0,
        f.Text("title", "Write the title of the document or page.", required: true) ?? "",
        f.Text("author", "The person or body that wrote it."),
        f.Text("publisher", "Who brought it out."),
        f.Year("year", "When."),
        f.Text("page", "The page or pages as printed.", maxLength: 100),
        f.Text("locator", "Where in it, in words, where there is no page."),
        f.Url("url", "Its address."),
        f.Text("note", "What else must be known."));

    public static Rights Rights(Fields f) => new(
        f.Text("licence", "The licence, such as CC-BY-4.0.", maxLength: 200),
        f.Text("holder", "Who holds the rights."));
}
