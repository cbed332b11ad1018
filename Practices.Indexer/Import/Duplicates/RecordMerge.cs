using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Practices.Indexer.Content;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>A value that both records state differently. That of the kept record stays.</summary>
/// <param name="Key">The record's key.</param>
/// <param name="Kept">What stays.</param>
/// <param name="Other">What goes.</param>
public sealed record MergeDifference(string Key, string Kept, string Other);

/// <summary>
/// The text of one record with all that another says of the same practice. What both state, once, stays as the kept record has it; lists have the items of both; the other's
/// title becomes a further name, and its summary and story stand below the story under a heading of their own, their sources numbered on.
/// </summary>
internal sealed partial class RecordMerge
{
    // What says what a file is and where it stands.
    private static readonly ImmutableArray<string> OfTheFile = ["kind", "title", "summary", "status", "publish-at", "added", "merged-into", "formerly", "sources", RecognitionEntry.Key];

    private static readonly ImmutableArray<string> Lists = ["themes", "beneficiaries", "sdgs", "partners", "finance", "results", "failures", "conditions", "blocks", "lineage", "media", "same-as"];

    private static readonly ImmutableArray<string> SaysWhich = ["award", "cycle", "outcome", RecognitionEntry.Staged, RecognitionEntry.Announced];

    private readonly RecordText _other;
    private readonly Practice _kept;
    private readonly Practice _leaving;
    private readonly VocabularySet _vocabularies;
    private readonly IReadOnlyDictionary<string, string> _pictures;
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly ImmutableArray<MergeDifference>.Builder _differences = ImmutableArray.CreateBuilder<MergeDifference>();
    private readonly ImmutableSortedSet<string>.Builder _taken = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);

    private RecordMerge(RecordText keptText, RecordText other, Practice kept, Practice leaving, VocabularySet vocabularies, IReadOnlyDictionary<string, string> pictures)
    {
        Record = keptText;
        _other = other;
        _kept = kept;
        _leaving = leaving;
        _vocabularies = vocabularies;
        _pictures = pictures;
        MergeSources();
        MergeIds();
        MergeNames();
        MergePlaces();
        MergeRecognition();
        foreach (var key in other.Keys.Where(key => !OfTheFile.Contains(key) && key is not ("aliases" or "places"))) MergeKey(key);
        MergeStory();
    }

    /// <summary>The merged record.</summary>
    public RecordText Record { get; private set; }

    /// <summary>The keys that the kept record got something of; <c>story</c> for the story.</summary>
    public ImmutableArray<string> Taken => [.. _taken];

    /// <summary>What both state differently.</summary>
    public ImmutableArray<MergeDifference> Differences => _differences.ToImmutable();

    /// <summary>Merges.</summary>
    /// <param name="keptText">The file that stays.</param>
    /// <param name="otherText">The file that goes.</param>
    /// <param name="kept">The record that stays.</param>
    /// <param name="other">The record that goes.</param>
    /// <param name="vocabularies">The content's vocabularies.</param>
    /// <param name="pictures">What the other's pictures are called beside the kept file, by what they were called.</param>
    public static RecordMerge Of(RecordText keptText, RecordText otherText, Practice kept, Practice other, VocabularySet vocabularies, IReadOnlyDictionary<string, string> pictures) =>
        new(keptText, otherText, kept, other, vocabularies, pictures);

    private void MergeSources()
    {
        var sources = List(Record, "sources");
        var last = _kept.Sources.Max(source => source.Id);
        foreach (var source in List(_other, "sources").OfType<JsonObject>())
        {
            var id = source["id"]?.ToString() ?? "";
            var same = sources.OfType<JsonObject>().FirstOrDefault(one => WithoutId(one) == WithoutId(source));
            _sources[id] = same?["id"]?.ToString() ?? $"{++last}";
            if (same is not null) continue;
            var added = (JsonObject)source.DeepClone();
            added["id"] = last;
            sources.Add(added);
        }

        Set("sources", sources);
    }

    private void MergeIds()
    {
        var ids = List(Record, "formerly");
        foreach (var id in _leaving.FormerIds.Prepend(_leaving.Id).Where(id => id != _kept.Id && !Holds(ids, id))) ids.Add(id);
        Set("formerly", ids);
        if (Record.Value("merged-into") is not null) Record = Record.With("merged-into", null);
    }

    private void MergeNames()
    {
        var names = List(Record, "aliases");
        var known = _kept.Aliases.Prepend(_kept.Title).Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var name in _leaving.Aliases.Prepend(_leaving.Title).Where(name => known.Add(NameFolding.Fold(name)))) names.Add(name);
        Set("aliases", names);
    }

    // A place is the same by any of its names.
    private void MergePlaces()
    {
        var places = List(Record, "places");
        foreach (var (place, text) in _leaving.Places.Zip(List(_other, "places")))
        {
            var isThere = _kept.Places.Any(one => place.CityId is not null
                ? one.CityId == place.CityId
                : one.CityId is null && NameFolding.Fold(one.Area ?? "") == NameFolding.Fold(place.Area ?? "") && one.Country == place.Country);
            if (!isThere) places.Add(text?.DeepClone());
        }

        Set("places", places);
    }

    private void MergeRecognition()
    {
        var entries = RecognitionEntry.Of(Record);
        foreach (var entry in RecognitionEntry.Of(_other).OfType<JsonObject>())
        {
            var same = entries.OfType<JsonObject>().FirstOrDefault(one => IsSameWord(one, entry));
            if (same is null)
            {
                entries.Add(entry.DeepClone());
                continue;
            }

            foreach (var (part, value) in entry.Where(part => part.Value is not null && same[part.Key] is null)) same[part] = value!.DeepClone();
        }

        Set(RecognitionEntry.Key, entries);
    }

    private void MergeKey(string key)
    {
        var other = Renumbered(StatedValue.ToJson(_other.Value(key)!));
        if (other is null or JsonArray { Count: 0 }) return;
        if (Lists.Contains(key))
        {
            var list = List(Record, key);
            foreach (var item in ((JsonArray)other).Where(item => !IsOfItself(key, item) && !Holds(key, list, item)).ToList()) list.Add(item?.DeepClone());
            for (var i = list.Count - 1; i >= 0; i--)
                if (IsOfItself(key, list[i])) list.RemoveAt(i);
            Set(key, list);
        }
        else if (Record.Value(key) is null or YamlScalar { IsNull: true })
        {
            Set(key, other);
        }
        else if (StatedValue.Of(Record.Value(key)) is var kept && kept != StatedValue.Of(other))
        {
            _differences.Add(new(key, StatedValue.Shown(kept), StatedValue.Shown(StatedValue.Of(other))));
        }
    }

    private void MergeStory()
    {
        var own = StatedValue.OfStory(_other.Story);
        var hasSummary = NameFolding.Fold(_leaving.Summary) != NameFolding.Fold(_kept.Summary);
        if (own is not null && own == StatedValue.OfStory(Record.Story)) own = null;
        if (own is null && !hasSummary) return;
        var language = _leaving.Language == _kept.Language ? "" : $" ({_vocabularies.Label("languages", _leaving.Language)})";
        var story = new StringBuilder(StatedValue.OfStory(Record.Story));
        if (story.Length > 0) story.Append("\n\n");
        story.Append(CultureInfo.InvariantCulture, $"## As told in “{Escaped(_leaving.Title)}”{language}");
        if (hasSummary) story.Append("\n\n").Append(Escaped(Mentions(_leaving.Summary)));
        if (own is not null) story.Append("\n\n").Append(Lowered(Pictured(Mentions(own))));
        Record = Record.WithStory(story.ToString());
        _taken.Add("story");
    }

    // Headings go a level down, below the one that the story gets. What stands between fences is no heading.
    private static string Lowered(string story)
    {
        var isFenced = false;
        return string.Join('\n', story.Split('\n').Select(line =>
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal) || line.TrimStart().StartsWith("~~~", StringComparison.Ordinal)) isFenced = !isFenced;
            return !isFenced && Heading().IsMatch(line) ? $"#{line}" : line;
        }));
    }

    private string Pictured(string story) => _pictures.Aggregate(story, (text, picture) => text.Replace($"]({picture.Key}", $"]({picture.Value}", StringComparison.Ordinal));

    // "(source 2)" in a text is the number that the source has now.
    private string Mentions(string text) => SourceMention().Replace(text, mention =>
        string.Concat(mention.Groups["word"].Value, Number().Replace(mention.Groups["numbers"].Value, number => _sources.GetValueOrDefault(number.Value, number.Value))));

    private JsonNode? Renumbered(JsonNode? value)
    {
        switch (value)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(Renumbered)]);
            case JsonObject group:
                return new JsonObject(group.Select(pair => KeyValuePair.Create(pair.Key, pair.Key switch
                {
                    "source" when pair.Value is { } id && _sources.TryGetValue(id.ToString(), out var now) => now,
                    "file" when pair.Value is { } file && _pictures.TryGetValue(file.ToString(), out var name) => name,
                    _ => Renumbered(pair.Value),
                })));
            case JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String:
                return Mentions(text.GetValue<string>());
            default:
                return value?.DeepClone();
        }
    }

    private bool IsOfItself(string key, JsonNode? item) =>
        key == "lineage" && item is JsonObject step && (step["to"] ?? step["from"])?.ToString() is { } id && (id == _kept.Id || id == _leaving.Id);

    private static bool Holds(string key, JsonArray list, JsonNode? item) =>
        Holds(list, item) || (key == "partners" && list.Any(one => NameFolding.Fold(RecognitionEntry.Part(one, "name")) == NameFolding.Fold(RecognitionEntry.Part(item, "name"))));

    private static bool Holds(JsonArray list, JsonNode? item) => list.Any(one => StatedValue.Of(one) == StatedValue.Of(item));

    // Of one award, cycle and outcome, and seen from the same moment; nothing that both state differs.
    private static bool IsSameWord(JsonObject a, JsonObject b) =>
        SaysWhich.All(part => RecognitionEntry.Part(a, part) == RecognitionEntry.Part(b, part)) &&
        a.All(part => part.Value is null || b[part.Key] is null || StatedValue.Of(part.Value) == StatedValue.Of(b[part.Key]));

    private static string? WithoutId(JsonObject source)
    {
        var copy = (JsonObject)source.DeepClone();
        copy.Remove("id");
        return StatedValue.Of(copy);
    }

    private static JsonArray List(RecordText record, string key) => record.Value(key) is YamlSequence list ? (JsonArray)StatedValue.ToJson(list)! : [];

    // Writes a key where it changes only, so that an editor's lines stay as they are.
    private void Set(string key, JsonNode value)
    {
        if (value is JsonArray { Count: 0 } || StatedValue.Of(value) == StatedValue.Of(Record.Value(key))) return;
        Record = Record.With(key, value);
        _taken.Add(key);
    }

    private static string Escaped(string text) => Mark().Replace(text, @"\$0");

    [GeneratedRegex("^ {0,3}#{1,5}[ \t]", RegexOptions.None, 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<word>\bsources? )(?<numbers>[0-9]+(?:(?:, | and |, and )[0-9]+)*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SourceMention();

    [GeneratedRegex("[0-9]+", RegexOptions.None, 5000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\\`*_\[\]<>#!]", RegexOptions.None, 5000)]
    private static partial Regex Mark();
}
