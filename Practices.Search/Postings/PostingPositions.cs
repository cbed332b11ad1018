namespace Practices.Search.Postings;

/// <summary>
/// Where a term stands in a field of a document, as running sums of the distances between its places: what a block of positions is unpacked to, so that nothing is copied.
/// Ascending; where two of them have the same <see cref="Before"/> their sums compare as positions do.
/// </summary>
/// <param name="sums">The sums. Eight more numbers may be read behind the last of them.</param>
/// <param name="before">The sum before the first.</param>
internal readonly ref struct PostingPositions(ReadOnlySpan<int> sums, int before)
{
    /// <summary>The sums, one for each place.</summary>
    public ReadOnlySpan<int> Sums { get; } = sums;

    /// <summary>What to take from a sum to have the position. Sums may overflow; their differences do not.</summary>
    public int Before { get; } = before;

    /// <summary>How many places there are.</summary>
    public int Count => Sums.Length;

    /// <summary>The position of a place: the number of its word in the field, from 0.</summary>
    public int this[int index] => Sums[index] - Before;
}
