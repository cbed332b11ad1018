using System.Security.Cryptography;
using System.Text;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Transactions;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>
/// Reads a content folder. Keep one to read again: only files whose bytes changed are parsed anew. Not safe for several threads.
/// </summary>
/// <remarks>
/// A folder without any of the folders of kinds is read all the same: every Markdown file below it as a record, so that foreign collections can be checked.
/// <c>README.md</c> is never a record, and neither is a translation, which is named <c>title.es.md</c> or by a record's <c>translations</c>.
/// </remarks>
/// <param name="root">The content folder, which holds <c>vocabularies</c>, <c>practices</c>, <c>submissions</c>, <c>learning</c>, <c>networks</c> and <c>awards</c>.</param>
public sealed class ContentReader(string root)
{
    /// <summary>The longest file that is opened: a record's text is a hundred times shorter.</summary>
    public const int MaxFileBytes = 2 * 1024 * 1024;

    private readonly string _root = Path.GetFullPath(root);
    private readonly VocabularyShelf _vocabularies = new();
    private Dictionary<string, (string Hash, RecordReading Reading)> _read = new(StringComparer.Ordinal);

    /// <summary>Reads everything there is. Problems are in the result; nothing is thrown for them.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the message says what to do.</exception>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public ContentSet Read()
    {
        CheckFolder();
        using var reading = ContentReading.Begin(_root);
        var problems = new DiagnosticBag();
        var unreadable = new List<string>();
        var names = ContentFolder.List(_root, problems, unreadable);
        var hasKindFolders = HasKindFolders(names);
        var vocabularyFiles = ReadVocabularyFiles(names, problems, unreadable);
        if (_vocabularies.Refresh([.. vocabularyFiles.Select(file => (file.Name, file.Bytes))], unreadable, hasKindFolders, problems)) _read.Clear();

        var files = names.Where(name => IsRecord(name, hasKindFolders)).Select(name => ContentFile.Of(Path.Combine(_root, name), name)).ToArray();
        var read = new (string Hash, RecordReading Reading)[files.Length];
        Parallel.For(0, files.Length, i => read[i] = ReadRecord(files[i]));
        _read = files.Zip(read).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);

        var readings = WithoutTranslations([.. read.Select(one => one.Reading)]);
        var practices = Judge(readings, problems);
        var valid = practices.Select(practice => practice.File).ToHashSet(StringComparer.Ordinal);
        var refused = readings.Where(reading => !valid.Contains(reading.File.Name)).ToList();
        return new(
            _root,
            _vocabularies.Set,
            [.. practices.OrderBy(practice => practice.Id, StringComparer.Ordinal)],
            [.. problems.All],
            [.. refused.Select(reading => reading.File.Name)],
            [.. refused.Where(reading => !reading.IsTakenDown).Select(reading => reading.File.Name), .. unreadable.Where(name => name.EndsWith('/'))],
            hasKindFolders ? _vocabularies.Missing : [],
            vocabularyFiles.Count + files.Length,
            Fingerprint(vocabularyFiles.Select(file => (file.Name, Hash(file.Bytes))).Concat(files.Zip(read, (file, one) => (file.Name, one.Hash))), names));
    }

    /// <summary>The content's fingerprint and vocabularies, without parsing a record: enough to know whether an index is of this content.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the message says what to do.</exception>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public (string Fingerprint, VocabularySet Vocabularies) Peek()
    {
        CheckFolder();
        var problems = new DiagnosticBag();
        var unreadable = new List<string>();
        var names = ContentFolder.List(_root, problems, unreadable);
        var hasKindFolders = HasKindFolders(names);
        var vocabularyFiles = ReadVocabularyFiles(names, problems, unreadable);
        if (_vocabularies.Refresh([.. vocabularyFiles.Select(file => (file.Name, file.Bytes))], unreadable, hasKindFolders, problems)) _read.Clear();
        var files = names.Where(name => IsRecord(name, hasKindFolders)).Select(name => (Name: name, Hash: HashOf(name)));
        return (Fingerprint(vocabularyFiles.Select(file => (file.Name, Hash(file.Bytes))).Concat(files), names), _vocabularies.Set);
    }

    private void CheckFolder()
    {
        if (!Directory.Exists(_root))
            throw new DirectoryNotFoundException($"There is no content folder \"{_root}\". Name one with --content, or in the environment variable {ContentFolder.Variable}.");
    }

    private static bool HasKindFolders(IReadOnlyList<string> names) =>
        names.Any(name => ContentFile.Folders.Any(kind => name.StartsWith(kind.Folder + "/", StringComparison.Ordinal)));

    private string HashOf(string name) => ReadBytes(Path.Combine(_root, name), MaxFileBytes, new(name), out var length) is { } bytes ? Hash(bytes) : $"{length}";

    private static bool IsRecord(string name, bool hasKindFolders)
    {
        if (!name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return false;
        var file = name[(name.LastIndexOf('/') + 1)..];
        if (file.Equals("README.md", StringComparison.OrdinalIgnoreCase)) return false;
        if (!hasKindFolders) return true;
        return ContentFile.Folders.Any(kind => name.StartsWith(kind.Folder + "/", StringComparison.Ordinal)) && !IsTranslation(file);
    }

    // title.es.md
    private static bool IsTranslation(string file) => file.Length > 6 && file[^6] == '.' && char.IsAsciiLetterLower(file[^5]) && char.IsAsciiLetterLower(file[^4]);

    private List<(string Name, byte[] Bytes)> ReadVocabularyFiles(IReadOnlyList<string> names, DiagnosticBag problems, List<string> unreadable)
    {
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (var name in names)
        {
            if (!name.StartsWith("vocabularies/", StringComparison.Ordinal) || !(name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal))) continue;
            var found = new FileDiagnostics(name);
            if (ReadBytes(Path.Combine(_root, name), Yaml.YamlLimits.Vocabulary.MaxLength, found, out _) is { } bytes) files.Add((name, bytes));
            else unreadable.Add(name);
            foreach (var problem in found.All) problems.Add(problem);
        }

        return files;
    }

    private (string Hash, RecordReading Reading) ReadRecord(ContentFile file)
    {
        var found = new FileDiagnostics(file.Name);
        if (ReadBytes(file.Path, MaxFileBytes, found, out var length) is not { } bytes) return ($"{length}", new(file, null, new(_vocabularies.Set, found)));
        var hash = Hash(bytes);
        if (_read.TryGetValue(file.Name, out var before) && before.Hash == hash) return before;
        try
        {
            return (hash, PracticeValidator.Read(file, bytes, _vocabularies.Set));
        }
#pragma warning disable CA1031 // Whatever goes wrong in reading one record must not take the others away: it is told, with the file's name.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            found.Error("internal-error", Position.Start, $"This program failed to read the file ({bug.GetType().Name}: {bug.Message}). Please report it, with the file.");
            return (hash, new(file, null, new(_vocabularies.Set, found)));
        }
    }

    // Null, with a report, for what is too long to be opened or cannot be.
    private static byte[]? ReadBytes(string path, int maxLength, FileDiagnostics problems, out long length)
    {
        length = -1;
        try
        {
            // A pipe says that it is empty, and opening it would wait for ever.
            if (new FileInfo(path) is { Exists: true, Length: 0 })
            {
                length = 0;
                return [];
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            length = stream.Length;
            if (length > maxLength)
            {
                problems.Error("file-size", Position.Start, $"The file has {length / 1024} KB; at most {maxLength / 1024} KB are read. Shorten it, or link to the long document.");
                return null;
            }

            var bytes = new byte[length];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error("unreadable", Position.Start, $"The file cannot be read: {e.Message} Give this program the right to read it, or mend the link.");
            return null;
        }
    }

    private static List<RecordReading> WithoutTranslations(List<RecordReading> readings)
    {
        var translations = readings.SelectMany(reading => reading.Context.Files.Where(file => file.What == "translation").Select(file => reading.File.NameOf(file.Name))).ToHashSet(StringComparer.Ordinal);
        return translations.Count == 0 ? readings : [.. readings.Where(reading => !translations.Contains(reading.File.Name))];
    }

    // What only the whole content can tell: ids that stand twice, files that are missing, references that lead nowhere.
    private static List<Practice> Judge(List<RecordReading> readings, DiagnosticBag problems)
    {
        var good = new Dictionary<string, RecordReading>(StringComparer.Ordinal);
        foreach (var sameId in readings.GroupBy(reading => reading.File.Id, StringComparer.Ordinal))
        {
            var claims = sameId.ToList();
            foreach (var reading in claims)
            {
                foreach (var problem in reading.Context.Problems.All) problems.Add(problem);
                var hasFiles = HasFiles(reading, problems);
                if (claims.Count > 1) problems.Add(Duplicate(reading, claims));
                else if (reading.Practice is not null && hasFiles) good.Add(sameId.Key, reading);
            }
        }

        var references = new CrossReferences([.. good.Values.Select(reading => reading.Practice!)], readings.Select(reading => reading.File.Id), problems);
        return [.. good.Values.Select(reading => references.Resolve(reading, reading.Practice!))];
    }

    // None of them is taken: whichever were, a new file could push a published record from its address. The last good version stays.
    private static Diagnostic Duplicate(RecordReading reading, List<RecordReading> claims)
    {
        var others = string.Join(" and ", claims.Where(other => other != reading).Select(other => other.File.Name));
        return new(Severity.Error, "duplicate-id", reading.File.Name, 1, 1, $"The id \"{reading.File.Id}\" is claimed by {others}, too. Rename all but one of the files.");
    }

    private static bool HasFiles(RecordReading reading, DiagnosticBag problems)
    {
        var hasAll = true;
        foreach (var file in reading.Context.Files)
        {
            if (File.Exists(Path.Combine(Path.GetDirectoryName(reading.File.Path)!, file.Name))) continue;
            hasAll = false;
            problems.Add(new Diagnostic(Severity.Error, "missing-file", reading.File.Name, file.At.Line, file.At.Column, $"There is no {file.What} \"{reading.File.NameOf(file.Name)}\". Put the file there, or mend the name."));
        }

        return hasAll;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    // Pictures and translations count by name: their bytes change no record, their absence does. What an editor or a tool leaves beside them does not count.
    private static string Fingerprint(IEnumerable<(string Name, string Hash)> files, IReadOnlyList<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files) hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content}\n"));
        foreach (var name in names.Where(name => PartFields.IsPicture(name) || name.EndsWith(".md", StringComparison.OrdinalIgnoreCase))) hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
