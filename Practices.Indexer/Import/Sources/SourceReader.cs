using System.Collections.Immutable;
using System.Xml;

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
    public static IEnumerable<SourceItem> Stream(IReadOnlyList<string> paths, SourceOptions options) =>
        paths.SelectMany(path => Guarded(new SourceFile(path, 0, () => File.OpenRead(path)), file => DelimitedReader.Read(file, options)));

    // A file that cannot be read further is a problem of that file, and the next one is read.
    private static IEnumerable<SourceItem> Guarded(SourceFile file, Func<SourceFile, IEnumerable<SourceItem>> read)
    {
        using var items = read(file).GetEnumerator();
        while (true)
        {
            SourceItem item;
            var isLast = false;
            try
            {
                if (!items.MoveNext()) yield break;
                item = items.Current;
            }
            catch (SourceException e)
            {
                (item, isLast) = (file.Error(e.Rule, e.Message, e.Row, e.Place), true);
            }
            catch (XmlException e)
            {
                (item, isLast) = (file.Error("damaged", $"The file is damaged or not what its name says. ({e.Message}) Save it again from the program that made it."), true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                (item, isLast) = (file.Error("unreadable", $"The file cannot be read. ({e.Message}) Look whether it is there and whole."), true);
            }

            yield return item;
            if (isLast) yield break;
        }
    }
}
