using System.Runtime.InteropServices;

namespace Practices.Search.Highlighting;

/// <summary>A stretch of a text that a query asks for.</summary>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="End">Index after its last.</param>
/// <param name="Words">Which of the query's words, prefixes and phrases asks for it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mark(int Start, int End, int Words) : IComparable<Mark>
{
    /// <inheritdoc/>
    public int CompareTo(Mark other) => (Start, End, Words).CompareTo((other.Start, other.End, other.Words));
}
