using System.Collections.Immutable;

namespace Practices.Search.Index;

/// <summary>
/// Decides which segments are written anew together with new documents. A segment is taken in when it is no larger than what is written with it, so that
/// sizes grow like powers and their number like a logarithm (Bentley and Saxe, "Decomposable searching problems", 1980), and when a quarter of it is deleted.
/// </summary>
internal static class MergePolicy
{
    /// <summary>
    /// The most documents of a segment that is merged. A facet's bits of so many stay in a processor's cache while they are counted, and what is written anew at once is bounded.
    /// </summary>
    public const int MaxDocuments = 1 << 17;

    /// <summary>The segments to take in, of those that have a document left.</summary>
    /// <param name="segments">The segments as they will be, without those that are wholly deleted.</param>
    /// <param name="added">How many new documents there are.</param>
    public static ImmutableHashSet<string> ToMerge(IEnumerable<SegmentEntry> segments, int added)
    {
        var taken = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var size = added;
        foreach (var segment in segments.OrderBy(segment => segment.Live).ThenBy(segment => segment.Name, StringComparer.Ordinal))
        {
            var isSmall = segment.Live <= size;
            var isHollow = (long)segment.Deleted * 4 >= segment.Documents;
            if ((!isSmall && !isHollow) || size + segment.Live > MaxDocuments) continue;
            taken.Add(segment.Name);
            size += segment.Live;
        }

        return taken.ToImmutable();
    }
}
