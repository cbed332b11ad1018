using System.Net;
using System.Text;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>The dates of learning offers as iCalendar files, read back by a parser of the tests' own.</summary>
public sealed class CalendarTests : IDisposable
{
    private const string Awkward = "Taller: agua, saneamiento; y \\ más — 水和卫生设施 for all who manage it, with a title that is longer than one line 🚰🚰🚰🚰🚰🚰🚰🚰🚰🚰";

    private readonly Clock _clock = new();
    private readonly Site _site;

    public CalendarTests()
    {
        _site = new() { Clock = _clock };
        Write("dated-class", Awkward, "dates: [2099-03-08, 2099-03-09, 2099-03-10, 2099-05-01, 2011-06-01]\n  apply: Ask the office, in writing");
        Write("past-class", "A class of long ago", "dates: [2011-06-01, 2011-06-02]");
        Write("class-on-request", "A class on request", "dates: on request");
        Write("class-of-a-year", "A class of a year", "dates: [2099, 2099-04]");
        Write("withdrawn-class", "A class that was taken back", "dates: [2099-03-08]", "withdrawn");
        Write("secret-class", "A class not yet announced", "dates: [2199-03-08]", "published\npublish-at: 2199-01-01T00:00:00Z");
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_calendar_of_all_holds_what_is_to_come_and_nothing_else()
    {
        var calendar = CalendarFile.Read(await ReadAsync("/learning.ics"));
        Assert.Equal(["dated-class-20990308@practices", "dated-class-20990501@practices"], calendar.Events.Select(one => one["UID"]));
        Assert.Equal(["20990308", "20990501"], calendar.Events.Select(one => one["DTSTART"]));
        Assert.Equal(["20990311", "20990502"], calendar.Events.Select(one => one["DTEND"]));
    }

    [Fact]
    public async Task An_event_says_what_the_record_says_whatever_characters_are_in_it()
    {
        var session = CalendarFile.Read(await ReadAsync("/learning/dated-class.ics")).Events[^1];
        Assert.Equal(Awkward, session["SUMMARY"]);
        Assert.Equal("Durban, South Africa", session["LOCATION"]);
        Assert.Equal("http://localhost/learning/dated-class", session["URL"]);
        Assert.Equal("What is taught, in a sentence.\n\nAsk the office, in writing\n\nhttp://localhost/learning/dated-class", session["DESCRIPTION"]);
        Assert.Equal("20261113T000000Z", session["DTSTAMP"]);
    }

    [Fact]
    public async Task The_calendar_of_one_offer_keeps_its_past()
    {
        Assert.Equal(["20110601", "20990308", "20990501"], CalendarFile.Read(await ReadAsync("/learning/dated-class.ics")).Events.Select(one => one["DTSTART"]));
        Assert.Equal("20110603", CalendarFile.Read(await ReadAsync("/learning/past-class.ics")).Events.Single()["DTEND"]);
    }

    [Theory]
    [InlineData("class-on-request")]
    [InlineData("class-of-a-year")]
    [InlineData("withdrawn-class")]
    [InlineData("secret-class")]
    [InlineData("mile-master-class-water-sanitation")]
    [InlineData("durban-pro-poor-water")]
    [InlineData("nothing")]
    public async Task What_names_no_day_or_is_not_public_has_no_calendar(string id)
    {
        using var visitor = _site.Visitor();
        using var answer = await visitor.GetAsync($"/learning/{id}.ics");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_calendar_without_events_is_a_calendar_all_the_same()
    {
        using var site = new Site();
        using var visitor = site.Visitor();
        Assert.Empty(CalendarFile.Read(await visitor.GetByteArrayAsync("/learning.ics")).Events);
    }

    [Fact]
    public async Task A_calendar_is_tagged_and_known_again_until_the_day_changes()
    {
        using var visitor = _site.Visitor();
        _clock.Now = new(2099, 3, 10, 23, 0, 0, TimeSpan.Zero);
        using var before = await visitor.GetAsync("/learning.ics");
        Assert.Equal("text/calendar; charset=utf-8", before.Content.Headers.ContentType?.ToString());
        Assert.Equal(2, CalendarFile.Read(await before.Content.ReadAsByteArrayAsync()).Events.Count);
        Assert.Contains("Next dates</dt><dd>8–10 March 2099; 1 May 2099", WebUtility.HtmlDecode(await visitor.GetStringAsync("/learning/dated-class")));
        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync());

        _clock.Now = new(2099, 3, 11, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync());
        Assert.Equal(["20990501"], CalendarFile.Read(await visitor.GetByteArrayAsync("/learning.ics")).Events.Select(one => one["DTSTART"]));
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/learning/dated-class"));
        Assert.Contains("Next dates</dt><dd>1 May 2099", page);
        Assert.Contains("Held before</dt><dd>8–10 March 2099; 1 June 2011", page);

        async Task<HttpStatusCode> AskAgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/learning.ics");
            request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
            using var answer = await visitor.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_page_of_all_offers_lists_the_next_dates_and_leads_to_the_calendars()
    {
        var html = await _site.Read("/learning");
        Assert.Contains("<b>8–10 March 2099</b>", html);
        Assert.Contains("href=\"/learning/dated-class.ics\"", html);
        Assert.Contains("href=\"/learning.ics\"", html);
        Assert.Contains("href=\"/practices?kind=learning&dates=dated\"", html);
        Assert.DoesNotContain("taken back", html);
        Assert.DoesNotContain("not yet announced", html);
        Assert.Contains("2 learning offers held with dates", await _site.Read("/practices?kind=learning&dates=dated"));
    }

    private async Task<byte[]> ReadAsync(string address)
    {
        using var visitor = _site.Visitor();
        return await visitor.GetByteArrayAsync(address);
    }

    private void Write(string id, string title, string learning, string status = "published") => File.WriteAllText(
        Path.Combine(_site.Content, "learning", $"{id}.md"),
        $"""
        ---
        title: '{title}'
        summary: What is taught, in a sentence.
        places: [{"{"} city: Durban, country: ZA {"}"}]
        sdgs: [{"{"} goal: 6, by: editor {"}"}]
        learning:
          format: master-class
          {learning}
        sources: [{"{"} id: 1, title: A prospectus, year: 2018 {"}"}]
        added: 2026-11-13
        status: {status}
        ---

        """,
        Encoding.UTF8);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
