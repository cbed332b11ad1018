using System.Text.Json;
using Practices.Indexer.Content;
using Practices.Indexer.Ingest;
using Xunit;

namespace Practices.Tests.Indexer.Ingest;

public sealed class RecordSchemaTests
{
    [Fact]
    public void The_committed_schema_is_what_the_code_says()
    {
        var committed = File.ReadAllText(Path.Combine(Repository.Root, "content", "practice.schema.json")).ReplaceLineEndings("\n");
        Assert.True(
            RecordSchema.Write(OneRecord.Vocabularies) == committed,
            "The record or a vocabulary has changed. Run: dotnet run --project Practices.Indexer -- schema > content/practice.schema.json");
    }

    [Fact]
    public void Every_key_is_described_and_every_short_vocabulary_listed()
    {
        using var schema = JsonDocument.Parse(RecordSchema.Write(OneRecord.Vocabularies));
        var properties = schema.RootElement.GetProperty("properties");
        Assert.All(properties.EnumerateObject(), property => Assert.NotEmpty(property.Value.GetProperty("description").GetString()!));
        Assert.Contains("gender", properties.GetProperty("themes").GetProperty("items").GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        Assert.False(properties.GetProperty("places").GetProperty("items").GetProperty("properties").GetProperty("country").TryGetProperty("enum", out _));
    }

    [Theory]
    [InlineData(RecordKind.Practice, "practices/a.md", "summary places sdgs sources")]
    [InlineData(RecordKind.Learning, "learning/a.md", "summary sources")]
    [InlineData(RecordKind.Network, "networks/a.md", "summary sources")]
    [InlineData(RecordKind.Award, "awards/a.md", "summary sources")]
    public void A_starting_file_lacks_only_what_its_author_must_say(RecordKind kind, string name, string keys)
    {
        var text = StartingFile.Write("Quito: \"eco\" \\ efficiency", kind, new(2026, 11, 21), OneRecord.Vocabularies);
        var reading = OneRecord.Read(text, name);
        Assert.Equal(keys.Split(' ').Select(key => $"\"{key}\" is empty."), reading.Context.Problems.All.Select(problem => problem.Message[..(problem.Message.IndexOf('.', StringComparison.Ordinal) + 1)]));
        Assert.All(reading.Context.Problems.All, problem => Assert.Equal("missing-key", problem.Rule));
    }
}
