using Practices.Search.Facets;
using Xunit;

namespace Practices.Tests.Search.Facets;

public class GeoBoxTests
{
    [Theory]
    [InlineData(-29.86, 31.02, -26.2, 28.05, 502)] // Durban, Johannesburg
    [InlineData(-18.14, 178.44, -13.83, -171.76, 1152)] // Suva, Apia: across the date line
    [InlineData(78.22, 15.65, 90, 100, 1310)] // Longyearbyen, the pole
    [InlineData(0, 0, 0, 180, 20015)]
    [InlineData(48.86, 2.35, 48.86, 2.35, 0)]
    public void The_distance_of_two_places_is_known(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude, double kilometres) =>
        Assert.Equal(kilometres, new GeoPoint(fromLatitude, fromLongitude).DistanceTo(new(toLatitude, toLongitude)), kilometres * 0.005);

    [Fact]
    public void Nothing_within_the_distance_lies_outside_the_box()
    {
        var random = new Random(8);
        GeoPoint NextPoint() => new(
            random.Next(3) == 0 ? 90 - (random.NextDouble() * 0.5) : (random.NextDouble() * 180) - 90,
            random.Next(3) == 0 ? 180 - (random.NextDouble() * 0.5) : (random.NextDouble() * 360) - 180);
        var (within, without) = (0, 0);
        for (var i = 0; i < 200_000; i++)
        {
            var (centre, other) = (NextPoint(), NextPoint());

            // As often as not the very distance, where rounding matters.
            var distance = centre.DistanceTo(other);
            var kilometres = random.Next(2) == 0 ? distance : Math.Pow(10, random.NextDouble() * 4.3);
            var contains = GeoBox.Around(centre, kilometres).Contains(other.Latitude, other.Longitude);
            if (distance <= kilometres) Assert.True(contains, $"{other} is {distance} km from {centre}");
            if (distance <= kilometres) within++;
            if (!contains) without++;
        }

        Assert.True(within > 10_000 && without > 10_000);
    }

    [Fact]
    public void A_box_runs_across_the_date_line_and_around_a_pole()
    {
        var suva = GeoBox.Around(new(-18.14, 178.44), 1200);
        Assert.True(suva.Contains(-13.83, -171.76));
        Assert.False(suva.Contains(-18.14, 160));
        Assert.True(GeoBox.Around(new(89, 0), 300).Contains(89, 180));
    }
}
