using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Practices.Indexer.Content;

/// <summary>A place. At least one of city, area and country is given.</summary>
/// <param name="CityId">Id of the city: of the vocabulary <c>cities</c> where it is known there, else made of the name.</param>
/// <param name="City">The city's name as shown.</param>
/// <param name="Area">A state, a metropolitan area, a neighbourhood: free text.</param>
/// <param name="Country">ISO 3166 alpha-2 code, an id of the vocabulary <c>countries</c>.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Population">Inhabitants, as the source states them.</param>
public sealed record Place(string? CityId, string? City, string? Area, string? Country, double? Latitude, double? Longitude, long? Population);

/// <summary>A goal or target of the 2030 Agenda that the practice is said to serve.</summary>
/// <param name="Goal">1 to 17.</param>
/// <param name="Target">The target's code, such as <c>13.1</c>; <see langword="null"/> for the goal as a whole.</param>
/// <param name="By">Who says so: <c>award</c>, <c>source</c> or <c>editor</c>.</param>
public sealed record SdgClaim(int Goal, string? Target, string By);

/// <summary>When it ran.</summary>
/// <param name="Start">ISO 8601 year, month or day.</param>
/// <param name="End">The same; <see langword="null"/> while it runs or where it is not known.</param>
/// <param name="State">From the vocabulary <c>states</c>.</param>
public sealed record Period(string? Start, string? End, string? State)
{
    /// <summary>The year it started; <see langword="null"/> where that is not known.</summary>
    public int? StartYear => Start is { Length: >= 4 } && int.TryParse(Start.AsSpan(0, 4), out var year) ? year : null;
}

/// <summary>Somebody who took part. Role and kind are ids of <c>partner-roles</c> and <c>partner-kinds</c>.</summary>
public sealed record Partner(string Name, string? Role, string? Kind);

/// <summary>Money from one source. Currency is an ISO 4217 code.</summary>
public sealed record Finance(string? Source, decimal? Amount, string? Currency, int? Year, string? Note);

/// <summary>A measured change: the target beside the result, method and source beside both.</summary>
/// <param name="Indicator">What was measured.</param>
/// <param name="Value">What was reached, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit, such as <c>hectares</c> or <c>percent</c>.</param>
/// <param name="Qualifier"><c>more-than</c>, <c>about</c>, <c>up-to</c>, <c>less-than</c>, or nothing for an exact figure.</param>
/// <param name="Target">What was aimed for, in the same unit.</param>
/// <param name="Baseline">What it was before, in the same unit.</param>
/// <param name="Year">The year of the figure.</param>
/// <param name="Method">How it was measured.</param>
/// <param name="Source">Id of the source that gives it.</param>
/// <param name="Note">What else must be known to read it.</param>
public sealed record Outcome(
    string Indicator, double? Value, string? Unit, string? Qualifier, double? Target, double? Baseline, int? Year, string? Method, int? Source, string? Note);

/// <summary>Something that did not work, told with dignity.</summary>
public sealed record Failure(string What, string? Why, string? Learned, int? Source);

/// <summary>Something it depends on.</summary>
public sealed record Condition(string Factor, string? Why, int? Source);

/// <summary>A part that can be reused alone.</summary>
public sealed record BuildingBlock(string Title, string? Description, string? Enabling, string? Lesson);

/// <summary>Which way a practice travelled, seen from the record that says so.</summary>
public enum LineageDirection
{
    /// <summary>It came from there.</summary>
    From,

    /// <summary>It went there.</summary>
    To,
}

/// <summary>One step of a practice's travels.</summary>
/// <param name="Direction">From there to here, or from here to there.</param>
/// <param name="Record">Id of the record at the other end, where we hold one.</param>
/// <param name="Place">The other end in words.</param>
/// <param name="Mode">From the vocabulary <c>lineage-modes</c>.</param>
/// <param name="Changed">What was changed on the way.</param>
/// <param name="Year">When.</param>
/// <param name="Note">What else is known.</param>
public sealed record LineageLink(LineageDirection Direction, string? Record, string? Place, string? Mode, string? Changed, int? Year, string? Note);

/// <summary>An award's word on the practice.</summary>
/// <param name="Award">Id of an award's record.</param>
/// <param name="Cycle">Id of one of its cycles.</param>
/// <param name="Outcome">Id of one of its outcomes.</param>
/// <param name="ExternalId">The award's own number for the submission.</param>
/// <param name="Announced">The day on which it was made public, in the zone that the record names.</param>
/// <param name="Url">The award's page about it.</param>
/// <param name="Note">What else is known.</param>
/// <param name="AnnouncedAt">The moment before which nobody may see it; <see langword="null"/> where the record gives a day alone, or none.</param>
/// <param name="Staged">Whether it waits for an announcement that has no date yet; <see langword="null"/> when it does not.</param>
public sealed record Recognition(
    string Award, string? Cycle, string? Outcome, string? ExternalId, DateOnly? Announced, string? Url, string? Note, DateTimeOffset? AnnouncedAt = null, bool? Staged = null)
{
    /// <summary>The moment from which it may be seen; <see langword="null"/> when there is none to wait for.</summary>
    [JsonIgnore]
    public DateTimeOffset? VisibleFrom => AnnouncedAt ?? (Announced is { } day ? BeginOf(day) : null);

    /// <summary>Whether it may be seen at a moment.</summary>
    public bool IsPublic(DateTimeOffset now) => Staged is not true && !(VisibleFrom > now);

    /// <summary>When a day has begun in every zone: one that is given without a zone is not out before it has begun for its award.</summary>
    public static DateTimeOffset BeginOf(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}

/// <summary>How to go and see it.</summary>
public sealed record Visit(bool? Possible, string? Host, ImmutableArray<string> Languages, string? Cost, string? WhatToSee, string? Url);

/// <summary>Whom to ask: a role or an office.</summary>
public sealed record Contact(string? Role, string? Email, string? Url);

/// <summary>A picture beside the record's file, with what is said of it.</summary>
/// <param name="File">Its path from the record's folder, with <c>/</c>.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="Caption">What is said below it.</param>
/// <param name="Credit">Who made it.</param>
/// <param name="Licence">Under which licence it may be shown.</param>
public sealed record MediaItem(string File, string Alt, string? Caption, string Credit, string Licence)
{
    /// <summary>What its file says of itself; there always is one in a record of a catalog. Only such files may be served.</summary>
    public Picture? Picture { get; init; }
}

/// <summary>Who says so.</summary>
/// <param name="Id">The number that results and failures refer to, from 1.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Author">Person or body that wrote it.</param>
/// <param name="Publisher">Who brought it out.</param>
/// <param name="Year">When.</param>
/// <param name="Page">The page or pages as printed.</param>
/// <param name="Locator">Where in it, in words, when there is no page.</param>
/// <param name="Url">Its address.</param>
/// <param name="Note">What else must be known.</param>
public sealed record SourceRef(int Id, string Title, string? Author, string? Publisher, int? Year, string? Page, string? Locator, string? Url, string? Note);

/// <summary>Under which licence the record may be reused.</summary>
public sealed record Rights(string? Licence, string? Holder);

/// <summary>What only a learning offer has.</summary>
/// <param name="Format">From the vocabulary <c>learning-formats</c>.</param>
/// <param name="Host">Who holds it.</param>
/// <param name="HostRecord">Id of the host's record, where we hold one.</param>
/// <param name="Dates">ISO dates, or one entry in words such as <c>on request</c>.</param>
/// <param name="Length">How long it takes, in words.</param>
/// <param name="Languages">ISO 639-1 codes.</param>
/// <param name="Cost">What it costs, in words.</param>
/// <param name="Capacity">How many can take part, in words.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Topics">Ids of the vocabulary <c>themes</c>.</param>
/// <param name="Shows">Ids of the records that it shows.</param>
/// <param name="Apply">How to take part, in words or an address.</param>
public sealed record LearningOffer(
    string? Format, string? Host, string? HostRecord, ImmutableArray<string> Dates, string? Length, ImmutableArray<string> Languages, string? Cost, string? Capacity,
    string? Audience, ImmutableArray<string> Topics, ImmutableArray<string> Shows, string? Apply);

/// <summary>What only a network has.</summary>
/// <param name="Scope">From the vocabulary <c>network-scopes</c>.</param>
/// <param name="Founded">The year.</param>
/// <param name="Members">Who its members are, in words.</param>
/// <param name="Offers">What it offers, a phrase each.</param>
/// <param name="Runs">Ids of the awards and learning offers that it runs.</param>
/// <param name="Url">Its address.</param>
public sealed record NetworkProfile(string? Scope, int? Founded, string? Members, ImmutableArray<string> Offers, ImmutableArray<string> Runs, string? Url);

/// <summary>What only an award has.</summary>
/// <param name="Organisers">Who gives it.</param>
/// <param name="Since">The year of its first cycle.</param>
/// <param name="Frequency">How often, in words.</param>
/// <param name="Prize">What is given, in words.</param>
/// <param name="Categories">Its categories, in its own words.</param>
/// <param name="Outcomes">Its own words for outcomes, the highest first.</param>
/// <param name="Cycles">Its cycles, the oldest first.</param>
/// <param name="Url">Its address.</param>
public sealed record AwardProfile(
    ImmutableArray<string> Organisers, int? Since, string? Frequency, string? Prize, ImmutableArray<string> Categories, ImmutableArray<AwardOutcome> Outcomes,
    ImmutableArray<AwardCycle> Cycles, string? Url);

/// <summary>One of an award's words for an outcome.</summary>
public sealed record AwardOutcome(string Id, string Label, string? Description);

/// <summary>One round of an award.</summary>
public sealed record AwardCycle(string Id, int? Year, string? Note);
