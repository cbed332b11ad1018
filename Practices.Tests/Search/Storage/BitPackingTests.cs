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
