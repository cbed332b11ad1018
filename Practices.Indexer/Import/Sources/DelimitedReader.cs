using System.Collections.Immutable;
using CsvHelper;

namespace Practices.Indexer.Import.Sources;

/// <summary>Reads CSV and its like, a row at a time.</summary>
internal static class DelimitedReader
{
    /// <summary>The rows and problems of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceFile file, SourceOptions options)
    {
        var (encoding, problem) = TextDecoding.Find(file, options.Encoding);
        if (problem is not null) yield return problem;
        using var text = new StreamReader(file.Open(), encoding);
        foreach (var item in TableReader.Read(file, null, Rows(file, text, Delimiter(file, options)), options.HeaderRow)) yield return item;
    }

    // Nothing when it is to be found; Excel's first line "sep=;" is heeded then, too.
    private static char? Delimiter(SourceFile file, SourceOptions options)
    {
        if (options.Delimiter is null) return file.Extension is ".tsv" or ".tab" ? '\t' : null;
        if (options.Delimiter is [var delimiter] && char.IsAscii(delimiter) && delimiter is not ('"' or '\r' or '\n')) return delimiter;
        throw new SourceException("delimiter", $"The delimiter \"{options.Delimiter}\" of the mapping is not one character that can part cells. Write a single one, such as \";\".");
    }

    private static IEnumerable<TableRow> Rows(SourceFile file, TextReader text, char? delimiter)
    {
        string? malformed = null;
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = SourceLimits.MaxRowBytes,
            OnMalformedRecord = record => malformed = record.RawRecord,
        };
        using var reader = CsvReader.Create(text, options);
        for (var records = 1; Next(reader); records++)
        {
            var line = checked((int)reader.LineNumber);
            if (records > SourceLimits.MaxRows) throw new SourceException("too-many-rows", $"The file has more than {SourceLimits.MaxRows:N0} rows. Divide it into several files.", line);
            if (malformed is not null)
            {
                const string message = "A quotation mark stands inside a text that is not in quotation marks, or is never closed. Put the text into quotation marks, and write those inside it twice.";
                var problem = file.Error("bad-quotes", message, line, value: malformed.Trim());
                malformed = null;
                yield return new(line, [], 0, [problem]);
                continue;
            }

            var cells = ImmutableArray.CreateBuilder<TableCell>();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (!reader[i].IsEmpty && reader[i].ToString() is var value && !string.IsNullOrWhiteSpace(value)) cells.Add(new(i + 1, value));
            }

            yield return new(line, cells.DrainToImmutable(), reader.FieldCount, []);
        }
    }

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new SourceException(
                "row-length",
                $"The row that begins here has more than {SourceLimits.MaxRowBytes >> 20} MB, and nothing after it was read. Look for a quotation mark that is never closed.",
                (int)Math.Min(e.LineNumber, int.MaxValue));
        }
    }
}
