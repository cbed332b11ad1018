using System.Collections.Immutable;
using System.Text.Json;

namespace Practices.Indexer.Indexing;

/// <summary>What is kept with an index beside its documents.</summary>
/// <param name="Fingerprint">Of the content that it was made from; another one means the index is older.</param>
/// <param name="NextPublication">The earliest embargo still ahead when it was made; after that moment the index is older too.</param>
/// <param name="FormerIds">Ids that records had before, each with the id that they have now.</param>
/// <param name="Cities">Names of cities that the vocabulary does not know, by id.</param>
/// <param name="Kept">Ids of records that are older than the content, because their file is refused at present.</param>
/// <param name="Problems">How many problems the content had.</param>
internal sealed record CatalogStamp(
    string Fingerprint,
    DateTimeOffset? NextPublication,
    ImmutableSortedDictionary<string, string> FormerIds,
    ImmutableSortedDictionary<string, string> Cities,
    ImmutableArray<string> Kept,
    int Problems)
{
    /// <summary>Raised whenever a record gives another document than before, so that older indexes are made again.</summary>
    private const int Format = 8;

    /// <summary>The stamp as the text that the index keeps.</summary>
    public string ToText() => $"{Format}\n{JsonSerializer.Serialize(this, PracticeJson.Default.CatalogStamp)}";

    /// <summary>Reads a stamp; <see langword="null"/> when the text is of another format or none of ours.</summary>
    public static CatalogStamp? Read(string text)
    {
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        if (line < 0 || text[..line] != Format.ToString()) return null;
        try
        {
            return JsonSerializer.Deserialize(text.AsSpan(line + 1), PracticeJson.Default.CatalogStamp);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
