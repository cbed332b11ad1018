namespace Practices.Search.Index;

/// <summary>How much of a segment is held against checksums when it is opened. Lengths and format versions always are, and each document's own bytes whenever they are read.</summary>
public enum Verification
{
    /// <summary>No more.</summary>
    None,

    /// <summary>Every byte of the files that find, count and list documents, so that no answer is wrong.</summary>
    Results,

    /// <summary>Every byte of every file, before something is built upon it.</summary>
    Everything,
}
