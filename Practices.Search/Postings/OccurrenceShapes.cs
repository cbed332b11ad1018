using System.Collections.Immutable;
using System.Numerics;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// The ways in which terms stand in documents: in which fields, how often in each. There are few of them ("once in the body" is most), so a posting
/// names its shape by a number, the most frequent shapes by the smallest, and what the ranking needs of it is looked up here.
/// </summary>
internal sealed class OccurrenceShapes
{
    internal const int FieldSets = 11;
    internal const int FrequencyStarts = 12;
    internal const int Frequencies = 13;

    private readonly int[] _starts;
    private readonly int[] _frequencies;
    private readonly double[] _weights;
    private readonly int[] _counts;
    private readonly (int Before, int Count)[] _places;
    private readonly ImmutableArray<double> _fieldWeights;

    public OccurrenceShapes(SectionFile file, ImmutableArray<double> fieldWeights)
    {
        _fieldWeights = fieldWeights;
        Fields = [.. file.Column<uint>(FieldSets).Span];
        _starts = file.Column<int>(FrequencyStarts).Span.ToArray();
        _frequencies = file.Column<int>(Frequencies).Span.ToArray();
        _weights = new double[Fields.Length];
        _counts = new int[Fields.Length];
        _places = new (int Before, int Count)[Fields.Length * fieldWeights.Length];
        for (var shape = 0; shape < Fields.Length; shape++)
        {
            _weights[shape] = Weighted(shape, uint.MaxValue);
            FillPlaces(shape);
        }
    }

    /// <summary>How often a term of each shape stands in a document, every occurrence counted by its field's weight.</summary>
    public ReadOnlySpan<double> WeightedFrequencies => _weights;

    /// <summary>How often a term of each shape stands in a document, in all fields: so many positions it has.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>The fields of each shape, one bit each.</summary>
    public ImmutableArray<uint> Fields { get; }

    /// <summary>The weighted frequencies of all shapes in some fields alone.</summary>
    public double[] WeightedIn(uint fields)
    {
        var weights = new double[_weights.Length];
        for (var shape = 0; shape < weights.Length; shape++) weights[shape] = Weighted(shape, fields);
        return weights;
    }

    /// <summary>The weighted frequency of a shape in some fields alone.</summary>
    private double Weighted(int shape, uint fields)
    {
        var sum = 0.0;
        var at = _starts[shape];
        for (var rest = Fields[shape]; rest != 0; rest &= rest - 1, at++)
        {
            var field = BitOperations.TrailingZeroCount(rest);
            if ((fields & (1u << field)) != 0) sum += _fieldWeights[field] * _frequencies[at];
        }

        return sum;
    }

    /// <summary>Where a field's positions stand among those of a posting: how many come before, and how many it has.</summary>
    public (int Before, int Count) PositionsOf(int shape, int field) => _places[(shape * _fieldWeights.Length) + field];

    private void FillPlaces(int shape)
    {
        var places = _places.AsSpan(shape * _fieldWeights.Length, _fieldWeights.Length);
        var at = _starts[shape];
        for (var rest = Fields[shape]; rest != 0; rest &= rest - 1, at++)
        {
            places[BitOperations.TrailingZeroCount(rest)] = (_counts[shape], _frequencies[at]);
            _counts[shape] += _frequencies[at];
        }
    }
}
