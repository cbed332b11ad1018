namespace Practices.Search.Postings;

/// <summary>
/// Where a term stands in a field of a document, as running sums of the distances between its places: what a block of positions is unpacked to, so that nothing is copied.
/// Ascending; where two of them have the same <see cref="Before"/> their sums compare as positions do.
/// </summary>
/// <param name="sums">The sum before the first place, and the sums. Eight more numbers may be read behind the last of them.</param>
internal readonly ref struct PostingPositions(ReadOnlySpan<int> sums)
{
    private static readonly int[] NoSums = new int[1 + PositionBlock.Slack];
    private readonly ReadOnlySpan<int> _sums = sums;

    /// <summary>No place at all.</summary>
    public static PostingPositions None => new(NoSums.AsSpan(0, 1));

    /// <summary>The sums, one for each place.</summary>
    public ReadOnlySpan<int> Sums => _sums[1..];

    /// <summary>What to take from a sum to have the position. Sums may overflow; their differences do not.</summary>
    public int Before => _sums[0];

    /// <summary>How many places there are.</summary>
    public int Count => _sums.Length - 1;

    /// <summary>The position of a place: the number of its word in the field, from 0.</summary>
    public int this[int index] => _sums[index + 1] - _sums[0];
}
