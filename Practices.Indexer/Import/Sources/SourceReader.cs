using System.Collections.Immutable;
using System.Xml;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Import.Sources;

/// <summary>
/// Reads what a secretariat has into rows: CSV and its like, workbooks, JSON, pages, documents, folders and archives of them. It understands no field. Whatever a file holds,
/// it ends with rows and problems, in bounded time and memory; nothing is evaluated, fetched or written.
/// </summary>
public static class SourceReader
{
    /// <summary>Reads everything at once.</summary>
    /// <param name="paths">Files and folders, read in this order; the files of a folder in the order of their names.</param>
    /// <param name="options">What the mapping says about their form.</param>
    public static SourceBatch Read(IReadOnlyList<string> paths, SourceOptions options)
    {
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        var problems = ImmutableArray.CreateBuilder<ImportProblem>();
        foreach (var item in Stream(paths, options))
        {
            if (item.Row is { } row) rows.Add(row);
            if (item.Problem is { } problem) problems.Add(problem);
        }

        return new(rows.DrainToImmutable(), problems.DrainToImmutable());
    }

    /// <summary>Reads as it is asked, so that a large file is never whole in memory.</summary>
    /// <param name="paths">Files and folders, read in this order; the files of a folder in the order of their names.</param>
    /// <param name="options">What the mapping says about their form.</param>
    public static IEnumerable<SourceItem> Stream(IReadOnlyList<string> paths, SourceOptions options)
    {
        var budget = new UnpackBudget();
        return paths.SelectMany(path => Guarded(
            SourceFiles.OnDisk(path, path),
            file => Directory.Exists(path) ? SourceFiles.In(path).SelectMany(inner => Guarded(inner, f => ReadFile(f, options, budget, isGiven: false))) : ReadFile(file, options, budget, isGiven: true)));
    }

    // A file that was found beside others may be something else; one that was named may not.
    private static IEnumerable<SourceItem> ReadFile(SourceFile file, SourceOptions options, UnpackBudget budget, bool isGiven)
    {
        var kind = SourceFiles.KindOf(file, options);
        if (kind is SourceKind.Unknown or SourceKind.Companion)
        {
            const string kinds = "Files to be imported are .csv, .tsv, .xlsx, .json, .jsonl, .html, .docx, .txt, .md, or a .zip or folder of them. Save it as one of these.";
            if (isGiven) return [file.Error("unknown-kind", $"The file is of no kind that is read. {kinds}")];
            return kind == SourceKind.Companion ? [] : [file.Warning("left-out", $"The file was left out. {kinds}")];
        }

        SourceFiles.Verify(file, kind);
        if (kind == SourceKind.Archive && isGiven) return ReadArchive(file, options, budget);
        return WithFewWarnings(file, kind switch
        {
            SourceKind.Table => DelimitedReader.Read(file, options),
            SourceKind.Workbook => WorkbookReader.Read(file, options, budget),
            SourceKind.Archive => [file.Error("nested-archive", "An archive inside of an archive or a folder is not opened. Unpack it, or name it alone.")],
            SourceKind.Json => JsonReader.Read(file, options),
            SourceKind.Page => PageReader.Read(file, options),
            SourceKind.Document => DocumentReader.Read(file, options, budget),
            _ => TextDocumentReader.Read(file, options),
        });
    }

    private static IEnumerable<SourceItem> ReadArchive(SourceFile file, SourceOptions options, UnpackBudget budget)
    {
        var archive = Archive.Open(file, budget);
        foreach (var problem in archive.Problems) yield return problem;
        foreach (var entry in archive.Entries)
        {
            foreach (var item in Guarded(SourceFiles.InArchive(file, archive, entry), inner => ReadFile(inner, options, budget, isGiven: false))) yield return item;
        }
    }

    // A thousand times the same says no more than a hundred times.
    private static IEnumerable<SourceItem> WithFewWarnings(SourceFile file, IEnumerable<SourceItem> items)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.Problem is { Severity: Severity.Warning } warning)
            {
                counts[warning.Rule] = counts.GetValueOrDefault(warning.Rule) + 1;
                if (counts[warning.Rule] > SourceLimits.MaxWarnings) continue;
            }

            yield return item;
        }

        foreach (var (rule, count) in counts.Where(c => c.Value > SourceLimits.MaxWarnings))
        {
            yield return file.Warning(rule, $"There are {count - SourceLimits.MaxWarnings:N0} more warnings of this kind in the file.");
        }
    }

    // A file that cannot be read further is a problem of that file, and the next one is read.
    private static IEnumerable<SourceItem> Guarded(SourceFile file, Func<SourceFile, IEnumerable<SourceItem>> read)
    {
        IEnumerator<SourceItem>? items = null;
        try
        {
            while (true)
            {
                SourceItem item;
                var isLast = false;
                try
                {
                    items ??= read(file).GetEnumerator();
                    if (!items.MoveNext()) yield break;
                    item = items.Current;
                }
                catch (SourceException e)
                {
                    (item, isLast) = (file.Error(e.Rule, e.Message, e.Row, e.Place), true);
                }
                catch (XmlException e)
                {
                    (item, isLast) = (file.Error("damaged", $"The part {e.SourceUri} is not the XML that it should be, and nothing after this place was read. ({e.Message}) Save the file again from the program that made it."), true);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    (item, isLast) = (file.Error("unreadable", $"The file cannot be read. ({e.Message}) Look whether it is there and whole."), true);
                }

                yield return item;
                if (isLast) yield break;
            }
        }
        finally
        {
            items?.Dispose();
        }
    }
}
