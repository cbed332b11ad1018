using System.Runtime.InteropServices;

namespace Practices.Search.Storage;

/// <summary>
/// The checksum of a file: a <see cref="Crc32C"/> of the checksums of its stretches, so that several processors can verify one large file together.
/// </summary>
internal sealed class FileChecksum
{
    // Whole stripes, and whole writes of a SectionWriter.
    private const int StretchLength = 1 << 22;

    private readonly List<uint> _finished = [];
    private StripedChecksum _stretch = new();
    private int _length;

    /// <summary>Adds bytes; all but the last come in multiples of <see cref="StripedChecksum.Stripe"/>.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var head = bytes[..Math.Min(bytes.Length, StretchLength - _length)];
            _stretch.Append(head);
            _length += head.Length;
            bytes = bytes[head.Length..];
            if (_length < StretchLength) continue;
            _finished.Add(_stretch.Finish());
            _stretch = new();
            _length = 0;
        }
    }

    /// <summary>The checksum of all that was added.</summary>
    public uint Finish() => Joined(_length == 0 ? CollectionsMarshal.AsSpan(_finished) : [.. _finished, _stretch.Finish()]);

    /// <summary>The checksum of a file whose stretches are summed by somebody else, several at a time.</summary>
    /// <param name="length">The file's length.</param>
    /// <param name="stretch">Sums the bytes from an offset on, so many.</param>
    public static uint Of(long length, Func<long, long, uint> stretch)
    {
        var sums = new uint[(length + StretchLength - 1) / StretchLength];
        var taken = 0;
        void Sum()
        {
            for (int i; (i = Interlocked.Increment(ref taken) - 1) < sums.Length;)
            {
                var offset = (long)i * StretchLength;
                sums[i] = stretch(offset, Math.Min(StretchLength, length - offset));
            }
        }

        // Not by Parallel, which takes longer to load than most indexes take to sum.
        var others = new Task[Math.Clamp(sums.Length - 1, 0, Environment.ProcessorCount - 1)];
        for (var i = 0; i < others.Length; i++) others[i] = Task.Run(Sum);
        try
        {
            Sum();
        }
        finally
        {
            // Nobody reads on when the file is closed.
            Task.WhenAll(others).GetAwaiter().GetResult();
        }

        return Joined(sums);
    }

    private static uint Joined(ReadOnlySpan<uint> sums) => Crc32C.Of(MemoryMarshal.AsBytes(sums));
}
