using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Practices.Indexer.Import.Landing;

/// <summary>
/// The text of a record's file in pieces: each key with the lines that belong to it, what stands between them, and the story. Changing one leaves every other byte as it is.
/// </summary>
public sealed class RecordText
{
    private const string Fence = "---\n";

    private static readonly ImmutableArray<string> Order =
        [.. Enum.GetValues<RecordKind>().SelectMany(kind => Fields.Describe(VocabularySet.Empty, fields => RecordFields.Define(fields, kind))).Select(field => field.Key).Distinct(StringComparer.Ordinal)];

    private readonly ImmutableArray<Piece> _pieces;
    private readonly string _newLine;
    private readonly bool _hasMark;

    private RecordText(ImmutableArray<Piece> pieces, string story, string newLine, bool hasMark)
    {
        _pieces = pieces;
        Story = story;
        _newLine = newLine;
        _hasMark = hasMark;
    }

    // A key's lines, or what stands before the first key, between keys and behind the last one.
    private sealed record Piece(string? Key, string Text, YamlNode? Value);

    /// <summary>The keys that have a value, in the file's order.</summary>
    public IEnumerable<string> Keys => _pieces.Where(piece => piece.Value is not (null or YamlScalar { IsNull: true })).Select(piece => piece.Key!);

    /// <summary>The story as it stands in the file.</summary>
    public string Story { get; }

    /// <summary>Writes a record's file anew, its keys in the record's order.</summary>
    /// <param name="fields">The front matter; a key without a value is left out.</param>
    /// <param name="story">The story in Markdown.</param>
    public static string Write(JsonObject fields, string story)
    {
        var text = new StringBuilder(Fence);
        foreach (var (key, value) in fields.Where(pair => pair.Value is not null).OrderBy(pair => Rank(pair.Key)))
            text.Append(YamlWriter.Entry(key, value));
        text.Append(Fence);
        return text.Append(StatedValue.OfStory(story) is { } told ? told + "\n" : "").ToString();
    }

    /// <summary>Parts a file into its pieces; <see langword="null"/> when it cannot be read, which is reported, or its keys do not each begin a line.</summary>
    public static RecordText? Read(ReadOnlySpan<byte> bytes, FileDiagnostics problems)
    {
        if (SourceText.Read(bytes, problems) is not { } source || FrontMatter.Read(source, problems) is not { } front) return null;
        var text = source.Text;
        var top = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        if (top == 0) return null;
        var bottom = text.LastIndexOf('\n', Math.Max(0, front.BodyStart - 2), Math.Max(0, front.BodyStart - 1)) + 1;

        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var entries = front.Keys.Entries;
        var at = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var start = source.OffsetOfLine(entries[i].Key.At.Line);
            if (entries[i].Key.At.Column != 1 || start < at) return null;
            var end = EndOf(text, start, i + 1 < entries.Length ? source.OffsetOfLine(entries[i + 1].Key.At.Line) : bottom);
            pieces.Add(new(null, text[at..start], null));
            pieces.Add(new(entries[i].Key.Text, text[start..end], entries[i].Value));
            at = end;
        }

        pieces.Add(new(null, text[at..front.BodyStart], null));
        return new(pieces.DrainToImmutable(), text[front.BodyStart..], text[top - 2] == '\r' ? "\r\n" : "\n", bytes.StartsWith("\uFEFF"u8));
    }

    /// <summary>The value of a key; <see langword="null"/> where the file has no such key.</summary>
    public YamlNode? Value(string key) => _pieces.FirstOrDefault(piece => piece.Key == key)?.Value;

    /// <summary>The file with another value of a key; the key goes when there is none. Comments among its lines stay, above it.</summary>
    public RecordText With(string key, JsonNode? value)
    {
        var at = _pieces.ToList().FindIndex(piece => piece.Key == key);
        var lines = value is null ? "" : YamlWriter.Entry(key, value).ReplaceLineEndings(_newLine);
        if (at >= 0) return With(_pieces.SetItem(at, new(value is null ? null : key, CommentsIn(_pieces[at].Text) + lines, value is null ? null : ValueOf(lines))), Story);
        if (value is null) return this;

        // Behind the last key that stands before it in a record.
        var before = _pieces.ToList().FindLastIndex(piece => piece.Key is { } other && Rank(other) <= Rank(key));
        var piece = new Piece(key, lines, ValueOf(lines));
        if (before >= 0) return With(_pieces.Insert(before + 1, piece), Story);
        var first = _pieces[0].Text.IndexOf('\n', StringComparison.Ordinal) + 1;
        return With([new(null, _pieces[0].Text[..first], null), piece, new(null, _pieces[0].Text[first..], null), .. _pieces.Skip(1)], Story);
    }

    /// <summary>The file with another story.</summary>
    public RecordText WithStory(string story) => With(_pieces, StatedValue.OfStory(story) is { } told ? (told + "\n").ReplaceLineEndings(_newLine) : "");

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(_hasMark ? "\uFEFF" : "");
        foreach (var piece in _pieces) text.Append(piece.Text);
        return Encoding.UTF8.GetBytes(text.Append(Story).ToString());
    }

    private static int Rank(string key) => Order.IndexOf(key) is var rank and >= 0 ? rank : Order.Length;

    private RecordText With(ImmutableArray<Piece> pieces, string story) => new(pieces, story, _newLine, _hasMark);

    // Empty lines and comments in the first column belong to what follows.
    private static int EndOf(string text, int start, int next)
    {
        var end = next;
        while (end > start)
        {
            var line = text.LastIndexOf('\n', Math.Max(0, end - 2), Math.Max(0, end - 1)) + 1;
            if (line <= start || !(text[line] == '#' || text.AsSpan(line, end - line).IsWhiteSpace())) break;
            end = line;
        }

        return end;
    }

    private static YamlNode? ValueOf(string lines) =>
        YamlReader.Read(SourceText.Of(lines), YamlLimits.FrontMatter, new("")) is { Entries: [var entry] } ? entry.Value : null;

    private string CommentsIn(string lines)
    {
        if (!lines.Contains('#', StringComparison.Ordinal)) return "";
        var comments = new StringBuilder();
        var scanner = new Scanner(new StringReader(lines), skipComments: false);
        while (scanner.MoveNext())
        {
            if (scanner.Current is Comment comment) comments.Append("# ").Append(comment.Value.Trim()).Append(_newLine);
        }

        return comments.ToString();
    }
}
