namespace Practices.Search.Postings;

/// <summary>One place where a term stands in a document. As an unsigned number it is ordered by term, field and position.</summary>
internal readonly record struct Occurrence
{
    /// <summary>The most fields that there is room for.</summary>
    public const int MaxFields = 32;

    // Three numbers in one: 28 bits of term, 5 of field, 31 of position.
    private readonly ulong _key;

    /// <summary>Makes one of its parts.</summary>
    /// <param name="term">The term's number while building.</param>
    /// <param name="field">The field's place in the schema.</param>
    /// <param name="position">The place among the field's words.</param>
    public Occurrence(int term, int field, int position) => _key = ((ulong)term << 36) | ((ulong)field << 31) | (uint)position;

    /// <summary>The term's number while building.</summary>
    public int Term => (int)(_key >> 36);

    /// <summary>The field's place in the schema.</summary>
    public int Field => (int)(_key >> 31) & (MaxFields - 1);

    /// <summary>The place among the field's words.</summary>
    public int Position => (int)(_key & int.MaxValue);
}
