using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;
using Practices.Indexer.Ingest.Pictures;
using Practices.Tests.Corpus;
using Xunit;

namespace Practices.Tests.Indexer.Ingest.Pictures;

/// <summary>What is asked of the pictures beside a record.</summary>
public sealed class PictureCheckerTests : IDisposable
{
    private const string Media = "media: [{ file: roof.png, alt: A white roof, credit: Mahila Housing Trust, licence: CC-BY-4.0 }]";

    private readonly TemporaryContent _content = new TemporaryContent().WithPractice("roofs/index", "Roofs", Media);

    public void Dispose() => _content.Dispose();

    [Fact]
    public void A_record_knows_the_size_and_the_hash_of_its_picture()
    {
        _content.With("practices/roofs/roof.png", SamplePicture.Png(1600, 900));
        var picture = Read().Practices.Single().Media.Single().Picture!;
        Assert.Equal(("roof.png", 1600, 900), (picture.File, picture.Width, picture.Height));
        Assert.Matches("^[0-9a-f]{16}$", picture.Hash);
        Assert.Empty(picture.Variants);
    }

    [Fact]
    public void Smaller_sizes_beside_it_are_found_by_their_names_and_listed_from_the_narrowest()
    {
        _content.With("practices/roofs/roof.png", SamplePicture.Png(1600, 900))
            .With("practices/roofs/roof-640.png", SamplePicture.Png(640, 360))
            .With("practices/roofs/roof-320.png", SamplePicture.Png(320, 180))
            .With("practices/roofs/roof-top.png", SamplePicture.Png(320, 180))
            .With("practices/roofs/roof-0640.png", SamplePicture.Png(640, 360));
        var content = Read();
        Assert.Empty(content.Diagnostics);
        Assert.Equal(["roof-320.png", "roof-640.png"], content.Practices.Single().Media.Single().Picture!.Variants.Select(variant => variant.File));
    }

    [Theory]
    [InlineData("roof-640.png", 600, 337, "600 pixels wide, not 640")]
    [InlineData("roof-1600.png", 1600, 900, "no smaller")]
    [InlineData("roof-640.png", 640, 640, "another shape")]
    public void A_smaller_size_that_does_not_fit_is_told_and_not_used(string name, int width, int height, string why)
    {
        _content.With("practices/roofs/roof.png", SamplePicture.Png(1600, 900)).With($"practices/roofs/{name}", SamplePicture.Png(width, height));
        var content = Read();
        var problem = content.Diagnostics.Single();
        Assert.Equal(("picture-variant", Severity.Warning, 8, 17), (problem.Rule, problem.Severity, problem.Line, problem.Column));
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
        Assert.Empty(content.Practices.Single().Media.Single().Picture!.Variants);
    }

    [Fact]
    public void A_picture_that_is_not_what_its_name_says_refuses_the_record()
    {
        _content.With("practices/roofs/roof.png", SamplePicture.Jpeg);
        Assert.Contains("Rename it so that it ends in .jpg", Refused("picture-format"), StringComparison.Ordinal);
        _content.With("practices/roofs/roof.png", "<script>alert(1)</script>");
        Assert.Contains("as PNG", Refused("picture-format"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_a_link_out_of_the_folder_refuses_the_record()
    {
        _content.With("practices/elsewhere.png", SamplePicture.Png(1600, 900)).With("practices/roofs/own.png", SamplePicture.Png(1600, 900));
        var roof = Path.Combine(_content.Root, "practices", "roofs", "roof.png");
        File.CreateSymbolicLink(roof, "../elsewhere.png");
        Assert.Contains("leads out of the record's folder", Refused("picture-path"), StringComparison.Ordinal);
        File.Delete(roof);
        File.CreateSymbolicLink(roof, "own.png");
        Assert.Single(Read().Practices);
    }

    [Fact]
    public void A_picture_that_is_too_heavy_for_slow_lines_refuses_the_record()
    {
        var picture = SamplePicture.Png(1600, 900);
        _content.With("practices/roofs/roof.png", [.. picture, .. new byte[PictureFile.MaxBytes - picture.Length]]);
        Assert.Single(Read().Practices);
        _content.With("practices/roofs/roof.png", [.. picture, .. new byte[PictureFile.MaxBytes - picture.Length + 1]]);
        Assert.Contains("at most 300 KB", Refused("picture-weight"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_with_more_pixels_than_a_phone_likes_refuses_the_record()
    {
        _content.With("practices/roofs/roof.png", SamplePicture.Png(5001, 10));
        Assert.Contains("5001 by 10 pixels", Refused("picture-size"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_which_nothing_says_who_made_it_refuses_the_record()
    {
        _content.WithPractice("roofs/index", "Roofs", "media: [{ file: roof.png, alt: A white roof }]").With("practices/roofs/roof.png", SamplePicture.Png(24, 10));
        Assert.Equal(["missing-key", "missing-key"], Read().Diagnostics.Select(problem => problem.Rule));
        _content.WithPractice("roofs/index", "Roofs", Media, "![Women on it](women.png)\n").With("practices/roofs/women.png", SamplePicture.Png(24, 10));
        Assert.Contains("Add it to \"media\"", Refused("picture-credit"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_tells_where_it_was_taken_is_shown_and_told()
    {
        _content.With("practices/roofs/roof.png", SamplePicture.Png(24, 10, more: SamplePicture.Chunk("eXIf", SamplePicture.Exif(0x8825, 26, isLittle: true))));
        var content = Read();
        Assert.Equal(("picture-position", Severity.Warning), content.Diagnostics.Select(problem => (problem.Rule, problem.Severity)).Single());
        Assert.Single(content.Practices);
    }

    private ContentSet Read() => new ContentReader(_content.Root).Read();

    private string Refused(string rule)
    {
        var content = Read();
        Assert.Empty(content.Practices);
        var problem = content.Diagnostics.Single(one => one.Rule == rule);
        Assert.Equal((Severity.Error, "practices/roofs/index.md"), (problem.Severity, problem.File));
        return problem.Message;
    }
}
