using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Practices.Web.Map;

/// <summary>A country's dots on a map.</summary>
/// <param name="Country">ISO 3166 alpha-2 code.</param>
/// <param name="Path">SVG path data for the class <c>dots</c>.</param>
/// <param name="Level">How dark it is: 1 for the fewest records to 4 for the most.</param>
/// <param name="Count">Records.</param>
public sealed record CountryDots(string Country, string Path, int Level, int Count);

/// <summary>
/// The dotted world: one dot for three degrees, a country's dots darker the more we hold. Land without records is one pale path.
/// </summary>
/// <param name="Land">Path of the land of which we hold nothing.</param>
/// <param name="Countries">The countries of which we hold something, by code.</param>
public sealed record WorldMap(string Land, ImmutableArray<CountryDots> Countries)
{
    /// <summary>Degrees a dot.</summary>
    public const int Step = 3;

    /// <summary>Width in dots.</summary>
    public const int Width = LandGrid.Columns / Step;

    /// <summary>Height in dots: from 84° north to 57° south, where the last town is.</summary>
    public const int Height = LastRow - FirstRow;

    private const int FirstRow = 2;
    private const int LastRow = 49;

    private static readonly FrozenDictionary<string, ImmutableArray<(int Column, int Row)>> CellsByCountry = Coarsen(LandGrid.World);

    /// <summary>Draws the world.</summary>
    /// <param name="counts">Records by ISO 3166 alpha-2 code.</param>
    /// <param name="pointOf">A point of a country in degrees north and east, for those too small to have a dot on the grid.</param>
    public static WorldMap Draw(IReadOnlyDictionary<string, int> counts, Func<string, (double Latitude, double Longitude)?> pointOf)
    {
        var held = new List<CountryDots>();
        foreach (var (country, count) in counts.Where(c => c.Value > 0).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var cells = CellsByCountry.GetValueOrDefault(country, []);
            if (cells.IsEmpty && pointOf(country) is { } point) cells = [CellOf(point.Latitude, point.Longitude)];
            if (!cells.IsEmpty) held.Add(new(country, DotPath.Of(cells), Level(count), count));
        }

        var land = DotPath.Of(CellsByCountry.Where(c => counts.GetValueOrDefault(c.Key) <= 0).SelectMany(c => c.Value));
        return new(land, [.. held]);
    }

    // Doublings, so that a country with one record and a country with two can be told apart and fifty do not drown them.
    private static int Level(int count) => count switch { 1 => 1, <= 3 => 2, <= 7 => 3, _ => 4 };

    private static (int Column, int Row) CellOf(double latitude, double longitude) =>
        (LandGrid.ColumnOf(longitude) / Step, Math.Clamp((LandGrid.RowOf(latitude) / Step) - FirstRow, 0, Height - 1));

    /// <summary>Gives each coarse cell to the country with most of its land, and then every country without a cell the cell where most of it lies.</summary>
    private static FrozenDictionary<string, ImmutableArray<(int Column, int Row)>> Coarsen(LandGrid grid)
    {
        var shares = new Dictionary<(int Column, int Row), Dictionary<string, int>>();
        foreach (var run in grid.Runs)
        {
            var row = (run.Row / Step) - FirstRow;
            if (row is < 0 or >= Height) continue;
            for (var column = run.Column; column < run.Column + run.Length; column++)
            {
                if (!shares.TryGetValue((column / Step, row), out var share)) shares[(column / Step, row)] = share = new(StringComparer.Ordinal);
                share[run.Country] = share.GetValueOrDefault(run.Country) + 1;
            }
        }

        // A cell is land where a third of it is, so that coasts keep their shape.
        var owners = shares.Where(s => s.Value.Values.Sum() >= Step)
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
