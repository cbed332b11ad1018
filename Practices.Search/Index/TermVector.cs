using System.Numerics;
using System.Runtime.InteropServices;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// Where the words of a text are, without reading it: for each term the <see cref="TermHash"/>, and how many UTF-16 units its word begins after the word before.
/// A word that is several terms, or begins another token as a character of Han does, has an entry for each.
/// </summary>
/// <param name="hashes">The hashes.</param>
/// <param name="steps">The distances, as many.</param>
internal readonly ref struct TermVector(ReadOnlySpan<byte> hashes, ReadOnlySpan<byte> steps)
{
    /// <summary>The step of an entry that is one more term at the place of the one before.</summary>
    public const byte Same = 0;

    /// <summary>The step of an entry that is no term: the way to the next word is longer than a byte says.</summary>
    public const byte Far = 255;

    // What a far entry adds, so that at least 1 is left for the word's own.
    private const int FarUnits = 254;

    /// <summary>The hashes, entry by entry.</summary>
    public ReadOnlySpan<byte> Hashes { get; } = hashes;

    /// <summary>The steps, entry by entry; the first counts from the place before the text.</summary>
    public ReadOnlySpan<byte> Steps { get; } = steps;

    /// <summary>Some of the entries.</summary>
    public TermVector this[Range entries] => new(Hashes[entries], Steps[entries]);

    /// <summary>Goes over some entries.</summary>
    /// <param name="entries">Which.</param>
    /// <returns>How many UTF-16 units and how many words lie between the place before them and the last of them.</returns>
    public (int Units, int Words) Walk(Range entries)
    {
        var walked = Steps[entries];
        var far = walked.Count(Far);
        return (Sum(walked) - far, walked.Length - walked.Count(Same) - far);
    }

    private static int Sum(ReadOnlySpan<byte> numbers)
    {
        var sum = 0;
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(numbers);
        foreach (var vector in vectors)
        {
            Vector.Widen(vector, out var low, out var high);
            sum += Vector.Sum(low + high);
        }

        foreach (var number in numbers[(vectors.Length * Vector<byte>.Count)..]) sum += number;
        return sum;
    }

    /// <summary>Makes the term vectors of texts, one after the other.</summary>
    internal sealed class Builder
    {
        private readonly ByteBuffer _hashes = new();
        private readonly ByteBuffer _steps = new();
        private int _last;

        /// <summary>How many entries there are, of all texts.</summary>
        public int Count => _hashes.Length;

        /// <summary>What was made so far.</summary>
        public TermVector Vector => new(_hashes.Written, _steps.Written);

        /// <summary>Forgets all.</summary>
        public void Clear()
        {
            _hashes.Clear();
            _steps.Clear();
        }

        /// <summary>Begins another text.</summary>
        public void BeginText() => _last = -1;

        /// <summary>Adds a term of a word.</summary>
        /// <param name="hash">The term's hash.</param>
        /// <param name="start">Index of the UTF-16 unit at which the word begins: never less than the one before.</param>
        public void Add(byte hash, int start)
        {
            var units = start - _last;
            for (; units > FarUnits; units -= FarUnits) Append(0, Far);
            Append(hash, (byte)units);
            _last = start;
        }

        private void Append(byte hash, byte step)
        {
            _hashes.Write(hash);
            _steps.Write(step);
        }
    }
}
