using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Practices.Indexer.Transactions;

/// <summary>A line of the log.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Entry">What it says; <see langword="null"/> when it cannot be read.</param>
/// <param name="IsWhole">Whether it follows on the line before as that one stands now.</param>
public sealed record LogLine(int Number, LogEntry? Entry, bool IsWhole);

/// <summary>
/// The log of what was done to many records at once: <c>log.jsonl</c>, a line of JSON each, only ever added to. Each line carries the hash of the one before, and a file beside
/// it that of the last, so that a line that is changed, taken out or put in is noticed, also at the end. It is no seal: who writes both files anew goes unnoticed.
/// </summary>
public static class ContentLog
{
    /// <summary>The file's name in the content folder.</summary>
    public const string FileName = "log.jsonl";

    /// <summary>The file beside it that holds the hash of its last line.</summary>
    public const string HeadName = "log.head";

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
        var headPath = Path.Combine(root, HeadName);
        var head = File.Exists(headPath) ? File.ReadAllBytes(headPath) : null;

        // What was written last, not what stands last: where lines are missing at the end, the next line does not hide it.
        var previous = head is null ? HashOfLast(text) : Encoding.ASCII.GetString(head).Trim();
        var line = JsonSerializer.SerializeToUtf8Bytes(entry with { At = entry.At.ToUniversalTime(), Previous = previous }, Json.LogEntry);
        change.Write(FileName, before, [.. text, .. line, (byte)'\n']);
        change.Write(HeadName, head, Encoding.ASCII.GetBytes(HashOf(line) + "\n"));
    }

    /// <summary>What is wrong with the end of the log, with the remedy; <see langword="null"/> when the last line is the one that was written last.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string? WrongAtEnd(string root)
    {
        var path = Path.Combine(root, FileName);
        var headPath = Path.Combine(root, HeadName);
        var last = File.Exists(path) ? HashOfLast(File.ReadAllBytes(path)) : "";
        if (File.Exists(headPath))
        {
            return File.ReadAllText(headPath).Trim() == last ? null : $"The log does not end as {HeadName} says: lines are missing at its end, or its last line was changed. Put both files back as they were.";
        }

        return last.Length == 0 ? null : $"{HeadName} is missing, so that nobody can tell whether the log has lost its end. Put it back; else the next change begins a new one.";
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
            previous = HashOf(line);
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
        var lines = text[^1] == '\n' ? text[..^1] : text;
        return HashOf(lines[(lines.LastIndexOf((byte)'\n') + 1)..]);
    }

    private static string HashOf(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line));
}
