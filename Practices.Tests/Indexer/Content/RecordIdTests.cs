using Practices.Indexer.Content;
using Xunit;

namespace Practices.Tests.Indexer.Content;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData("durban-landfill-gas", true)]
    [InlineData("2018", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("a_b", false)]
    [InlineData("são", false)]
    [InlineData("..", false)]
    [InlineData("con.aux", false)]
    public void An_id_is_small_words_with_hyphens(string text, bool isId) => Assert.Equal(isId, RecordId.IsValid(text));

    [Theory]
    [InlineData("São Paulo's 1,000 Parks!", "sao-paulos-1-000-parks")]
    [InlineData("  Medellín / Metrocable  ", "medellin-metrocable")]
    [InlineData("上海", "")]
    public void A_name_makes_an_id(string name, string id) => Assert.Equal(id, RecordId.FromName(name));

    [Fact]
    public void A_long_name_makes_an_id_of_whole_words()
    {
        var id = RecordId.FromName(string.Concat(Enumerable.Repeat("neighbourhood ", 30)));
        Assert.True(RecordId.IsValid(id));
        Assert.EndsWith("neighbourhood", id, StringComparison.Ordinal);
        Assert.True(RecordId.IsValid(RecordId.FromName(new string('x', 500))));
    }
}
