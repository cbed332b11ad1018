using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>
/// The record files of a content folder and what they say of each other: which id is whose, which files are missing, which references lead nowhere.
/// A changed file is judged again together with those that its change can concern, and no others; what comes out is what judging all anew would give.
/// </summary>
internal sealed class RecordGraph
{
    private readonly Dictionary<string, KnownFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownFile>> _sharing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownFile> _good = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _awards = new(StringComparer.Ordinal);
    private readonly Relation _formerly = new();
    private readonly Relation _naming = new();
    private readonly Relation _needing = new();
    private readonly Relation _translating = new();
    private readonly Dictionary<string, ImmutableArray<string>> _dangling = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withoutAward = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ImmutableArray<Diagnostic>> _problems = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _refused = new(StringComparer.Ordinal);
    private string[]? _namedInOrder;

    /// <summary>The files by name, translations among them.</summary>
    public IReadOnlyDictionary<string, KnownFile> Files => _files;

    /// <summary>The valid records by id.</summary>
    public IReadOnlyDictionary<string, KnownFile> Good => _good;

    /// <summary>The ids that there are, those of refused records too.</summary>
    public IReadOnlySet<string> Named => _named;

    /// <summary>The same in ordinal order.</summary>
    public IReadOnlyList<string> NamedInOrder => _namedInOrder ??= [.. _named.Order(StringComparer.Ordinal)];

    /// <summary>The ids of the valid records of awards, in ordinal order.</summary>
    public IReadOnlyCollection<string> Awards => _awards;

    /// <summary>The problems of the files, in order of their names.</summary>
    public IEnumerable<Diagnostic> Problems => _problems.Values.SelectMany(problems => problems);

    /// <summary>The names of the files that gave no record because of an error, in ordinal order.</summary>
    public IReadOnlySet<string> Refused => _refused;

    /// <summary>The ids whose records name an id.</summary>
    public IEnumerable<string> Naming(string id) => _naming[id].Select(name => _files[name].File.Id);

    /// <summary>The record that a former id leads to: of several that claim it the first in order of files.</summary>
    public string? OwnerOf(string formerId) =>
        _formerly[formerId].Min(StringComparer.Ordinal) is { } first ? _files[first].File.Id : null;

    /// <summary>Whether an id is that of a valid record.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out RecordFacts? facts) => (facts = _good.GetValueOrDefault(id)?.Facts) is not null;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _files.Clear();
        _sharing.Clear();
        _good.Clear();
        _named.Clear();
        _namedInOrder = null;
        _awards.Clear();
        _formerly.Clear();
        _naming.Clear();
        _needing.Clear();
        _translating.Clear();
        _dangling.Clear();
        _withoutAward.Clear();
        _problems.Clear();
        _refused.Clear();
    }

    /// <summary>Every file that names another beside it, since that one may have come or gone.</summary>
    public IEnumerable<string> FilesNeeded => _needing.Keys;

    /// <summary>The record files that name a file beside them.</summary>
    public IEnumerable<string> Needing(string beside) => _needing[beside];

    /// <summary>Takes in what became of files.</summary>
    /// <param name="changes">The names of record files with what they are now; <see langword="null"/> for those that are gone.</param>
    /// <param name="beside">Names of files of any kind that may have come or gone.</param>
    /// <returns>The ids of all records that may be others than before, or gone.</returns>
    public IReadOnlySet<string> Apply(IReadOnlyCollection<(string Name, KnownFile? Now)> changes, IEnumerable<string> beside)
    {
        var files = beside.SelectMany(name => _needing[name]).ToHashSet(StringComparer.Ordinal);
        var translations = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, now) in changes)
        {
            if (_files.Remove(name, out var before)) Unlink(before, translations);
            if (now is not null) Link(now, translations);
            files.Add(name);
            if ((before ?? now) is { } either) ids.Add(either.File.Id);
        }

        // What is named as a translation is no record, and is one again when it is not.
        files.UnionWith(translations);
        foreach (var name in files)
            if (_files.TryGetValue(name, out var file)) ids.Add(file.File.Id);

        var others = Settle(ids, files);
        files.UnionWith(others);
        foreach (var name in files)
        {
            Judge(name);
            if (_files.TryGetValue(name, out var file)) ids.Add(file.File.Id);
        }

        return ids;
    }

    // Decides who has each id now, and finds the files that speak of an id that has changed hands.
    private HashSet<string> Settle(IEnumerable<string> ids, HashSet<string> files)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var comings = new List<string>();
        var areOtherAwards = false;
        foreach (var id in ids)
        {
            var claims = ClaimsOf(id);
            files.UnionWith(claims.Select(claim => claim.File.Name));
            if (claims.Count > 0 ? _named.Add(id) : _named.Remove(id)) comings.Add(id);
            var before = _good.GetValueOrDefault(id);
            var now = claims is [{ Facts: not null } only] && MissingFiles(only).Count == 0 ? only : null;
            if (now is null) _good.Remove(id);
            else _good[id] = now;

            if (before?.Facts?.Award is not null || now?.Facts?.Award is not null || before is null != now is null) touched.Add(id);
            if (now?.Facts?.Award is not null ? _awards.Add(id) : _awards.Remove(id)) areOtherAwards = true;
            foreach (var former in before?.Facts?.FormerIds ?? [])
            {
                _formerly.Remove(former, before!.File.Name);
                touched.Add(former);
            }

            foreach (var former in now?.Facts?.FormerIds ?? [])
            {
                _formerly.Add(former, now!.File.Name);
                touched.Add(former);
            }
        }

        if (comings.Count > 0) _namedInOrder = null;
        touched.UnionWith(comings);
        var others = touched.SelectMany(id => _naming[id]).ToHashSet(StringComparer.Ordinal);
        if (areOtherAwards) others.UnionWith(_withoutAward);

        // "Did you mean" can only change for a word that the id is near to.
        foreach (var (name, words) in comings.Count > 0 ? _dangling : [])
            if (words.Any(word => Suggestions.Closest(word, comings) is not null)) others.Add(name);
        return others;
    }

    private List<KnownFile> ClaimsOf(string id) =>
        _sharing.TryGetValue(id, out var sharing) ? [.. sharing.Where(file => !IsTranslation(file.File.Name)).OrderBy(file => file.File.Name, StringComparer.Ordinal)] : [];

    private bool IsTranslation(string name) => _translating[name].Count > 0;

    private void Link(KnownFile file, HashSet<string> translations)
    {
        var name = file.File.Name;
        _files.Add(name, file);
        if (!_sharing.TryGetValue(file.File.Id, out var sharing)) _sharing.Add(file.File.Id, sharing = []);
        sharing.Add(file);
        foreach (var id in file.Names) _naming.Add(id, name);
        foreach (var needed in file.Files) _needing.Add(file.File.NameOf(needed.Name), name);
        foreach (var translation in file.Translations)
            if (_translating.Add(translation, name)) translations.Add(translation);
    }

    private void Unlink(KnownFile file, HashSet<string> translations)
    {
        var name = file.File.Name;
        var sharing = _sharing[file.File.Id];
        sharing.Remove(file);
        if (sharing.Count == 0) _sharing.Remove(file.File.Id);
        foreach (var id in file.Names) _naming.Remove(id, name);
        foreach (var needed in file.Files) _needing.Remove(file.File.NameOf(needed.Name), name);
        foreach (var translation in file.Translations)
            if (_translating.Remove(translation, name)) translations.Add(translation);
    }

    private void Judge(string name)
    {
        _problems.Remove(name);
        _refused.Remove(name);
        _dangling.Remove(name);
        _withoutAward.Remove(name);
        if (!_files.TryGetValue(name, out var file) || IsTranslation(name)) return;

        var found = file.Problems.ToList();
        foreach (var missing in MissingFiles(file))
            found.Add(new(Severity.Error, "missing-file", name, missing.At.Line, missing.At.Column, $"There is no {missing.What} \"{file.File.NameOf(missing.Name)}\". Put the file there, or mend the name."));
        if (ClaimsOf(file.File.Id) is { Count: > 1 } claims) found.Add(Duplicate(file, claims));
        if (_good.GetValueOrDefault(file.File.Id) == file)
        {
            var references = CrossReferences.Check(file, this);
            found.AddRange(references.Problems);
            if (!references.Dangling.IsEmpty) _dangling[name] = references.Dangling;
            if (references.LacksAward) _withoutAward.Add(name);
        }
        else
        {
            _refused.Add(name);
        }

        if (found.Count > 0) _problems[name] = [.. found.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
    }

    // None of them is taken: whichever were, a new file could push a published record from its address. The last good version stays.
    private static Diagnostic Duplicate(KnownFile file, List<KnownFile> claims)
    {
        var others = string.Join(" and ", claims.Where(other => other != file).Select(other => other.File.Name));
        return new(Severity.Error, "duplicate-id", file.File.Name, 1, 1, $"The id \"{file.File.Id}\" is claimed by {others}, too. Rename all but one of the files.");
    }

    private static List<FileReference> MissingFiles(KnownFile file)
    {
        if (file.Files.IsEmpty) return [];
        var folder = Path.GetDirectoryName(file.File.Path)!;
        return [.. file.Files.Where(needed => !File.Exists(Path.Combine(folder, needed.Name)))];
    }

    // Which files say something of a name.
    private sealed class Relation
    {
        private static readonly HashSet<string> None = [];
        private readonly Dictionary<string, HashSet<string>> _files = new(StringComparer.Ordinal);

        public HashSet<string> this[string name] => _files.GetValueOrDefault(name) ?? None;

        public IEnumerable<string> Keys => _files.Keys;

        /// <summary>True when it is the first that speaks of the name.</summary>
        public bool Add(string name, string file)
        {
            if (_files.TryGetValue(name, out var files))
            {
                files.Add(file);
                return false;
            }

            _files.Add(name, new(StringComparer.Ordinal) { file });
            return true;
        }

        /// <summary>True when it was the last that spoke of the name.</summary>
        public bool Remove(string name, string file) =>
            _files.TryGetValue(name, out var files) && files.Remove(file) && files.Count == 0 && _files.Remove(name);

        public void Clear() => _files.Clear();
    }
}
