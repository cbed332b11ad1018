using Practices.Indexer.Content;
using Practices.Tests.Web;
using Xunit;

namespace Practices.Tests.Indexer.Content;

/// <summary>The days of a record that feeds and the sitemap tell.</summary>
public sealed class RecordDaysTests
{
    private static readonly Practice Record = RunningSite.Shared.Library.Current.Find("durban-landfill-gas")! with
    {
        Added = new DateOnly(2026, 11, 1),
        Verified = null,
        PublishAt = null,
        Recognition = [],
    };

    [Fact]
    public void A_record_appears_when_it_is_added_or_when_its_embargo_ends()
    {
        Assert.Equal(new DateOnly(2026, 11, 1), Record.Appeared());
        Assert.Equal(new DateOnly(2026, 12, 1), (Record with { PublishAt = new(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(8)) }).Appeared());
        Assert.Equal(new DateOnly(2026, 11, 1), (Record with { PublishAt = new(2026, 10, 1, 10, 0, 0, TimeSpan.Zero) }).Appeared());
        Assert.Null((Record with { Added = null }).Appeared());
    }

    [Fact]
    public void It_changes_when_it_is_checked_and_when_a_recognition_is_announced()
    {
        var winner = new Recognition("guangzhou-award", "2026", "winner", null, new DateOnly(2026, 12, 8), null, null);
        Assert.Equal(new DateOnly(2026, 11, 1), Record.Changed());
        Assert.Equal(new DateOnly(2026, 11, 20), (Record with { Verified = new DateOnly(2026, 11, 20) }).Changed());
        Assert.Equal(new DateOnly(2026, 12, 8), (Record with { Verified = new DateOnly(2026, 11, 20), Recognition = [winner] }).Changed());
        Assert.Equal(new DateOnly(2026, 11, 1), (Record with { Recognition = [winner with { Announced = new DateOnly(2018, 12, 8) }] }).Changed());
    }
}
