using System.Runtime.InteropServices;

namespace Practices.Search.Analysis;

/// <summary>A stretch of a text that is one token.</summary>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="End">Index after its last.</param>
/// <param name="Position">Its place in the order of words, from 0. Two tokens share a position when one is a part of the other.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TokenSpan(int Start, int End, int Position)
{
    /// <summary>What a tokenizer begins with: nothing, before the first position.</summary>
    public static TokenSpan Before { get; } = new(0, 0, -1);

    /// <summary>Whether this span lies inside another and is not the same.</summary>
    public bool IsPartOf(TokenSpan other) => other.Start <= Start && End <= other.End && End - Start < other.End - other.Start;
}
