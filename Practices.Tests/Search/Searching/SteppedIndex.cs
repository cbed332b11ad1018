using System.Collections.Immutable;
using Practices.Search.Index;

namespace Practices.Tests.Search.Searching;

/// <summary>Writes documents in several commits, with others that are replaced and removed on the way, so that they lie in several segments among deleted ones.</summary>
internal static class SteppedIndex
{
    /// <summary>Writes an index that ends up holding exactly some documents.</summary>
    public static void Write(string folder, IndexSchema schema, ImmutableArray<Document> documents, int seed)
    {
        var random = new Random(seed);
        var left = documents.ToArray();
        random.Shuffle(left);

        // Some documents come in an older form first, and some others come only to go.
        var older = left.Take(left.Length / 20).Select(document => document with { Texts = [new(schema.Texts[0].Name, "copper older")], Facets = [] }).ToArray();
        var passing = Enumerable.Range(0, left.Length / 20).Select(i => left[random.Next(left.Length)] with { Id = $"passing{i}" }).ToArray();

        // Each step is smaller than the one before, so that merging leaves it alone.
        int[] steps = [left.Length / 5, left.Length / 15, left.Length / 45];
        var first = left.Length - older.Length - steps.Sum();
        IndexWriter.Write(folder, schema, [.. left.Skip(older.Length).Take(first), .. older, .. passing]);
        IndexWriter.Update(folder, schema, left.Take(older.Length), passing.Select(document => document.Id).Append("never there"));
        for (var (step, start) = (0, older.Length + first); step < steps.Length; start += steps[step++])
            IndexWriter.Update(folder, schema, left.Skip(start).Take(steps[step]), []);
    }
}
