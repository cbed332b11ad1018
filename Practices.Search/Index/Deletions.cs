using System.Collections.Immutable;
using System.Globalization;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// Which documents of a segment are no longer there (its tombstones), and what they take away from its statistics, so that a score is what it would be had they never been:
/// how many of the deleted documents hold each term, and the words of their fields.
/// </summary>
internal sealed class Deletions : IDisposable
{
    /// <summary>The ending of the file.</summary>
    public const string Extension = ".deleted";

    private const int Live = 1;
    private const int Terms = 2;
    private const int TermCounts = 3;
    private const int FieldTotals = 4;

    private readonly SectionFile _file;
    private readonly Column<int> _terms;
    private readonly Column<int> _termCounts;
    private readonly Column<long> _fieldTotals;

    private Deletions(SectionFile file, int documents)
    {
        _file = file;
        LiveDocs = new(documents);
        LiveDocs.Or(0, file.Column<ulong>(Live).Span);
        _terms = file.Column<int>(Terms);
        _termCounts = file.Column<int>(TermCounts);
        _fieldTotals = file.Column<long>(FieldTotals);
    }

    /// <summary>The documents that are still there.</summary>
    public DocSet LiveDocs { get; }

    /// <summary>The words of the deleted documents, field by field.</summary>
    public ReadOnlySpan<long> Totals => _fieldTotals.Span;

    /// <summary>How many deleted documents hold a term.</summary>
    public int DocumentCount(int term)
    {
        var at = _terms.Span.BinarySearch(term);
        return at < 0 ? 0 : _termCounts[at];
    }

    /// <summary>The name of the file.</summary>
    public static string NameOf(string segment, int generation) => string.Create(CultureInfo.InvariantCulture, $"{segment}-{generation}{Extension}");

    /// <summary>Opens and verifies the file of a segment's deletions.</summary>
    public static Deletions Open(string folder, FileEntry entry, int documents)
    {
        var file = SectionFile.Open(folder, entry, verify: true);
        try
        {
            return new(file, documents);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes the deletions of a segment.</summary>
    /// <param name="files">The file operations.</param>
    /// <param name="folder">The index folder.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="before">What was deleted already.</param>
    /// <param name="live">The documents that are still there.</param>
    /// <param name="generation">The number of the file.</param>
    public static FileEntry Write(IFileOperations files, string folder, Segment segment, Deletions? before, DocSet live, int generation)
    {
        // What a document's texts were made into is found by reading them once more: its postings lie scattered among all others'.
        var counts = new SortedDictionary<int, int>();
        var totals = new long[segment.Lengths.Totals.Length];
        if (before is not null)
        {
            before.Totals.CopyTo(totals);
            for (var i = 0; i < before._terms.Count; i++) counts.Add(before._terms[i], before._termCounts[i]);
        }

        for (var doc = 0; doc < segment.Documents; doc++)
        {
            if (live.Contains(doc) || before?.LiveDocs.Contains(doc) is false) continue;
            for (var field = 0; field < totals.Length; field++) totals[field] += segment.Lengths.Of(doc, field);
            foreach (var term in TermsOf(segment, doc)) counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        using var writer = new SectionWriter(files, folder, NameOf(segment.Entry.Name, generation));
        writer.Section(Live, live.Words);
        writer.Section<int>(Terms, counts.Keys.ToArray());
        writer.Section<int>(TermCounts, counts.Values.ToArray());
        writer.Section<long>(FieldTotals, totals);
        return writer.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static ImmutableHashSet<int> TermsOf(Segment segment, int doc)
    {
        var terms = ImmutableHashSet.CreateBuilder<int>();
        var analyzer = Analysis.Analyzers.For(segment.LanguageOf(doc));
        foreach (var (_, text) in FieldTexts.Read(segment.Texts.Of(doc)))
        {
            foreach (var token in analyzer.Analyze(text)) terms.Add(segment.Terms.Find(token.Term));
        }

        return terms.ToImmutable();
    }
}
