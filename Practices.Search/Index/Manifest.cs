using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// The one file that says what an index is: which files it has, and what is in them. A snapshot is what its manifest names; a new one becomes
/// visible when its manifest takes the old one's name. JSON, for people; its last property is the checksum of all before it.
/// </summary>
/// <param name="Generation">The largest number in the names of its files; grows with every commit.</param>
/// <param name="Version">The name of the content, <see cref="DocumentDigest"/>.</param>
/// <param name="DigestSum">The digests of the documents that are there, added up.</param>
/// <param name="Stamp">The caller's text.</param>
/// <param name="Schema">The fields.</param>
/// <param name="Segments">The segments, the oldest first.</param>
internal sealed record Manifest(
    int Generation, string Version, UInt128 DigestSum, string Stamp, IndexSchema Schema, ImmutableArray<SegmentEntry> Segments)
{
    /// <summary>The file's name in the folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>How many documents are there.</summary>
    public int Documents => Segments.Sum(segment => segment.Live);

    private const string ChecksumStart = ",\n  \"checksum\": \"";
    private const string ChecksumEnd = "\"\n}\n";
    private const int ChecksumDigits = 8;
    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>The manifest as the bytes of its file.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("format", SectionWriter.FormatVersion);
            json.WriteNumber("generation", Generation);
            json.WriteString("version", Version);
            json.WriteString("digests", DigestSum.ToString("x32", CultureInfo.InvariantCulture));
            json.WriteString("stamp", Stamp);
            json.WriteStartArray("texts");
            foreach (var field in Schema.Texts)
            {
                json.WriteStartObject();
                json.WriteString("name", field.Name);
                json.WriteNumber("weight", field.Weight);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("facets");
            foreach (var facet in Schema.Facets) json.WriteStringValue(facet);
            json.WriteEndArray();
            json.WriteStartArray("segments");
            foreach (var segment in Segments)
            {
                json.WriteStartObject();
                json.WriteString("name", segment.Name);
                json.WriteNumber("documents", segment.Documents);
                json.WriteStartArray("files");
                foreach (var file in segment.Files) Write(json, file);
                json.WriteEndArray();
                if (segment.Deletions is not null)
                {
                    json.WriteNumber("deleted", segment.Deleted);
                    json.WritePropertyName("deletions");
                    Write(json, segment.Deletions);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        // Reopened before its closing brace, to add the checksum of what stands there.
        var body = stream.ToArray().AsSpan()[..^"\n}".Length];
        return [.. body, .. Encoding.ASCII.GetBytes(ChecksumStart + Hex(Crc32C.Of(body)) + ChecksumEnd)];
    }

    /// <summary>Reads the bytes of a manifest's file.</summary>
    /// <exception cref="StorageException">They are damaged, or of another format version.</exception>
    public static Manifest FromBytes(ReadOnlySpan<byte> bytes, string path)
    {
        var tail = ChecksumStart.Length + ChecksumDigits + ChecksumEnd.Length;
        if (bytes.Length < tail) throw new StorageException(path, "is cut short");
        var body = bytes[..^tail];
        if (!bytes[body.Length..].SequenceEqual(Encoding.ASCII.GetBytes(ChecksumStart + Hex(Crc32C.Of(body)) + ChecksumEnd)))
            throw new StorageException(path, "is damaged or no manifest: its checksum is wrong");

        try
        {
            using var json = JsonDocument.Parse(bytes.ToArray());
            return Read(json.RootElement, path);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new StorageException(path, "is no manifest");
        }
    }

    private static Manifest Read(JsonElement json, string path)
    {
        var format = json.GetProperty("format").GetInt32();
        if (format != SectionWriter.FormatVersion)
            throw new StorageException(path, $"has format version {format}; this program reads {SectionWriter.FormatVersion}");

        var texts = json.GetProperty("texts").EnumerateArray()
            .Select(field => new TextField(Text(field, "name"), field.GetProperty("weight").GetDouble()));
        var facets = json.GetProperty("facets").EnumerateArray().Select(facet => facet.GetString() ?? "");
        return new(
            json.GetProperty("generation").GetInt32(),
            Text(json, "version"),
            UInt128.Parse(Text(json, "digests"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            Text(json, "stamp"),
            new IndexSchema([.. texts], [.. facets]),
            [.. json.GetProperty("segments").EnumerateArray().Select(segment => ReadSegment(segment, path))]);
    }

    private static SegmentEntry ReadSegment(JsonElement json, string path)
    {
        var files = json.GetProperty("files").EnumerateArray().Select(ReadFile).ToImmutableArray();
        if (files.Length != Segment.Extensions.Length) throw new StorageException(path, "names too few or too many files");
        var entry = new SegmentEntry(Text(json, "name"), json.GetProperty("documents").GetInt32(), files);
        return json.TryGetProperty("deletions", out var deletions)
            ? entry with { Deleted = json.GetProperty("deleted").GetInt32(), Deletions = ReadFile(deletions) }
            : entry;
    }

    private static FileEntry ReadFile(JsonElement json) => new(
        Text(json, "name"),
        json.GetProperty("length").GetInt64(),
        uint.Parse(Text(json, "crc32c"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private static void Write(Utf8JsonWriter json, FileEntry file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteNumber("length", file.Length);
        json.WriteString("crc32c", Hex(file.Checksum));
        json.WriteEndObject();
    }

    private static string Text(JsonElement json, string property) => json.GetProperty(property).GetString() ?? "";

    private static string Hex(uint checksum) => checksum.ToString("x8", CultureInfo.InvariantCulture);
}
