using System.Globalization;
using System.Text;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Web.Presentation;

/// <summary>
/// Sessions of learning offers as an iCalendar file (RFC 5545). Everything in it comes from the records: the same content is the same file, whenever it is asked for.
/// </summary>
public sealed class Calendar
{
    private const int LongestLine = 75;

    // The format wants a component in every calendar; this one says nothing that anybody sees.
    private static readonly string[] Nothing =
    [
        "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
    ];

    private readonly StringBuilder _text = new();

    /// <summary>Writes a calendar.</summary>
    /// <param name="name">What it is called in a list of calendars.</param>
    /// <param name="sessions">What stands in it, in this order.</param>
    /// <param name="vocabularies">Name places.</param>
    /// <param name="address">The whole address of a path of the site.</param>
    public static string Of(string name, IReadOnlyCollection<DatedSession> sessions, VocabularySet vocabularies, Func<string, string> address)
    {
        var calendar = new Calendar();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Practices//Learning//EN", "CALSCALE:GREGORIAN"]) calendar.Write(line);
        calendar.WriteText("X-WR-CALNAME", name);
        foreach (var session in sessions) calendar.Write(session.Offer, session.Session, vocabularies, address);
        if (sessions.Count == 0) Array.ForEach(Nothing, calendar.Write);
        calendar.Write("END:VCALENDAR");
        return calendar._text.ToString();
    }

    private void Write(Practice offer, Session session, VocabularySet vocabularies, Func<string, string> address)
    {
        var page = address(Routes.Record(offer.Kind, offer.Id));
        Write("BEGIN:VEVENT");
        Write($"UID:{offer.Id}-{Day(session.First)}@practices");
        Write($"DTSTAMP:{Day(Changed(offer))}T000000Z");
        Write($"DTSTART;VALUE=DATE:{Day(session.First)}");

        // The end is the day after the last. The very last day of all has none after it; without an end it is one day.
        if (session.Last < DateOnly.MaxValue) Write($"DTEND;VALUE=DATE:{Day(session.Last.AddDays(1))}");
        WriteText("SUMMARY", offer.Title);
        if (Words.Places(offer.Places, vocabularies) is { Length: > 0 } places) WriteText("LOCATION", places);
        WriteText("DESCRIPTION", string.Join("\n\n", new[] { offer.Summary, offer.Learning?.Apply, page }.OfType<string>()));
        Write($"URL:{page}");
        Write("TRANSP:TRANSPARENT");
        Write("END:VEVENT");
    }

    private void WriteText(string property, string text) => Write($"{property}:{Escape(text)}");

    /// <summary>One line, folded so that none is longer than 75 bytes and no character is cut.</summary>
    private void Write(string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                bytes = 1;
            }

            _text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character is '\\' or ';' or ',') escaped.Append('\\').Append(character);
            else if (character == '\n') escaped.Append("\\n");
            else if (!char.IsControl(character)) escaped.Append(character);
        }

        return escaped.ToString();
    }

    // A calendar program takes a changed event for new by this; where the record does not say when it was written, it never changes.
    private static DateOnly Changed(Practice offer) => offer.Changed() ?? new DateOnly(1970, 1, 1);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
