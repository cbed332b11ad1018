using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Practices.Indexer.Content;

namespace Practices.Indexer.Import.Landing;

/// <summary>What the last import stated of one submission.</summary>
/// <param name="Record">Id of its record.</param>
/// <param name="Stated">A hash of each value that it stated, by key; with it an editor's change can be told from the source's.</param>
internal sealed record LedgerEntry(string Record, ImmutableSortedDictionary<string, string> Stated);

/// <summary>
/// What imports have stated of the submissions of one cycle: a file beside its records, sorted, a line for each value, without a word of the submissions themselves.
/// </summary>
internal sealed class ImportLedger
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, LedgerEntry> _entries;

    private ImportLedger(string name, byte[]? before, SortedDictionary<string, LedgerEntry> entries)
    {
        Name = name;
        Before = before;
        _entries = entries;
    }

    /// <summary>Its path from the content folder.</summary>
    public string Name { get; }

    /// <summary>Its bytes as they were read; <see langword="null"/> when there was no file.</summary>
    public byte[]? Before { get; }

    /// <summary>The entries, by external id.</summary>
    public IReadOnlyDictionary<string, LedgerEntry> Entries => _entries;

    /// <summary>The folder of a cycle's submissions from the content folder, with <c>/</c> at its end; a programme without cycles has one for all.</summary>
    public static string FolderOf(string award, string cycle) => RecordId.FromName(cycle) is { Length: > 0 } name ? $"submissions/{award}/{name}/" : $"submissions/{award}/";

    /// <summary>Reads the ledger of a cycle; an empty one where there is none yet.</summary>
    /// <exception cref="IOException">It cannot be read, or is no ledger; the message says what to do.</exception>
    public static ImportLedger Read(string root, string award, string cycle)
    {
        var name = FolderOf(award, cycle) + "imported.json";
        var path = Path.Combine(root, name);
        var entries = new SortedDictionary<string, LedgerEntry>(StringComparer.Ordinal);
        if (!File.Exists(path)) return new(name, null, entries);
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            foreach (var entry in document.RootElement.GetProperty("submissions").EnumerateObject())
            {
                var stated = entry.Value.GetProperty("stated").EnumerateObject().ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "", StringComparer.Ordinal);
                entries[entry.Name] = new(entry.Value.GetProperty("record").GetString() ?? "", stated);
            }
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new IOException($"{name} cannot be read as what the last import left ({problem.Message}). Put it back from a backup, or delete it: then every difference counts as an editor's.", problem);
        }

        return new(name, bytes, entries);
    }

    /// <summary>Notes what was stated of a submission; <see langword="null"/> to forget it.</summary>
    public void Set(string externalId, LedgerEntry? entry)
    {
        if (entry is null) _entries.Remove(externalId);
        else _entries[externalId] = entry;
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("about", "What imports have stated, as hashes: with it an editor's change is told from the source's. Written by `practices import`.");
            json.WriteStartObject("submissions");
            foreach (var (externalId, entry) in _entries)
            {
                json.WriteStartObject(externalId);
                json.WriteString("record", entry.Record);
                json.WriteStartObject("stated");
                foreach (var (key, hash) in entry.Stated) json.WriteString(key, hash);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
