using Xunit;
using static Practices.Tests.Indexer.Import.Sources.SourceFolder;

namespace Practices.Tests.Indexer.Import.Sources;

public sealed class JsonReaderTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Objects_become_paths_and_arrays_several_fields()
    {
        var batch = _folder.Read("a.json", """[{ "id": 7, "place": { "city": "Durban", "at": [30.9, -29.8] }, "partners": [{ "name": "A" }, { "name": "B", "role": "host" }], "won": true, "no": null }]""");
        Assert.Equal("id=7 | place.city=Durban | place.at=30.9 | place.at=-29.8 | partners[].name=A | partners[].name=B | partners[].role=host | won=true", Shown(batch));
        Assert.Equal(["$.id", "$.place.city", "$.place.at[0]", "$.place.at[1]", "$.partners[0].name", "$.partners[1].name", "$.partners[1].role", "$.won"], batch.Rows[0].Fields.Select(f => f.Place));
    }

    [Theory]
    [InlineData("""{ "items": [{ "a": 1 }] }""", null, "a=1")]
    [InlineData("""{ "data": { "items": [{ "a": 1 }, { "a": 2 }] }, "n": 2 }""", "data.items", "a=1\na=2")]
    [InlineData("""{ "a": 1, "b": ["x", "y"] }""", "$", "a=1 | b=x | b=y")]
    public void Submissions_are_found_in_an_array_or_are_the_file(string json, string? path, string expected) => Assert.Equal(expected, Shown(_folder.Read("a.json", json, new() { JsonItems = path })));

    [Theory]
    [InlineData("""{ "a": 1 }""", null, "error 0 items-missing")]
    [InlineData("""{ "a": 1 }""", "b", "error 0 items-missing")]
    [InlineData("""[{ "a": 1 """, null, "error 0 json-syntax")]
    [InlineData("""[1]""", null, "error 1 json-shape")]
    [InlineData("""[{ "a": "\ud800" }]""", null, "error 1 json-text")]
    [InlineData("[]", null, "warning 0 no-rows")]
    public void What_cannot_be_read_is_said(string json, string? path, string expected) => Assert.Equal(expected, Problems(_folder.Read("a.json", json, new() { JsonItems = path })));

    [Fact]
    public void Each_line_is_an_object_and_a_broken_one_leaves_the_others()
    {
        var batch = _folder.Read("a.jsonl", "{\"a\":1}\n\n{\"a\":\n{\"a\":3}");
        Assert.Equal("a=1\na=3", Shown(batch));
        Assert.Equal([1, 4], batch.Rows.Select(row => row.Row));
        Assert.Equal("error 3 json-syntax", Problems(batch));
    }

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Equal("error 0 json-syntax", Problems(_folder.Read("a.json", new string('[', 100_000))));
}
