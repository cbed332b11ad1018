using Practices.Web.Map;
using Xunit;

namespace Practices.Tests.Web;

public sealed class MapTests
{
    [Theory]
    [InlineData("ZA")]
    [InlineData("LU")]
    [InlineData("SG")]
    [InlineData("TV")]
    public void No_country_is_lost_on_the_coarse_world(string country) =>
        Assert.Single(WorldMap.Draw(new Dictionary<string, int> { [country] = 1 }, _ => null).Countries);

    [Fact]
    public void A_country_without_land_of_its_own_stands_at_its_point()
    {
        var map = WorldMap.Draw(new Dictionary<string, int> { ["ZZ"] = 2 }, _ => (0.5, 0.5));
        Assert.Equal("M60 27h.1", Assert.Single(map.Countries).Path);
    }

    [Theory]
    [InlineData("TV", true)]
    [InlineData("FJ", true)]
    [InlineData("BR", false)]
    public void A_country_of_one_dot_has_a_ring_around_it(string country, bool hasRing) =>
        Assert.Equal(hasRing, Assert.Single(WorldMap.Draw(new Dictionary<string, int> { [country] = 1 }, _ => null).Countries).Alone is not null);

    [Fact]
    public void A_frame_around_points_runs_across_the_date_line()
    {
        var frame = MapFrame.Around([(-17.7, 178.1), (-13.8, -171.8)]);
        Assert.InRange(frame.Width * frame.Step, 30, 80);
        foreach (var longitude in (double[])[178.1, -171.8])
            Assert.NotNull(frame.Place((LandGrid.ColumnOf(longitude) / frame.Step, LandGrid.RowOf(-15) / frame.Step)));
        Assert.Null(frame.Place((LandGrid.ColumnOf(0) / frame.Step, LandGrid.RowOf(-15) / frame.Step)));
    }

    [Fact]
    public void The_nearer_the_points_the_finer_the_dots()
    {
        Assert.Equal(1, MapFrame.Around([(-29.9, 31)]).Step);
        Assert.Equal(2, MapFrame.Around([(-29.9, 31), (9, -75)]).Step);
        Assert.Equal(MapFrame.World, MapFrame.Around([(-29.9, 31), (23, 113), (19.4, -99)]));
        Assert.Equal(MapFrame.World, MapFrame.Around([]));
    }

    [Fact]
    public void Countries_outside_the_frame_are_left_out()
    {
        var counts = new Dictionary<string, int> { ["ZA"] = 3, ["BR"] = 2 };
        var map = WorldMap.Draw(counts, _ => null, MapFrame.Around([(-29.9, 25)]));
        Assert.Equal("ZA", Assert.Single(map.Countries).Country);
    }

    [Fact]
    public void Runs_of_dots_are_one_line_each() =>
        Assert.Equal("M1 0h2.1M9 0h.1M0 1h.1", DotPath.Of([(0, 1), (1, 0), (3, 0), (2, 0), (9, 0)]));

    [Fact]
    public void The_whole_world_is_small() =>
        Assert.InRange(WorldMap.Draw(new Dictionary<string, int>(), _ => null).Land.Length, 1_000, 8_000);

    [Fact]
    public void A_place_lies_where_it_is()
    {
        var locator = Locator.Draw([new(-29.86, 31.03, "Durban")], new HashSet<string> { "ZA" });
        var (x, y, _) = Assert.Single(locator!.Points);
        Assert.InRange(x, (locator.Width / 2) - 1, (locator.Width / 2) + 1);
        Assert.InRange(y, (locator.Height / 2) - 1, (locator.Height / 2) + 1);
        Assert.NotEmpty(locator.Home);
    }

    [Fact]
    public void Places_far_apart_share_one_window()
    {
        var locator = Locator.Draw([new(41.4, 2.2, "Barcelona"), new(6.2, -75.6, "Medellín")], new HashSet<string>());
        Assert.All(locator!.Points, p => Assert.True(p.X >= 0 && p.X <= locator.Width && p.Y >= 0 && p.Y <= locator.Height));
    }
}
