using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Import.Sources;

/// <summary>One file to be read, on the disk or in an archive.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Open">Opens it, from its beginning, as often as is asked.</param>
internal sealed record SourceFile(string Name, long Length, Func<Stream> Open)
{
    /// <summary>The ending of its name in lower case, with the point.</summary>
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>An error about it.</summary>
    public ImportProblem Error(string rule, string message, int row = 0, string? place = null, string? value = null, string? sheet = null) =>
        new(Severity.Error, rule, Name, sheet, row, place, Shown(value), message);

    /// <summary>A warning about it.</summary>
    public ImportProblem Warning(string rule, string message, int row = 0, string? place = null, string? value = null, string? sheet = null) =>
        new(Severity.Warning, rule, Name, sheet, row, place, Shown(value), message);

    /// <summary>The whole file in memory.</summary>
    public byte[] ReadAll(long limit, string remedy)
    {
        using var stream = Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > limit) throw new SourceException("file-size", $"The file has more than {limit >> 20} MB. {remedy}");
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    // A message is one line, whatever the value holds.
    private static string? Shown(string? value)
    {
        if (value is null) return null;
        var end = Math.Min(value.Length, ImportProblem.MaxShownValue);
        if (end < value.Length && char.IsHighSurrogate(value[end - 1])) end--;
        var shown = string.Create(end, value, (span, text) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(text[i]) ? ' ' : text[i];
        });
        return end < value.Length ? shown + "…" : shown;
    }
}
