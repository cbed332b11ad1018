using System.Runtime.InteropServices;

namespace Practices.Indexer.Diagnostics;

/// <summary>A place in a file: line and column in UTF-16 units, both from 1, as editors count them.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Position(int Line, int Column)
{
    /// <summary>The first character of a file.</summary>
    public static Position Start { get; } = new(1, 1);
}
