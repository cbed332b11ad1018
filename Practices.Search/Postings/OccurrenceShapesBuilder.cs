using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// Numbers the shapes of occurrences while an index is built. A shape is a path of (field, frequency) steps from the empty one; each step is looked up once.
/// </summary>
internal sealed class OccurrenceShapesBuilder
{
    /// <summary>The shape that has no field: where every path begins.</summary>
    public const int Empty = 0;

    // Steps from the empty shape to small frequencies are nearly all that there are.
    private const int QuickFrequencies = 64;

    private readonly Dictionary<(int Before, int Field, int Frequency), int> _numbers = [];
    private readonly List<(int Before, int Field, int Frequency)> _steps = [(-1, -1, 0)];
    private readonly List<long> _uses = [0];
    private readonly List<int> _counts = [0];
    private readonly int[] _quick = new int[Occurrence.MaxFields * QuickFrequencies];

    /// <summary>How many positions a posting of each shape has.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>The shape that has one field more than another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Step(int before, int field, int frequency)
    {
        if (before != Empty || frequency >= QuickFrequencies) return Find(before, field, frequency);
        ref var quick = ref _quick[(field * QuickFrequencies) + frequency];
        if (quick == 0) quick = Find(before, field, frequency);
        return quick;
    }

    /// <summary>Counts a posting of a shape.</summary>
    public void Use(int shape) => _uses[shape]++;

    /// <summary>The weighted frequency of each shape.</summary>
    /// <param name="weights">The weights of the fields.</param>
    public double[] Weighted(ImmutableArray<double> weights)
    {
        var weighted = new double[_steps.Count];
        for (var shape = 1; shape < weighted.Length; shape++)
        {
            var (before, field, frequency) = _steps[shape];
            weighted[shape] = weighted[before] + (weights[field] * frequency);
        }

        return weighted;
    }

    /// <summary>Gives the shapes in use their final numbers, the most frequent the smallest, and writes them.</summary>
    /// <returns>The final number of each.</returns>
    public int[] Write(SectionWriter writer)
    {
        var order = Enumerable.Range(0, _steps.Count).Where(shape => _uses[shape] > 0).OrderByDescending(shape => _uses[shape]).ThenBy(shape => shape).ToArray();
        var numbers = new int[_steps.Count];
        var fields = new uint[order.Length];
        var starts = new int[order.Length + 1];
        var frequencies = new List<int>();
        for (var number = 0; number < order.Length; number++)
        {
            numbers[order[number]] = number;
            foreach (var (_, field, frequency) in Path(order[number]))
            {
                fields[number] |= 1u << field;
                frequencies.Add(frequency);
            }

            starts[number + 1] = frequencies.Count;
        }

        writer.Section<uint>(OccurrenceShapes.FieldSets, fields);
        writer.Section<int>(OccurrenceShapes.FrequencyStarts, starts);
        writer.Section<int>(OccurrenceShapes.Frequencies, frequencies.ToArray());
        return numbers;
    }

    private int Find(int before, int field, int frequency)
    {
        var step = (before, field, frequency);
        if (_numbers.TryGetValue(step, out var shape)) return shape;
        shape = _steps.Count;
        _numbers.Add(step, shape);
        _steps.Add(step);
        _uses.Add(0);
        _counts.Add(_counts[before] + frequency);
        return shape;
    }

    private Stack<(int Before, int Field, int Frequency)> Path(int shape)
    {
        var path = new Stack<(int Before, int Field, int Frequency)>();
        for (; shape != Empty; shape = _steps[shape].Before) path.Push(_steps[shape]);
        return path;
    }
}
