using Practices.Indexer.Content;
using Xunit;

namespace Practices.Tests.Indexer.Content;

public sealed class SessionTests
{
    [Theory]
    [InlineData("2027-03-08", "2027-03-08/2027-03-08")]
    [InlineData("2027-03-10 2027-03-08 2027-03-09 2027-03-09", "2027-03-08/2027-03-10")]
    [InlineData("2027-02-28 2027-03-01 2027-03-03", "2027-02-28/2027-03-01 2027-03-03/2027-03-03")]
    [InlineData("2028-02-28 2028-03-01", "2028-02-28/2028-02-28 2028-03-01/2028-03-01")]
    [InlineData("9999-12-30 9999-12-31", "9999-12-30/9999-12-31")]
    [InlineData("2027 2027-03", "")]
    [InlineData("on-request", "")]
    public void Days_that_follow_each_other_are_one_session_and_what_names_no_day_is_none(string dates, string sessions) =>
        Assert.Equal(sessions, string.Join(' ', Session.Of(Held([.. dates.Split(' ')])).Select(session => $"{session.First:yyyy-MM-dd}/{session.Last:yyyy-MM-dd}")));

    [Fact]
    public void A_session_is_over_on_the_day_after_its_last()
    {
        var session = new Session(new(2027, 3, 8), new(2027, 3, 10));
        Assert.False(session.IsOver(new(2027, 3, 10)));
        Assert.True(session.IsOver(new(2027, 3, 11)));
    }

    [Fact]
    public void What_is_said_in_words_is_kept_as_it_stands()
    {
        var offer = Held(["Held in March 2015; since then on request"]);
        Assert.Equal("Held in March 2015; since then on request", Assert.Single(Session.Words(offer)));
        Assert.True(Session.IsOnRequest(offer));
        Assert.False(Session.IsOnRequest(Held(["2027-03-08"])));
    }

    private static LearningOffer Held(params string[] dates) => new(null, null, null, [.. dates], null, [], null, null, null, [], [], null);
}
