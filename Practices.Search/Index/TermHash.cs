using System.Text;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>A byte that stands for a term beside the texts: equal terms have equal ones, and of others one in 256 has the same.</summary>
internal static class TermHash
{
    private const int MaxTermOnStack = 512;

    /// <summary>The hash of a term.</summary>
    public static byte Of(ReadOnlySpan<char> term)
    {
        Span<byte> room = stackalloc byte[MaxTermOnStack];
        return Encoding.UTF8.TryGetBytes(term, room, out var written) ? Of(room[..written]) : Of(Encoding.UTF8.GetBytes(term.ToString()));
    }

    /// <summary>The hash of a term in UTF-8.</summary>
    public static byte Of(ReadOnlySpan<byte> term) => (byte)Crc32C.Of(term);
}
