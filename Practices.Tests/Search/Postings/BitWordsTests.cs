using System.Numerics;
using System.Runtime.Intrinsics.X86;
using Practices.Search.Postings;
using Xunit;

namespace Practices.Tests.Search.Postings;

public class BitWordsTests
{
    [Fact]
    public void Bits_are_counted_alike_by_vectors_of_every_width_and_word_by_word()
    {
        var random = new Random(1);
        for (var length = 0; length < 70; length++)
        {
            var (a, b) = (Words(random, length), Words(random, length));
            var expected = a.Zip(b, (x, y) => BitOperations.PopCount(x & y)).Sum();

            Assert.Equal(expected, BitWords.CountAnd(a, b));
            Assert.Equal(expected, BitWords.CountAndScalar(a, b));
            if (Avx2.IsSupported) Assert.Equal(expected, BitWords.CountAnd256(a, b));
            if (Avx512BW.IsSupported) Assert.Equal(expected, BitWords.CountAnd512(a, b));
        }
    }

    [Fact]
    public void Sets_are_joined_word_by_word()
    {
        var random = new Random(2);
        for (var length = 0; length < 40; length++)
        {
            var (a, b) = (Words(random, length), Words(random, length));
            Assert.Equal(a.Zip(b, (x, y) => x & y), Joined(a, words => BitWords.And(words, b)));
            Assert.Equal(a.Zip(b, (x, y) => x & ~y), Joined(a, words => BitWords.AndNot(words, b)));
            Assert.Equal(a.Zip(b, (x, y) => x | y), Joined(a, words => BitWords.Or(words, b)));
        }
    }

    private static ulong[] Joined(ulong[] words, Action<ulong[]> join)
    {
        ulong[] copy = [.. words];
        join(copy);
        return copy;
    }

    private static ulong[] Words(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (ulong)random.NextInt64() & (ulong)random.NextInt64() * 3)];
}
