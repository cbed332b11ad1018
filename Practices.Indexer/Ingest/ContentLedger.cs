using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest.Pictures;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Ingest;

/// <summary>
/// What a content folder holds, kept up to date: a changed file is read and judged with those that its change concerns, and what comes out is what reading all anew would give.
/// Of unchanged records the facts are kept and the text is not. Not safe for several threads.
/// </summary>
/// <remarks>
/// A folder without any of the folders of kinds is read all the same: every Markdown file below it as a record, so that foreign collections can be checked.
/// <c>README.md</c> is never a record, and neither is a translation, which is named <c>title.es.md</c> or by a record's <c>translations</c>.
/// </remarks>
/// <param name="root">The content folder, which holds <c>vocabularies</c>, <c>practices</c>, <c>submissions</c>, <c>learning</c>, <c>networks</c> and <c>awards</c>.</param>
/// <param name="mostAtHand">How many records' texts are kept when they are read; the others are read again when they are wanted.</param>
internal sealed class ContentLedger(string root, int mostAtHand)
{
    private readonly VocabularyShelf _shelf = new();
    private readonly RecordGraph _graph = new();
    private readonly Dictionary<string, FileBeside> _beside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Practice> _whole = new(StringComparer.Ordinal);
    private List<(string Name, UInt128 Digest)> _vocabularyFiles = [];
    private DiagnosticBag _problems = new();
    private List<string> _unreadable = [];
    private UInt128 _sum;
    private bool _hasKindFolders;
    private bool _areOtherWords;

    // Whether a path that is named says all: not before everything was listed, nor where a file can have two names.
    private bool _canFollowNames;

    /// <summary>The folder's full path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Its vocabularies.</summary>
    public VocabularySet Vocabularies => _shelf.Set;

    /// <summary>The valid records by id.</summary>
    public IReadOnlyDictionary<string, KnownFile> Records => _graph.Good;

    /// <summary>The valid records of awards, in ordinal order of ids.</summary>
    public IEnumerable<Practice> Awards => _graph.Awards.Select(id => _graph.Good[id].Facts!.Award!);

    /// <summary>Every problem, in order of file, line and column.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. _problems.All.Concat(_graph.Problems).OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>Files that gave no record because of an error.</summary>
    public IReadOnlySet<string> Refused => _graph.Refused;

    /// <summary>Folders that cannot be listed, each with a <c>/</c> at its end: what they hold is unknown.</summary>
    public IEnumerable<string> UnreadableFolders => _unreadable.Where(name => name.EndsWith('/'));

    /// <summary>Vocabularies that records need and that cannot be had, by name.</summary>
    public ImmutableArray<string> MissingVocabularies => _hasKindFolders ? _shelf.Missing : [];

    /// <summary>How many content files there are.</summary>
    public int FileCount => _vocabularyFiles.Count + _graph.Files.Count;

    /// <summary>The sum of the digests of the names and bytes of every file, in hexadecimal: equal content, equal fingerprint.</summary>
    public string Fingerprint => $"{_sum:X32}";

    /// <summary>The files that gave no record and whose last good version may stay, as they do not say themselves that it is not public.</summary>
    public bool Keeps(string file) =>
        (_graph.Refused.Contains(file) && !_graph.Files[file].IsTakenDown) || UnreadableFolders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The record that a former id leads to; <see langword="null"/> when it leads nowhere.</summary>
    public string? OwnerOf(string formerId) => _graph.OwnerOf(formerId);

    /// <summary>The ids of records that name an id.</summary>
    public IEnumerable<string> Naming(string id) => _graph.Naming(id);

    /// <summary>Looks at every file, and reads those that do not look as they did.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the message says what to do.</exception>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public ContentChange Refresh()
    {
        CheckFolder();
        _canFollowNames = false;
        var problems = new DiagnosticBag();
        var unreadable = new List<string>();
        var listed = ContentFolder.List(Root, "", problems, unreadable, out var hasLinks);
        _hasKindFolders = HasKindFolders(listed);
        ReadVocabularies(listed, problems, unreadable);
        (_problems, _unreadable) = (problems, unreadable);
        var areOtherWords = _areOtherWords;

        var records = listed.Where(file => IsRecord(file.Name)).ToList();
        var gone = _graph.Files.Keys.Except(records.Select(file => file.Name), StringComparer.Ordinal).Select(name => (name, (KnownFile?)null));
        var beside = listed.Where(file => !IsRecord(file.Name) && FileBeside.Counts(file.Name)).ToList();
        var stale = Needing([.. Forget(_beside.Keys.Except(beside.Select(file => file.Name), StringComparer.Ordinal).ToList()), .. LookBeside(beside)]);
        List<(string Name, KnownFile? Now)> changes = [.. gone, .. ReadChanged(records.Where(file => stale.Contains(file.Name) || !IsAsKnown(file)), stale)];
        var ids = Apply(changes, [.. _graph.FilesNeeded]);
        Sum();
        _canFollowNames = _hasKindFolders && !hasLinks && unreadable.Count == 0;
        _areOtherWords = false;
        return new(areOtherWords, ids);
    }

    /// <summary>Looks at some files, and at no others unless what is named tells too little.</summary>
    /// <param name="named">Paths from the content folder, with <c>/</c>, of files and folders that came, went or changed.</param>
    /// <exception cref="IOException">As for <see cref="Refresh()"/>.</exception>
    public ContentChange Refresh(IReadOnlyCollection<string> named)
    {
        if (!_canFollowNames || named.Any(name => name.Split('/')[0] == "vocabularies") || Look(named) is not { } seen) return Refresh();
        var beside = seen.Where(file => !IsRecord(file.Key) && FileBeside.Counts(file.Key)).ToList();
        var stale = Needing([.. Forget(beside.Where(file => file.Value is null).Select(file => file.Key)), .. LookBeside(beside.Select(file => file.Value).OfType<ListedFile>())]);
        foreach (var name in stale) seen.TryAdd(name, new(name, FileStamp.Of(new(Path.Combine(Root, name)))));
        var records = seen.Where(file => IsRecord(file.Key)).ToList();
        var gone = records.Where(file => file.Value is null && _graph.Files.ContainsKey(file.Key)).Select(file => (file.Key, (KnownFile?)null));
        List<(string Name, KnownFile? Now)> changes = [.. gone, .. ReadChanged(records.Where(file => file.Value is not null).Select(file => file.Value!.Value), stale)];

        foreach (var (name, now) in changes)
        {
            if (_graph.Files.TryGetValue(name, out var before)) _sum -= before.Digest;
            _sum += now?.Digest ?? 0;
        }

        var ids = Apply(changes, seen.Keys);

        // Without a record left, it may be a folder of another make now.
        return _graph.Files.Count > 0 ? new(false, ids) : Refresh();
    }

    /// <summary>Lists the folder and reads every file's bytes, but parses no record: enough to know whether an index is of this content.</summary>
    /// <exception cref="IOException">As for <see cref="Refresh()"/>.</exception>
    public string Peek()
    {
        CheckFolder();
        var problems = new DiagnosticBag();
        var unreadable = new List<string>();
        var listed = ContentFolder.List(Root, "", problems, unreadable, out _);
        _hasKindFolders = HasKindFolders(listed);
        ReadVocabularies(listed, problems, unreadable);
        var sums = new UInt128[listed.Count];
        Parallel.For(0, sums.Length, i => sums[i] = IsRecord(listed[i].Name) ? DigestOf(listed[i].Name) : FileBeside.Counts(listed[i].Name) ? FileBeside.DigestOf(Root, listed[i].Name) : 0);
        return $"{sums.Concat(_vocabularyFiles.Select(file => file.Digest)).Aggregate(UInt128.Zero, (sum, digest) => sum + digest):X32}";
    }

    /// <summary>Reads the text of records again, where it is not at hand.</summary>
    /// <param name="ids">Ids of valid records.</param>
    /// <returns>The files that are not what they were when they were last looked at: <see cref="Refresh(IReadOnlyCollection{string})"/> has to look again.</returns>
    public IReadOnlyCollection<string> Load(IEnumerable<string> ids)
    {
        var wanted = ids.Select(id => _graph.Good[id]).Where(file => !_whole.ContainsKey(file.File.Name)).ToList();
        foreach (var (file, now, practice) in wanted.AsParallel().Select(file => (file, Read(new(file.File.Name, file.Stamp), isAnew: true, out var read), read)).ToList())
        {
            if (now.Digest == file.Digest && practice is not null) _whole[file.File.Name] = practice;
        }

        return [.. wanted.Select(file => file.File.Name).Where(name => !_whole.ContainsKey(name))];
    }

    /// <summary>A record with the references that hold.</summary>
    /// <param name="id">The id of a valid record that is at hand, see <see cref="Load"/>.</param>
    public Practice Record(string id) => CrossReferences.Resolve(_graph.Good[id], _whole[_graph.Good[id].File.Name], _graph);

    /// <summary>Lets the texts of records go.</summary>
    public void LetGo(IEnumerable<string> ids)
    {
        foreach (var id in ids)
            if (_graph.Good.TryGetValue(id, out var file)) _whole.Remove(file.File.Name);
    }

    private void CheckFolder()
    {
        if (!Directory.Exists(Root))
            throw new DirectoryNotFoundException($"There is no content folder \"{Root}\". Name one with --content, or in the environment variable {ContentFolder.Variable}.");
    }

    private IReadOnlySet<string> Apply(List<(string Name, KnownFile? Now)> changes, IEnumerable<string> beside)
    {
        foreach (var (name, now) in changes)
            if (now is null) _whole.Remove(name);
        return _graph.Apply(changes, beside);
    }

    private void Sum()
    {
        _sum = 0;
        foreach (var (_, digest) in _vocabularyFiles) _sum += digest;
        foreach (var file in _graph.Files.Values) _sum += file.Digest;
        foreach (var file in _beside.Values) _sum += file.Digest;
    }

    private static bool HasKindFolders(IReadOnlyList<ListedFile> files) =>
        files.Any(file => ContentFile.Folders.Any(kind => file.Name.StartsWith(kind.Folder + "/", StringComparison.Ordinal)));

    private bool IsRecord(string name)
    {
        if (!name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return false;
        var file = name[(name.LastIndexOf('/') + 1)..];
        if (file.Equals("README.md", StringComparison.OrdinalIgnoreCase)) return false;
        if (!_hasKindFolders) return true;
        return ContentFile.Folders.Any(kind => name.StartsWith(kind.Folder + "/", StringComparison.Ordinal)) && !IsTranslation(file);
    }

    // title.es.md
    private static bool IsTranslation(string file) => file.Length > 6 && file[^6] == '.' && char.IsAsciiLetterLower(file[^5]) && char.IsAsciiLetterLower(file[^4]);

    // Forgets files beside records, and gives out the names of those that were known.
    private List<string> Forget(IEnumerable<string> names)
    {
        var forgotten = new List<string>();
        foreach (var name in names)
        {
            if (!_beside.Remove(name, out var before)) continue;
            _sum -= before.Digest;
            forgotten.Add(name);
        }

        return forgotten;
    }

    // Looks at files beside records, and gives out the names of those that are not as they were.
    private List<string> LookBeside(IEnumerable<ListedFile> files)
    {
        var changed = new List<string>();
        foreach (var (name, now) in files.Where(file => !(_beside.TryGetValue(file.Name, out var known) && known.Is(file))).AsParallel().Select(file => (file.Name, FileBeside.Read(Root, file))).ToList())
        {
            var before = _beside.TryGetValue(name, out var known) ? known.Digest : (UInt128?)null;
            _beside[name] = now;
            if (before == now.Digest) continue;
            _sum += now.Digest - (before ?? 0);
            changed.Add(name);
        }

        return changed;
    }

    // The records whose pictures may be others.
    private HashSet<string> Needing(IReadOnlyCollection<string> beside) =>
        beside.SelectMany(name => PictureChecker.WholeOf(name) is { } whole ? [name, whole] : (string[])[name]).SelectMany(_graph.Needing).ToHashSet(StringComparer.Ordinal);

    // What is at the named paths now; null where they do not say enough.
    private Dictionary<string, ListedFile?>? Look(IEnumerable<string> named)
    {
        var seen = new Dictionary<string, ListedFile?>(StringComparer.Ordinal);
        foreach (var name in named.Where(name => !name.Split('/').Any(part => part.Length == 0 || part[0] == '.')))
        {
            var file = new FileInfo(Path.Combine(Root, name));
            if (Directory.Exists(file.FullName))
            {
                var unreadable = new List<string>();
                var below = ContentFolder.List(Root, name + "/", new(), unreadable, out var hasLinks);
                if (hasLinks || unreadable.Count > 0) return null;
                foreach (var known in Known(name + "/").Except(below.Select(one => one.Name), StringComparer.Ordinal)) seen[known] = null;
                foreach (var one in below.Where(one => !IsAsKnown(one))) seen[one.Name] = one;
            }
            else
            {
                seen[name] = file.Exists || file.LinkTarget is not null ? new(name, FileStamp.Of(file)) : null;
                if (_graph.Files.ContainsKey(name) || _beside.ContainsKey(name)) continue;

                // It may have been a folder.
                foreach (var known in Known(name + "/")) seen[known] = null;
            }
        }

        return seen;
    }

    private bool IsAsKnown(ListedFile file) => _graph.Files.TryGetValue(file.Name, out var known) && known.Is(file);

    private List<string> Known(string folder) => [.. _graph.Files.Keys.Concat(_beside.Keys).Where(name => name.StartsWith(folder, StringComparison.Ordinal))];

    private void ReadVocabularies(IReadOnlyList<ListedFile> listed, DiagnosticBag problems, List<string> unreadable)
    {
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (var (name, _) in listed)
        {
            if (!name.StartsWith("vocabularies/", StringComparison.Ordinal) || !(name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal))) continue;
            var found = new FileDiagnostics(name);
            if (ContentBytes.Read(Path.Combine(Root, name), YamlLimits.Vocabulary.MaxLength, found, out _) is { } bytes) files.Add((name, bytes));
            else unreadable.Add(name);
            foreach (var problem in found.All) problems.Add(problem);
        }

        _vocabularyFiles = [.. files.Select(file => (file.Name, ContentBytes.Digest(file.Name, file.Bytes)))];
        if (!_shelf.Refresh(files, unreadable, _hasKindFolders, problems)) return;
        _graph.Clear();
        _whole.Clear();
        _areOtherWords = true;
    }

    private List<(string Name, KnownFile? Now)> ReadChanged(IEnumerable<ListedFile> files, HashSet<string> stale)
    {
        var atHand = _whole.Count;
        var read = files.ToArray().AsParallel().AsOrdered()
            .Select(listed => (File: Read(listed, isAnew: stale.Contains(listed.Name), out var practice), Practice: Interlocked.Increment(ref atHand) <= mostAtHand ? practice : null)).ToList();
        foreach (var (file, practice) in read)
        {
            if (practice is null) _whole.Remove(file.File.Name);
            else _whole[file.File.Name] = practice;
        }

        return [.. read.Select(one => (one.File.File.Name, (KnownFile?)one.File))];
    }

    private UInt128 DigestOf(string name) =>
        ContentBytes.Read(Path.Combine(Root, name), ContentReader.MaxFileBytes, new(name), out var length) is { } bytes ? ContentBytes.Digest(name, bytes) : ContentBytes.DigestOfUnread(name, length);

    private KnownFile Read(ListedFile listed, bool isAnew, out Practice? practice)
    {
        practice = null;
        var readAt = DateTime.UtcNow;
        var file = ContentFile.Of(Path.Combine(Root, listed.Name), listed.Name);
        var found = new FileDiagnostics(file.Name);
        if (ContentBytes.Read(file.Path, ContentReader.MaxFileBytes, found, out var length) is not { } bytes)
            return KnownFile.Of(new(file, null, new(_shelf.Set, found)), ContentBytes.DigestOfUnread(file.Name, length), null, readAt);

        // The same bytes under the same vocabularies, beside the same pictures, say the same.
        var digest = ContentBytes.Digest(file.Name, bytes);
        if (!isAnew && _graph.Files.TryGetValue(file.Name, out var before) && before.Digest == digest)
        {
            practice = _whole.GetValueOrDefault(file.Name);
            return before with { Stamp = listed.Stamp, ReadAt = readAt };
        }

        try
        {
            var reading = PracticeValidator.Read(file, bytes, _shelf.Set);
            practice = reading.Practice;
            return KnownFile.Of(reading, digest, listed.Stamp, readAt);
        }
#pragma warning disable CA1031 // Whatever goes wrong in reading one record must not take the others away: it is told, with the file's name.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            found.Error("internal-error", Position.Start, $"This program failed to read the file ({bug.GetType().Name}: {bug.Message}). Please report it, with the file.");
            return KnownFile.Of(new(file, null, new(_shelf.Set, found)), digest, listed.Stamp, readAt);
        }
    }
}
