using System.Collections.Frozen;

namespace Practices.Indexer.Evaluation;

/// <summary>Which documents answer which query, and how well: the contents of a TREC qrels file.</summary>
public sealed class Judgements
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, int>> _grades;

    private Judgements(FrozenDictionary<string, FrozenDictionary<string, int>> grades) => _grades = grades;

    /// <summary>
    /// Reads lines of <c>query iteration document grade</c>, parted by tabs or spaces (TREC's qrels format). Grades below 1 mean "does not answer".
    /// </summary>
    /// <exception cref="FormatException">A line is of another form; the message gives its number.</exception>
    public static Judgements Read(IEnumerable<string> lines)
    {
        var rows = new List<(string Query, string Document, int Grade)>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 4 || !int.TryParse(parts[3], out var grade))
                throw new FormatException($"Line {number} is not \"query iteration document grade\": {line}");
            rows.Add((parts[0], parts[2], grade));
        }

        return new(rows.GroupBy(r => r.Query, StringComparer.Ordinal).ToFrozenDictionary(
            g => g.Key,
            g => g.GroupBy(r => r.Document, StringComparer.Ordinal).ToFrozenDictionary(d => d.Key, d => d.Max(r => r.Grade), StringComparer.Ordinal),
            StringComparer.Ordinal));
    }

    /// <summary>The judged documents of a query with their grades; empty when nobody judged it.</summary>
    public IReadOnlyDictionary<string, int> Of(string query) => _grades.GetValueOrDefault(query) ?? FrozenDictionary<string, int>.Empty;
}
