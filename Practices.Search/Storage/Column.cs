using System.Runtime.InteropServices;

namespace Practices.Search.Storage;

/// <summary>A flat array in a file.</summary>
/// <typeparam name="T">The type of its elements, as they lie in memory (little-endian).</typeparam>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Column<T>(MappedFile file, long offset, int count) where T : unmanaged
{
    /// <summary>How many elements there are.</summary>
    public int Count => count;

    /// <summary>All of them.</summary>
    public ReadOnlySpan<T> Span => file.Slice<T>(offset, count);

    /// <summary>One of them.</summary>
    public T this[int index] => Span[index];
}

/// <summary>A run of bytes in a file, of any length.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Blob(MappedFile file, long offset, long length)
{
    /// <summary>Whether there are so many bytes from an index on.</summary>
    public bool Holds(long start, long count) => start >= 0 && count >= 0 && count <= length - start;

    /// <summary>Some of the bytes.</summary>
    /// <param name="start">Index of the first in the run.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<byte> Slice(long start, int count)
    {
        if (!Holds(start, count)) throw new ArgumentOutOfRangeException(nameof(start), "The stretch lies outside the section.");
        return file.Slice<byte>(offset + start, count);
    }

    /// <summary>The bytes from an index to the end, or as many as a span can hold.</summary>
    public ReadOnlySpan<byte> From(long start) => Slice(start, (int)Math.Min(length - start, int.MaxValue));
}
