using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Practices.Web.Map;

/// <summary>A country's dots on a map.</summary>
/// <param name="Country">ISO 3166 alpha-2 code.</param>
/// <param name="Path">SVG path data for the class <c>dots</c>.</param>
/// <param name="Level">How dark it is: 1 for the fewest records to 4 for the most.</param>
/// <param name="Count">Records.</param>
/// <param name="Alone">Its only dot, which a ring keeps from being overlooked; <see langword="null"/> where there are more.</param>
public sealed record CountryDots(string Country, string Path, int Level, int Count, (int Column, int Row)? Alone);

/// <summary>The dotted world, or a part of it: a country's dots are darker the more we hold. Land without records is one pale path.</summary>
/// <param name="Frame">The part that is shown.</param>
/// <param name="Land">Path of the land of which we hold nothing.</param>
/// <param name="Countries">The countries of which we hold something, by code, as far as they lie in the frame.</param>
public sealed record WorldMap(MapFrame Frame, string Land, ImmutableArray<CountryDots> Countries)
{
    private static readonly ConcurrentDictionary<int, FrozenDictionary<string, ImmutableArray<(int Column, int Row)>>> CellsBySteps = [];

    /// <summary>Draws the whole world.</summary>
    /// <param name="counts">Records by ISO 3166 alpha-2 code.</param>
    /// <param name="pointOf">A point of a country in degrees north and east, for those too small to have a dot on the grid.</param>
    public static WorldMap Draw(IReadOnlyDictionary<string, int> counts, Func<string, (double Latitude, double Longitude)?> pointOf) => Draw(counts, pointOf, MapFrame.World);

    /// <summary>Draws a part of the world.</summary>
    /// <param name="counts">Records by ISO 3166 alpha-2 code.</param>
    /// <param name="pointOf">A point of a country in degrees north and east, for those too small to have a dot on the grid.</param>
    /// <param name="frame">The part.</param>
    public static WorldMap Draw(IReadOnlyDictionary<string, int> counts, Func<string, (double Latitude, double Longitude)?> pointOf, MapFrame frame)
    {
        var world = CellsBySteps.GetOrAdd(frame.Step, step => Coarsen(LandGrid.World, step));
        var held = ImmutableArray.CreateBuilder<CountryDots>();
        foreach (var (country, count) in counts.Where(c => c.Value > 0).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var cells = world.GetValueOrDefault(country, []);
            if (cells.IsEmpty && pointOf(country) is { } point) cells = [CellOf(point.Latitude, point.Longitude, frame.Step)];
            var placed = Place(cells, frame);
            if (placed.Length > 0) held.Add(new(country, DotPath.Of(placed), Shade.Of(count), count, cells.Length == 1 ? placed[0] : null));
        }

        var land = DotPath.Of(Place(world.Where(c => counts.GetValueOrDefault(c.Key) <= 0).SelectMany(c => c.Value), frame));
        return new(frame, land, held.DrainToImmutable());
    }

    private static (int Column, int Row)[] Place(IEnumerable<(int Column, int Row)> cells, MapFrame frame) => [.. cells.Select(frame.Place).OfType<(int, int)>()];

    private static (int Column, int Row) CellOf(double latitude, double longitude, int step) =>
        (LandGrid.ColumnOf(longitude) / step, Math.Clamp(LandGrid.RowOf(latitude), MapFrame.North, MapFrame.South - 1) / step);

    /// <summary>Gives each coarse cell to the country with most of its land, and then every country without a cell the cell where most of it lies.</summary>
    private static FrozenDictionary<string, ImmutableArray<(int Column, int Row)>> Coarsen(LandGrid grid, int step)
    {
        var shares = new Dictionary<(int Column, int Row), Dictionary<string, int>>();
        foreach (var run in grid.Runs)
        {
            if (run.Row is < MapFrame.North or >= MapFrame.South) continue;
            var row = run.Row / step;
            for (var column = run.Column; column < run.Column + run.Length; column++)
            {
                if (!shares.TryGetValue((column / step, row), out var share)) shares[(column / step, row)] = share = new(StringComparer.Ordinal);
                share[run.Country] = share.GetValueOrDefault(run.Country) + 1;
            }
        }

        // A cell is land where a third of it is, so that coasts keep their shape.
        var owners = shares.Where(s => s.Value.Values.Sum() * 3 >= step * step)
            .ToDictionary(s => s.Key, s => Largest(s.Value).Key);

        var sizes = owners.GroupBy(o => o.Value).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var country in grid.Countries.Where(c => !sizes.ContainsKey(c)).Order(StringComparer.Ordinal))
        {
            var home = shares.Where(s => s.Value.ContainsKey(country))
                // Another country's only dot is not taken away.
                .Where(s => !owners.TryGetValue(s.Key, out var owner) || sizes[owner] > 1)
                .OrderByDescending(s => s.Value[country]).ThenBy(s => s.Key).Select(s => ((int, int)?)s.Key).FirstOrDefault();
            if (home is not { } cell) continue;
            if (owners.TryGetValue(cell, out var loser)) sizes[loser]--;
            owners[cell] = country;
            sizes[country] = 1;
        }

        return owners.GroupBy(o => o.Value)
            .ToFrozenDictionary(g => g.Key, g => g.Select(o => o.Key).Order().ToImmutableArray(), StringComparer.Ordinal);
    }

    private static KeyValuePair<string, int> Largest(Dictionary<string, int> share) =>
        share.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First();
}
