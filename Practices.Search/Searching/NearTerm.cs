using System.Runtime.InteropServices;

namespace Practices.Search.Searching;

/// <summary>A word near another.</summary>
/// <param name="Text">The word.</param>
/// <param name="Distance">How many characters part them.</param>
/// <param name="Documents">How many documents hold it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NearTerm(string Text, int Distance, int Documents);
