namespace Practices.Search.Suggesting;

/// <summary>
/// An entry that may be suggested as one number, so that numbers in order are entries in the order of the answer: those that their group has no share
/// left for last, those that begin with what was typed first, then by rank. The lowest bits carry the entry.
/// </summary>
internal static class Candidate
{
    private const ulong BeyondGroup = 1UL << 63;
    private const ulong Inside = 1UL << 62;
    private const int RankShift = 31;

    /// <summary>The number of a candidate.</summary>
    /// <param name="isBeyondGroup">Whether it is shown only where other groups leave room.</param>
    /// <param name="isBeginner">Whether it begins with what was typed.</param>
    /// <param name="rank">Its place among all entries.</param>
    /// <param name="entry">The entry's number.</param>
    public static ulong Of(bool isBeyondGroup, bool isBeginner, int rank, int entry) =>
        (isBeyondGroup ? BeyondGroup : 0) | (isBeginner ? 0 : Inside) | ((ulong)rank << RankShift) | (uint)entry;

    /// <summary>The same candidate as its group's share.</summary>
    public static ulong WithinGroup(ulong candidate) => candidate & ~BeyondGroup;

    /// <summary>The entry's number.</summary>
    public static int Number(ulong candidate) => (int)(candidate & int.MaxValue);
}
