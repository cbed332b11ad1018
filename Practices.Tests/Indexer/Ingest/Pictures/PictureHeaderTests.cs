using Practices.Indexer.Content;
using Practices.Indexer.Ingest.Pictures;
using Practices.Tests.Corpus;
using Xunit;

namespace Practices.Tests.Indexer.Ingest.Pictures;

/// <summary>What the first bytes of a picture say of it.</summary>
public sealed class PictureHeaderTests
{
    private const ushort Orientation = 0x0112;
    private const ushort Gps = 0x8825;

    public static TheoryData<string, byte[]> Samples => new()
    {
        { "JPEG", SamplePicture.Jpeg },
        { "PNG", SamplePicture.Png(24, 10) },
        { "GIF", SamplePicture.Gif },
        { "WebP", SamplePicture.WebPLossy },
        { "WebP", SamplePicture.WebPLossless },
        { "WebP", Extended() },
        { "AVIF", SamplePicture.Avif },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_size_is_read_from_every_format(string format, byte[] bytes)
    {
        var header = PictureHeader.Read(bytes)!.Value;
        Assert.Equal((format, 24, 10, false), (header.Format.Name, header.Width, header.Height, header.TellsPosition));
    }

    [Theory]
    [InlineData(1, true, 24)]
    [InlineData(3, false, 24)]
    [InlineData(6, true, 10)]
    [InlineData(8, false, 10)]
    public void A_camera_held_on_its_side_changes_width_and_height(byte turn, bool isLittle, int width)
    {
        var header = PictureHeader.Read(SamplePicture.JpegWith(SamplePicture.Exif(Orientation, turn, isLittle)))!.Value;
        Assert.Equal((width, 34 - width), (header.Width, header.Height));
    }

    [Fact]
    public void A_turned_AVIF_picture_is_as_wide_as_it_was_high() => Assert.Equal((10, 24), PictureHeader.Read(SamplePicture.AvifTurned) is { } header ? (header.Width, header.Height) : default);

    [Fact]
    public void A_picture_that_tells_where_it_was_taken_is_known()
    {
        var exif = SamplePicture.Exif(Gps, 26, isLittle: false);
        Assert.True(PictureHeader.Read(SamplePicture.JpegWith(exif))!.Value.TellsPosition);
        Assert.True(PictureHeader.Read(SamplePicture.Png(24, 10, more: SamplePicture.Chunk("eXIf", exif)))!.Value.TellsPosition);
        Assert.True(PictureHeader.Read(Extended(exif))!.Value.TellsPosition);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("GIF89a")]
    [InlineData("RIFF....WEBPVP8 ")]
    public void What_is_no_picture_has_no_header(string text) => Assert.Null(PictureHeader.Read(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void No_bytes_make_it_fail_or_give_a_size_that_is_none()
    {
        var random = new Random(20261125);
        foreach (var sample in Samples.Select(row => (byte[])row[1]).Append(SamplePicture.JpegWith(SamplePicture.Exif(Orientation, 6, isLittle: true))))
        {
            for (var length = 0; length < sample.Length; length++) Look(sample[..length]);
            for (var round = 0; round < 5000; round++)
            {
                var bytes = (byte[])sample.Clone();
                for (var n = random.Next(1, 5); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                Look(bytes);
            }
        }

        static void Look(byte[] bytes)
        {
            if (PictureHeader.Read(bytes) is { } header) Assert.True(header is { Width: > 0, Height: > 0 });
        }
    }

    // RFC 9649, section 2.7: the extended header says the size of the canvas, less one.
    private static byte[] Extended(byte[]? exif = null) =>
    [
        .. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 23, 0, 0, 9, 0, 0,
        .. exif is null ? [] : (byte[])[.. "EXIF"u8, (byte)exif.Length, 0, 0, 0, .. exif],
    ];
}
