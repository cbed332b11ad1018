using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Practices.Web.Map;

/// <summary>A run of land cells of one country, from west to east.</summary>
/// <param name="Row">0 is the row whose middle lies at 89.5° north.</param>
/// <param name="Column">0 is the column whose middle lies at 179.5° west.</param>
/// <param name="Length">Cells.</param>
/// <param name="Country">ISO 3166 alpha-2 code.</param>
public readonly record struct LandRun(int Row, int Column, int Length, string Country);

/// <summary>The land of the world on a grid of one degree: what the dotted maps are drawn from.</summary>
public sealed class LandGrid
{
    /// <summary>Rows of one degree, from north to south.</summary>
    public const int Rows = 180;

    /// <summary>Columns of one degree, from west to east.</summary>
    public const int Columns = 360;

    private readonly string?[] _cells = new string?[Rows * Columns];

    private LandGrid(IEnumerable<LandRun> runs)
    {
        Runs = [.. runs];
        foreach (var run in Runs) _cells.AsSpan((run.Row * Columns) + run.Column, run.Length).Fill(run.Country);
        Countries = Runs.Select(r => r.Country).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The grid that is part of this program.</summary>
    public static LandGrid World { get; } = Load();

    /// <summary>Every run, in the order of the file.</summary>
    public ImmutableArray<LandRun> Runs { get; }

    /// <summary>The countries that have a cell.</summary>
    public FrozenSet<string> Countries { get; }

    /// <summary>The country of a cell; <see langword="null"/> at sea. Columns wrap around the world, rows do not.</summary>
    public string? this[int row, int column] =>
        row is < 0 or >= Rows ? null : _cells[(row * Columns) + (((column % Columns) + Columns) % Columns)];

    /// <summary>The row that a latitude in degrees north lies in.</summary>
    public static int RowOf(double latitude) => Math.Clamp((int)Math.Floor(90 - latitude), 0, Rows - 1);

    /// <summary>The column that a longitude in degrees east lies in.</summary>
    public static int ColumnOf(double longitude) => Math.Clamp((int)Math.Floor(longitude + 180), 0, Columns - 1);

    /// <summary>Reads runs: a line each, <c>row startColumn length ISO2</c>; lines that start with a letter or <c>#</c> are its header.</summary>
    public static LandGrid Read(TextReader reader)
    {
        var runs = new List<LandRun>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || !char.IsAsciiDigit(line[0])) continue;
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            runs.Add(new(Number(parts[0]), Number(parts[1]), Number(parts[2]), parts[3]));
        }

        return new(runs);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static LandGrid Load()
    {
        using var stream = typeof(LandGrid).Assembly.GetManifestResourceStream("land.txt")
            ?? throw new InvalidOperationException("The program was built without Map/land.txt.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
