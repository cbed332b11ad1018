using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Practices.Indexer.Transactions;

/// <summary>A line of the log.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Entry">What it says; <see langword="null"/> when it cannot be read.</param>
/// <param name="IsWhole">Whether it follows on the line before as that one stands now.</param>
public sealed record LogLine(int Number, LogEntry? Entry, bool IsWhole);

/// <summary>
/// The log of what was done to many records at once: <c>log.jsonl</c>, a line of JSON each, only ever added to. Each line carries the hash of the one before, so that a line
/// that is changed, taken out or put in is noticed; that lines are missing at the end is not.
/// </summary>
public static class ContentLog
{
    /// <summary>The file's name in the content folder.</summary>
    public const string FileName = "log.jsonl";

    private static readonly LogJson Json = new(new JsonSerializerOptions(LogJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Adds a line, as a part of the change that it tells of.</summary>
    /// <param name="change">The change.</param>
    /// <param name="root">The content folder.</param>
    /// <param name="entry">What is done; its <see cref="LogEntry.Previous"/> is filled in.</param>
    public static void Append(ContentTransaction change, string root, LogEntry entry)
    {
        var path = Path.Combine(root, FileName);
        var before = File.Exists(path) ? File.ReadAllBytes(path) : null;
        var text = before is null || before.Length == 0 || before[^1] == '\n' ? before ?? [] : [.. before, (byte)'\n'];
        var line = JsonSerializer.SerializeToUtf8Bytes(entry with { At = entry.At.ToUniversalTime(), Previous = HashOfLast(text) }, Json.LogEntry);
        change.Write(FileName, before, [.. text, .. line, (byte)'\n']);
    }

    /// <summary>Reads the log and checks that each line follows on the one before; empty where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ImmutableArray<LogLine> Read(string root)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path)) return [];
        var lines = ImmutableArray.CreateBuilder<LogLine>();
        var bytes = File.ReadAllBytes(path).AsSpan();
        var previous = "";
        for (var number = 1; bytes.Length > 0; number++)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            var entry = Entry(line);
            lines.Add(new(number, entry, entry?.Previous == previous));
            previous = Convert.ToHexStringLower(SHA256.HashData(line));
        }

        return lines.DrainToImmutable();
    }

    private static LogEntry? Entry(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Json.LogEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string HashOfLast(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return "";
        var lines = text[..^1];
        return Convert.ToHexStringLower(SHA256.HashData(lines[(lines.LastIndexOf((byte)'\n') + 1)..]));
    }
}
