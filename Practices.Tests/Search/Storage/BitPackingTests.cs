using Practices.Search.Storage;
using Xunit;

namespace Practices.Tests.Search.Storage;

public class BitPackingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    public void Numbers_of_every_width_come_back_as_they_were(int count)
    {
        var random = new Random(count);
        for (var width = 0; width <= 32; width++)
        {
            var numbers = Enumerable.Range(0, count).Select(_ => (uint)(random.NextInt64() & ((1L << width) - 1))).ToArray();
            if (width > 0) numbers[^1] |= 1u << (width - 1);
            Assert.Equal(width, BitPacking.WidthOf(numbers));

            var packed = new ByteBuffer();
            BitPacking.Pack(numbers, width, packed);
            Assert.Equal(BitPacking.LengthOf(count, width), packed.Length);
            packed.Write(new byte[BitPacking.Slack]);
            var back = new uint[count];
            BitPacking.Unpack(packed.Written, width, back);
            Assert.Equal(numbers, back);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    public void A_few_wide_numbers_among_narrow_ones_come_back_and_do_not_widen_the_others(int count)
    {
        var random = new Random(count);
        for (var run = 0; run < 200; run++)
        {
            var numbers = Enumerable.Range(0, count).Select(_ => (uint)random.Next(random.Next(20) == 0 ? 1 << random.Next(30) : 6)).ToArray();
            var (width, exceptions) = PatchedPacking.Choose(numbers);
            var packed = new ByteBuffer();
            PatchedPacking.Pack([.. numbers], width, exceptions, packed);
            var length = packed.Length;
            Assert.True(length <= BitPacking.LengthOf(count, BitPacking.WidthOf(numbers)));

            packed.Write(new byte[BitPacking.Slack]);
            var back = new uint[count];
            Assert.Equal(length, PatchedPacking.LengthOf(packed.Written, count, width, exceptions));
            Assert.Equal(length, PatchedPacking.Unpack(packed.Written, width, exceptions, back));
            Assert.Equal(numbers, back);
        }
    }

    [Fact]
    public void Any_number_can_be_read_alone()
    {
        var random = new Random(5);
        for (var width = 1; width <= 32; width++)
        {
            var numbers = Enumerable.Range(0, 300).Select(_ => (uint)(random.NextInt64() & ((1L << width) - 1))).ToArray();
            var packed = new ByteBuffer();
            BitPacking.PackBits(numbers, width, packed);
            packed.Write(new byte[BitPacking.Slack]);
            for (var i = 0; i < numbers.Length; i++) Assert.Equal(numbers[i], BitPacking.At(packed.Written, width, i));
        }
    }
}
