using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>Makes one record of two, in one transaction; and keeps the decision that two records are not the same.</summary>
public sealed partial class MergeRun
{
    private readonly string _root;
    private readonly string _kept;
    private readonly string _other;
    private readonly bool _isDryRun;
    private readonly DateTimeOffset _now;
    private readonly ContentTransaction? _change;

    private MergeRun(string root, string kept, string other, bool isDryRun, DateTimeOffset now, ContentTransaction? change)
    {
        _root = root;
        _kept = kept;
        _other = other;
        _isDryRun = isDryRun;
        _now = now;
        _change = change;
    }

    /// <summary>
    /// Merges a record into another. Nothing of a record that is not public comes into one that is public, or that becomes public at another moment: then the other waits
    /// (<see cref="MergeResult.Waits"/>).
    /// </summary>
    /// <param name="root">The content folder.</param>
    /// <param name="kept">Id of the record that stays.</param>
    /// <param name="other">Id of the one whose address will lead to it.</param>
    /// <param name="isDryRun">Whether to look only.</param>
    /// <param name="by">Who merges, for the log.</param>
    /// <param name="now">The moment it is now.</param>
    /// <exception cref="IOException">The content cannot be read or written, or is being changed (<see cref="ContentBusyException"/>). Nothing was changed.</exception>
    public static MergeReport Run(string root, string kept, string other, bool isDryRun, string by, DateTimeOffset now)
    {
        root = Path.GetFullPath(root);
        using var reading = isDryRun ? ContentReading.Begin(root) : null;
        using var change = isDryRun ? null : ContentTransaction.Begin(root);
        var report = new MergeRun(root, kept, other, isDryRun, now, change).Run();
        if (change is null || report.Result is not (MergeResult.Merged or MergeResult.Waits)) return report;
        ContentLog.Append(change, root, new()
        {
            At = now,
            By = by,
            What = "merge",
            Counts = new(StringComparer.Ordinal) { [report.Result == MergeResult.Merged ? "merged" : "waits"] = 1 },
            Records = new(StringComparer.Ordinal) { ["kept"] = [kept], [report.Result == MergeResult.Merged ? "merged" : "waits"] = [other] },
        });
        change.Commit();
        return report;
    }

    /// <summary>Keeps the decision that two records are not of the same practice, so that they are not offered again.</summary>
    /// <returns>Why it cannot be; <see langword="null"/> when it is done.</returns>
    /// <exception cref="IOException">As for <see cref="Run(string, string, string, bool, string, DateTimeOffset)"/>; also when the file of decisions cannot be read.</exception>
    public static string? Distinguish(string root, string first, string second, string by, DateTimeOffset now)
    {
        root = Path.GetFullPath(root);
        using var change = ContentTransaction.Begin(root);
        var content = new ContentReader(root).Read();
        if (first == second) return $"\"{first}\" is one record.";
        if (new[] { first, second }.Select(id => Unknown(content, id)).OfType<string>().FirstOrDefault() is { } unknown) return unknown;
        var path = Path.Combine(root, DistinctPairs.FileName);
        var before = File.Exists(path) ? File.ReadAllBytes(path) : null;
        var after = DistinctPairs.Parse(before).With(first, second).ToBytes();
        if (before is not null && before.AsSpan().SequenceEqual(after)) return null;
        change.Write(DistinctPairs.FileName, before, after);
        ContentLog.Append(change, root, new()
        {
            At = now,
            By = by,
            What = "distinct",
            Records = new(StringComparer.Ordinal) { ["distinct"] = [.. new[] { first, second }.Order(StringComparer.Ordinal)] },
        });
        change.Commit();
        return null;
    }

    private MergeReport Run()
    {
        if (_kept == _other) return Refused($"\"{_kept}\" is one record: name the other one, too.");
        var content = new ContentReader(_root).Read();
        var kept = content.Practices.FirstOrDefault(record => record.Id == _kept);
        if (kept is not null && kept.FormerIds.Contains(_other)) return Report(MergeResult.Done, $"\"{_other}\" has been merged into \"{_kept}\" already.");
        foreach (var id in new[] { _kept, _other })
        {
            if (Unreadable(content, id) is { } broken) return Refused(broken) with { IsOfContent = true };
            if (Unknown(content, id) is { } unknown) return Refused(unknown);
        }

        var other = content.Practices.First(record => record.Id == _other);
        if (kept!.Kind != other.Kind) return Refused($"\"{_kept}\" is a {Word(kept.Kind)} and \"{_other}\" a {Word(other.Kind)}: only records of one kind are the same.");
        if (kept.Kind == RecordKind.Award) return Refused("Awards are not merged: the recognitions of records name them. Rename one, and give it the other's id under \"formerly\".");
        if (kept.MergedInto is { } into) return Refused($"\"{_kept}\" is waiting to be merged into \"{into}\". Merge into that one.");
        if (other.MergedInto is { } elsewhere && elsewhere != _kept) return Refused($"\"{_other}\" is waiting to be merged into \"{elsewhere}\". Take \"merged-into\" out of {other.File} first.");
        if (DistinctPairs.Read(_root).Holds(kept, other)) return Refused($"Somebody has decided that \"{_kept}\" and \"{_other}\" are not the same. Take their line out of {DistinctPairs.FileName} first.");

        var isOtherPublic = IsPublic(other, _now);
        var isKeptPublic = IsPublic(kept, _now);
        if (isOtherPublic && !isKeptPublic) return Refused($"\"{_other}\" is public and \"{_kept}\" is not: its page would vanish. Merge the other way round.");
        return isOtherPublic || (!isKeptPublic && AppearTogether(kept, other)) ? Merge(kept, other, content.Vocabularies) : Wait(other, content.Vocabularies);
    }

    private MergeReport Wait(Practice other, VocabularySet vocabularies)
    {
        const string Until = "Nothing of it is seen before it is public; the next `practices index`, `watch` or `merge` after that makes one page of the two.";
        if (other.MergedInto is not null) return Report(MergeResult.Done, $"\"{_other}\" waits to be merged into \"{_kept}\" already. {Until}");
        var (text, bytes) = Read(other);
        if (text is null) return Refused(CannotBeParted(other)) with { IsOfContent = true };
        var after = text.With("merged-into", _kept).ToBytes();
        if (Wrong(other, after, vocabularies) is { } wrong) return Refused(wrong) with { IsOfContent = true };
        _change?.Write(other.File, bytes, after);
        return Report(MergeResult.Waits, $"\"{_other}\" waits to be merged into \"{_kept}\". {Until}");
    }

    private MergeReport Merge(Practice kept, Practice other, VocabularySet vocabularies)
    {
        if (other.Translations.Count > 0) return Refused($"\"{_other}\" has translations, which would be lost. Bring them to \"{_kept}\" by hand, and take them out of {other.File}.");
        var (keptText, keptBytes) = Read(kept);
        var (otherText, otherBytes) = Read(other);
        if (keptText is null) return Refused(CannotBeParted(kept)) with { IsOfContent = true };
        if (otherText is null) return Refused(CannotBeParted(other)) with { IsOfContent = true };
        if (SharedLabel(keptText.Story, otherText.Story) is { } label) return Refused($"Both stories define the link [{label}], differently. Give it another name in {other.File}.") with { IsOfContent = true };

        var pictures = Pictures(kept, other);
        var merge = RecordMerge.Of(keptText, otherText, kept, other, vocabularies, pictures.ToDictionary(picture => picture.From, picture => picture.To, StringComparer.Ordinal));
        var after = merge.Record.ToBytes();
        if (Wrong(kept, after, vocabularies) is { } wrong) return Refused(wrong) with { IsOfContent = true };
        foreach (var (from, to) in pictures)
        {
            var old = FileOf(other).NameOf(from);
            var bytes = File.ReadAllBytes(Path.Combine(_root, old));
            _change?.Write(FileOf(kept).NameOf(to), before: null, bytes);
            _change?.Delete(old, bytes);
        }

        _change?.Write(kept.File, keptBytes, after);
        _change?.Delete(other.File, otherBytes);
        MoveLedgers(RecognitionEntry.Of(otherText));
        return Report(MergeResult.Merged, $"\"{_other}\" is a part of \"{_kept}\"; its address leads there.") with { Taken = merge.Taken, Differences = merge.Differences };
    }

    // The next import of the other's submissions finds the record that has them now.
    private void MoveLedgers(JsonArray recognition)
    {
        var ledgers = new SortedDictionary<string, ImportLedger>(StringComparer.Ordinal);
        foreach (var entry in recognition)
        {
            var (award, cycle, externalId) = (RecognitionEntry.Part(entry, "award"), RecognitionEntry.Part(entry, "cycle"), RecognitionEntry.Part(entry, "external-id"));
            if (externalId.Length == 0) continue;
            var name = ImportLedger.FolderOf(award, cycle);
            if (!ledgers.TryGetValue(name, out var ledger)) ledgers[name] = ledger = ImportLedger.Read(_root, award, cycle);
            if (ledger.Entries.GetValueOrDefault(externalId) is { } last && last.Record == _other) ledger.Set(externalId, last with { Record = _kept });
        }

        foreach (var ledger in ledgers.Values.Where(ledger => ledger.Before is not null))
        {
            var bytes = ledger.ToBytes();
            if (!ledger.Before.AsSpan().SequenceEqual(bytes)) _change?.Write(ledger.Name, ledger.Before, bytes);
        }
    }

    // Names beside the kept file that are free; the other's id before one that is not.
    private List<(string From, string To)> Pictures(Practice kept, Practice other)
    {
        if (Path.GetDirectoryName(kept.File) == Path.GetDirectoryName(other.File)) return [];
        var moves = new List<(string From, string To)>();
        foreach (var picture in other.Media.Select(item => item.Picture).OfType<Picture>().DistinctBy(picture => picture.File))
        {
            // A smaller size is known by the whole picture's name.
            List<string> files = [picture.File, .. picture.Variants.Select(variant => variant.File)];
            var to = files;
            for (var n = 1; to.Exists(name => File.Exists(Path.Combine(_root, FileOf(kept).NameOf(name)))); n++)
                to = files.ConvertAll(from => $"{_other}-{(n == 1 ? "" : $"{n}-")}{from.Replace('/', '-')}");
            moves.AddRange(files.Zip(to));
        }

        return moves;
    }

    /// <summary>Whether everybody sees a record.</summary>
    internal static bool IsPublic(Practice record, DateTimeOffset now) => record.Status == PublicationStatus.Published && !(record.PublishAt > now);

    // Both wait for the same: then nothing of one is seen before the other may be.
    private bool AppearTogether(Practice a, Practice b) =>
        a.Status == b.Status && a.PublishAt == b.PublishAt && Awaited(a).SetEquals(Awaited(b));

    private HashSet<(string Award, string? Cycle, DateTimeOffset? From)> Awaited(Practice record) =>
        [.. record.Recognition.Where(recognition => !recognition.IsPublic(_now)).Select(recognition => (recognition.Award, recognition.Cycle, recognition.VisibleFrom))];

    private static string? Unknown(ContentSet content, string id)
    {
        if (content.Practices.Any(record => record.Id == id)) return null;
        if (content.Practices.FirstOrDefault(record => record.FormerIds.Contains(id)) is { } now) return $"The record \"{id}\" is called \"{now.Id}\" now. Write that.";
        return $"There is no record \"{id}\". {(Suggestions.Closest(id, content.Practices.Select(record => record.Id)) is { } near ? $"Did you mean \"{near}\"?" : "`practices search` finds ids.")}";
    }

    private static string? Unreadable(ContentSet content, string id)
    {
        if (content.RefusedFiles.FirstOrDefault(file => ContentFile.Of("", file).Id == id) is not { } broken) return null;
        var problem = content.Diagnostics.FirstOrDefault(one => one.File == broken && one.Severity == Severity.Error);
        return problem.File is null ? $"{broken} cannot be read. `practices check` says why." : problem.ToString();
    }

    private (RecordText? Text, byte[] Bytes) Read(Practice record)
    {
        var bytes = File.ReadAllBytes(Path.Combine(_root, record.File));
        return (RecordText.Read(bytes, new(record.File)), bytes);
    }

    // What the site would refuse must not be written.
    private string? Wrong(Practice record, byte[] after, VocabularySet vocabularies) =>
        PracticeValidator.Read(FileOf(record), after, vocabularies).Context.Problems.All.FirstOrDefault(problem => problem.Severity == Severity.Error) is { Rule: not null } problem
            ? $"As one record: {problem}"
            : null;

    private ContentFile FileOf(Practice record) => ContentFile.Of(Path.Combine(_root, record.File), record.File);

    private static string? SharedLabel(string a, string b)
    {
        var defined = Definition().Matches(a).GroupBy(one => one.Groups["label"].Value, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First().Groups["url"].Value, StringComparer.OrdinalIgnoreCase);
        return Definition().Matches(b).FirstOrDefault(one => defined.TryGetValue(one.Groups["label"].Value, out var url) && url != one.Groups["url"].Value)?.Groups["label"].Value;
    }

    private static string CannotBeParted(Practice record) => $"{record.File}:1:1: error: The keys do not each begin a line. Write them one below the other.";

    private static string Word(RecordKind kind) => RecordFields.Kinds[(int)kind];

    private MergeReport Refused(string why) => Report(MergeResult.Refused, why);

    private MergeReport Report(MergeResult result, string message) => new(_kept, _other, result, _isDryRun, message, [], []);

    [GeneratedRegex(@"^ {0,3}\[(?<label>[^\]\r\n]+)\]:[ \t]*(?<url>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Definition();
}
