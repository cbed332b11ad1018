namespace Practices.Search.Postings;

/// <summary>Words in the order of their UTF-8 bytes, which is that of their characters' code points. A word's number is its place.</summary>
internal interface ISortedWords
{
    /// <summary>How many words there are.</summary>
    int Count { get; }

    /// <summary>The UTF-8 of a word.</summary>
    ReadOnlySpan<byte> Term(int number);

    /// <summary>How many documents hold a word.</summary>
    int DocumentCount(int number);
}
