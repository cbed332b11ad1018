using System.Collections.Immutable;
using System.Text;
using Practices.Indexer.Content;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>Pairs of records that look alike and that somebody has found to be different practices: a file in the content folder, a pair a line, sorted.</summary>
public sealed class DistinctPairs
{
    /// <summary>The file's name in the content folder.</summary>
    public const string FileName = "distinct.txt";

    private const string About = "# Pairs of records that look alike and are not the same practice, each pair once. Written by `practices duplicates --distinct`.\n";

    private readonly ImmutableSortedSet<(string First, string Second)> _pairs;

    private DistinctPairs(ImmutableSortedSet<(string First, string Second)> pairs) => _pairs = pairs;

    /// <summary>No pair.</summary>
    public static DistinctPairs None { get; } = new(ImmutableSortedSet.Create<(string, string)>(Order));

    private static Comparer<(string First, string Second)> Order { get; } = Comparer<(string First, string Second)>.Create((a, b) =>
        string.CompareOrdinal(a.First, b.First) is var first and not 0 ? first : string.CompareOrdinal(a.Second, b.Second));

    /// <summary>Reads the pairs of a content folder; none where there is no file.</summary>
    /// <exception cref="IOException">A line is no pair of ids; the message names it.</exception>
    public static DistinctPairs Read(string root)
    {
        var path = Path.Combine(root, FileName);
        return File.Exists(path) ? Parse(File.ReadAllBytes(path)) : None;
    }

    /// <summary>Reads the pairs of the file's bytes.</summary>
    /// <exception cref="IOException">A line is no pair of ids; the message names it.</exception>
    public static DistinctPairs Parse(ReadOnlySpan<byte> bytes)
    {
        var pairs = None._pairs.ToBuilder();
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            if (line.TrimStart() is "" or ['#', ..]) continue;
            var ids = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (ids.Length != 2 || !ids.All(RecordId.IsValid)) throw new IOException($"{FileName}:{number}: This line is no pair of ids. Write two ids with a space between them, or delete the line.");
            pairs.Add(Pair(ids[0], ids[1]));
        }

        return new(pairs.ToImmutable());
    }

    /// <summary>These pairs and one more.</summary>
    public DistinctPairs With(string a, string b) => new(_pairs.Add(Pair(a, b)));

    /// <summary>Whether two records, by any id that they have or had, are a pair.</summary>
    public bool Holds(Practice a, Practice b) =>
        !_pairs.IsEmpty && a.FormerIds.Prepend(a.Id).Any(one => b.FormerIds.Prepend(b.Id).Any(other => _pairs.Contains(Pair(one, other))));

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(About);
        foreach (var (first, second) in _pairs) text.Append(first).Append(' ').Append(second).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static (string First, string Second) Pair(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}
