using System.Collections.Immutable;
using System.Globalization;

namespace Practices.Indexer.Content;

/// <summary>The days on which a learning offer is held once.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, itself included.</param>
public sealed record Session(DateOnly First, DateOnly Last)
{
    /// <summary>The sessions of an offer, the earliest first: days that follow each other are one. Years, months and words name no day and are left out.</summary>
    public static ImmutableArray<Session> Of(LearningOffer offer)
    {
        var sessions = ImmutableArray.CreateBuilder<Session>();
        foreach (var day in offer.Dates.Select(Day).OfType<DateOnly>().Distinct().Order())
        {
            if (sessions is [.., var last] && last.Last.AddDays(1) == day) sessions[^1] = last with { Last = day };
            else sessions.Add(new(day, day));
        }

        return sessions.ToImmutable();
    }

    /// <summary>What an offer says of its dates that is no day, as it stands there.</summary>
    public static ImmutableArray<string> Words(LearningOffer offer) => [.. offer.Dates.Where(date => Day(date) is null)];

    /// <summary>Whether an offer is held when somebody asks for it.</summary>
    public static bool IsOnRequest(LearningOffer offer) => offer.Dates.Any(date => date.Contains("on request", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is over on a day.</summary>
    public bool IsOver(DateOnly today) => Last < today;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
