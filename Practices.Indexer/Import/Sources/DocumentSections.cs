using System.Text.RegularExpressions;

namespace Practices.Indexer.Import.Sources;

/// <summary>
/// Divides a document into submissions and each into fields. A submission's own heading is the field <c>heading</c>, what follows it <c>text</c>; every further heading is a field of
/// what follows, and every label a field of its value. Short lines right before a submission's heading, such as a place printed above a title, are its fields <c>before</c>.
/// </summary>
internal static class DocumentSections
{
    private const int MaxLeadIn = 5;
    private const int MaxLeadInLength = 80;
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(200);

    /// <summary>The submissions of a document, numbered from 1.</summary>
    public static IEnumerable<SourceItem> Read(SourceFile file, IReadOnlyList<DocumentBlock> blocks, string? pattern)
    {
        var counter = new SourceCounter();
        if (pattern is null)
        {
            var whole = new RowBuilder(file, null, 1, counter);
            AddFields(whole, blocks);
            var items = whole.Build().ToList();
            return items.Count > 0 ? items : [file.Error("no-rows", "The document holds no text. Look whether this is the right file.")];
        }

        return Divided(file, blocks, Beginnings(blocks, pattern), counter);
    }

    /// <summary>Adds the fields of a stretch of a document.</summary>
    public static void AddFields(RowBuilder row, IEnumerable<DocumentBlock> blocks)
    {
        string? first = null;
        var heading = "text";
        var below = new List<DocumentBlock>();
        foreach (var block in blocks)
        {
            if (block.Level > 0 && block.Text.Length > 0)
            {
                Flush();
                if (first is null) row.Add("heading", first = block.Text, "heading");
                else heading = block.Text;
            }
            else if (block.Label is { } label)
            {
                AddValue(row, label, [block]);
            }
            else
            {
                below.Add(block);
            }
        }

        Flush();

        void Flush()
        {
            AddValue(row, heading, below);
            below.Clear();
        }
    }

    private static void AddValue(RowBuilder row, string heading, List<DocumentBlock> blocks)
    {
        if (blocks is [{ IsPlain: true } only]) row.Add(heading, only.Text, heading);
        else if (blocks.Count > 0) row.AddHtml(heading, string.Concat(blocks.Select(block => block.Html)), heading);
    }

    private static List<int> Beginnings(IReadOnlyList<DocumentBlock> blocks, string pattern)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, PatternTime);
            return [.. Enumerable.Range(0, blocks.Count).Where(i => blocks[i].Level > 0 && regex.IsMatch($"{new string('#', blocks[i].Level)} {blocks[i].Text}"))];
        }
        catch (RegexMatchTimeoutException)
        {
            throw new SourceException("item-pattern", "The mapping's pattern of headings takes too long to try. Write it without repetitions inside of repetitions.");
        }
        catch (ArgumentException e)
        {
            throw new SourceException("item-pattern", $"The mapping's pattern of headings is no regular expression. ({e.Message}) Correct it.");
        }
    }

    private static IEnumerable<SourceItem> Divided(SourceFile file, IReadOnlyList<DocumentBlock> blocks, List<int> beginnings, SourceCounter counter)
    {
        if (beginnings.Count == 0) throw new SourceException("item-missing", "No heading of the document is one that the mapping's pattern describes. Correct the pattern; it sees headings as \"# Title\", \"## Title\".");
        var outside = new List<int>();
        var after = 0;
        for (var i = 0; i < beginnings.Count; i++)
        {
            var start = beginnings[i];
            var leadIn = start;
            while (leadIn > after && start - leadIn < MaxLeadIn && IsLeadIn(blocks[leadIn - 1], blocks[start].Level)) leadIn--;
            outside.AddRange(Enumerable.Range(after, leadIn - after));

            // A submission ends at a heading of its level or above, and before the short lines that lead in the next.
            var limit = i + 1 < beginnings.Count ? beginnings[i + 1] : blocks.Count;
            var end = start + 1;
            while (end < limit && (blocks[end].Level == 0 || blocks[end].Level > blocks[start].Level)) end++;
            if (end == limit && limit < blocks.Count)
            {
                while (end > start + 1 && limit - end < MaxLeadIn && IsLeadIn(blocks[end - 1], blocks[limit].Level)) end--;
            }

            var row = new RowBuilder(file, null, i + 1, counter);
            AddFields(row, Enumerable.Range(start, end - start).Select(at => blocks[at]));
            for (var at = leadIn; at < start; at++) row.Add("before", blocks[at].Text, "before");
            foreach (var item in row.Build()) yield return item;
            after = end;
        }

        outside.AddRange(Enumerable.Range(after, blocks.Count - after));
        if (outside.Count > 0)
        {
            yield return file.Warning("outside-items", $"{outside.Count} headings and paragraphs belong to no submission and were left out. Correct the mapping's pattern of headings if they should.", value: blocks[outside[0]].Text);
        }
    }

    private static bool IsLeadIn(DocumentBlock block, int level) =>
        block.Label is null && block.IsPlain && block.Text.Length is > 0 and <= MaxLeadInLength && (block.Level == 0 || block.Level >= level) && block.Text[^1] is not ('.' or '!' or '?' or ';' or ':');
}
