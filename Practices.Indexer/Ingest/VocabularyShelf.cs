using System.Collections.Immutable;
using System.Security.Cryptography;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>
/// The vocabularies of a content folder, read again when their files change. A file that breaks leaves its last good version in place, so that one slip does not refuse every record.
/// </summary>
internal sealed class VocabularyShelf
{
    /// <summary>The vocabularies that records need.</summary>
    private static readonly ImmutableArray<string> Needed =
    [
        "beneficiaries", "cities", "countries", "evidence", "governance", "languages", "learning-formats", "lineage-modes", "network-scopes", "partner-kinds", "partner-roles", "regions",
        "sdg-claims", "sdgs", "states", "themes",
    ];

    private readonly Dictionary<string, (string Hash, VocabularyReading? Reading, ImmutableArray<Diagnostic> Problems)> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Vocabulary> _lastGood = new(StringComparer.Ordinal);

    /// <summary>Vocabularies that records need and that there is no good version of, by name.</summary>
    public ImmutableArray<string> Missing => [.. Needed.Where(name => !_lastGood.ContainsKey(name))];

    /// <summary>The vocabularies as last read.</summary>
    public VocabularySet Set { get; private set; } = VocabularySet.Empty;

    /// <summary>The vocabularies of a content folder, as far as they can be read.</summary>
    public static VocabularySet ReadSet(string root)
    {
        var folder = Path.Combine(root, "vocabularies");
        var shelf = new VocabularyShelf();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        shelf.Refresh([.. files.Select(file => ($"vocabularies/{Path.GetFileName(file)}", File.ReadAllBytes(file)))], [], areExpected: false, new());
        return shelf.Set;
    }

    /// <summary>Reads what changed; true when <see cref="Set"/> is another one now.</summary>
    /// <param name="files">The files that could be read, with their bytes.</param>
    /// <param name="unreadable">Files that stand there and cannot be read, or their whole folder: their last good version stays.</param>
    /// <param name="areExpected">Whether a missing vocabulary is to be reported by name.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public bool Refresh(IReadOnlyList<(string Name, byte[] Bytes)> files, IReadOnlyCollection<string> unreadable, bool areExpected, DiagnosticBag problems)
    {
        var changed = false;
        Parallel.ForEach(files, file =>
        {
            var hash = Convert.ToHexString(SHA256.HashData(file.Bytes));
            var name = Path.GetFileNameWithoutExtension(file.Name);
            lock (_read)
            {
                if (_read.TryGetValue(name, out var before) && before.Hash == hash) return;
            }

            var found = new FileDiagnostics(file.Name);
            var reading = VocabularyReader.Read(file.Bytes, name, found);
            lock (_read)
            {
                _read[name] = (hash, reading, found.All);
                changed = true;
            }
        });

        var present = files.Select(file => Path.GetFileNameWithoutExtension(file.Name)).ToHashSet(StringComparer.Ordinal);
        bool IsUnreadable(string name) => unreadable.Contains("vocabularies/") || unreadable.Contains($"vocabularies/{name}.yaml");
        foreach (var gone in _read.Keys.Where(name => !present.Contains(name) && !IsUnreadable(name)).ToList())
        {
            _read.Remove(gone);
            _lastGood.Remove(gone);
            changed = true;
        }

        foreach (var (name, (_, reading, _)) in _read)
            if (reading is not null) _lastGood[name] = reading.Vocabulary;
        if (changed) Set = new(_lastGood.Values);
        Report(present, areExpected, problems);
        return changed;
    }

    private void Report(HashSet<string> present, bool areExpected, DiagnosticBag problems)
    {
        foreach (var (name, (_, reading, found)) in _read)
        {
            foreach (var problem in found) problems.Add(problem);
            foreach (var (id, at) in reading?.Broader ?? [])
            {
                if (Set.Names.Any(other => other != name && Set[other].Find(id) is not null)) continue;
                problems.Add(new Diagnostic(Severity.Error, "unknown-broader", $"vocabularies/{name}.yaml", at.Line, at.Column, $"No vocabulary has the concept \"{id}\". Add it, or mend the id."));
            }
        }

        if (!areExpected && present.Count == 0)
            problems.Add(new Diagnostic(Severity.Warning, "missing-vocabulary", "vocabularies", 1, 1, "There are no vocabularies, so themes, goals, countries and the like are not checked."));
        else
            foreach (var name in Needed.Where(name => !present.Contains(name) && !_lastGood.ContainsKey(name)))
                problems.Add(new Diagnostic(Severity.Error, "missing-vocabulary", $"vocabularies/{name}.yaml", 1, 1, "The vocabulary is missing, so its ids are not checked. Put the file back."));
    }
}
