using System.Collections.Immutable;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// One step of an index from a snapshot to the next. Nothing that a reader sees changes before the rename of the manifest, and that is one step;
/// what was written when something fails is removed again, or by the next writer.
/// </summary>
internal sealed class IndexCommit : IDisposable
{
    // A segment's words are gathered in memory, which so bounds what a commit needs, however many documents come.
    private const long MaxLetters = 1L << 29;

    private readonly string _folder;
    private readonly IndexSchema _schema;
    private readonly IFileOperations _files;
    private readonly int _threads;
    private readonly ImmutableArray<SegmentReader> _before;
    private readonly Dictionary<string, DocSet> _live = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocSet> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);
    private readonly List<DigestedDocument> _pending = [];
    private readonly List<SegmentEntry> _written = [];
    private readonly List<string> _paths = [];
    private readonly DocumentDigest _digest = new();
    private readonly SchemaRules _rules;
    private UInt128 _sum;
    private long _letters;
    private int _generation;
    private bool _isFinished;

    /// <summary>Begins a step. The writer's lock is held.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="files">The file operations.</param>
    /// <param name="before">What the index holds, read; <see langword="null"/> for nothing.</param>
    /// <param name="threads">On how many threads, one or two, segments are made.</param>
    public IndexCommit(string folder, IndexSchema schema, IFileOperations files, (Manifest Manifest, ImmutableArray<SegmentReader> Segments)? before, int threads)
    {
        _threads = threads;
        _folder = folder;
        _schema = schema;
        _files = files;
        _rules = new(schema);
        _before = before?.Segments ?? [];
        _sum = before?.Manifest.DigestSum ?? 0;
        _generation = Math.Max(IndexFolder.NextNumber(folder), 1 + (before?.Manifest.Generation ?? 0));
        foreach (var reader in _before)
        {
            var live = new DocSet(reader.Segment.Documents);
            if (reader.LiveDocs is null) live.Fill();
            else live.CopyFrom(reader.LiveDocs);
            _live.Add(reader.Entry.Name, live);
            _kept.Add(reader.Entry.Name, new(reader.Segment.Documents));
        }
    }

    /// <summary>Adds a document, in the place of one with its id; does nothing where that one is the same.</summary>
    public void Add(Document document)
    {
        document = _rules.Check(document);
        if (!_added.Add(document.Id)) throw new ArgumentException($"Two documents have the id \"{document.Id}\".", nameof(document));
        var digest = _digest.Of(document);
        if (Find(document.Id) is var (reader, doc))
        {
            if (reader.Segment.DigestOf[doc] == digest)
            {
                _kept[reader.Entry.Name].Add(doc);
                return;
            }

            Delete(reader, doc);
        }

        _sum += digest;
        _pending.Add(new(document, digest));
        foreach (var text in document.Texts) _letters += text.Text.Length;
        if (_pending.Count < MergePolicy.MaxDocuments && _letters < MaxLetters) return;
        WriteSegment(_pending);
        _pending.Clear();
        _letters = 0;
    }

    /// <summary>Removes the document with an id.</summary>
    public void Delete(string id)
    {
        if (Find(id) is var (reader, doc)) Delete(reader, doc);
    }

    /// <summary>Removes every document that was there before and has not been added.</summary>
    public void DeleteOthers()
    {
        foreach (var reader in _before)
        {
            foreach (var doc in _live[reader.Entry.Name])
            {
                if (!_kept[reader.Entry.Name].Contains(doc)) _sum -= reader.Segment.DigestOf[doc];
            }

            _live[reader.Entry.Name].And(_kept[reader.Entry.Name]);
        }
    }

    /// <summary>Writes what is left to write, and swaps the manifest.</summary>
    public void Finish(string stamp)
    {
        var staying = _before
            .Select(reader => (Reader: reader, Entry: reader.Entry with { Deleted = reader.Segment.Documents - _live[reader.Entry.Name].Count }))
            .Where(segment => segment.Entry.Live > 0).ToList();
        var merged = MergePolicy.ToMerge(staying.Select(segment => segment.Entry), _pending.Count);
        foreach (var (reader, _) in staying.Where(segment => merged.Contains(segment.Entry.Name)))
        {
            Verify(reader);
            foreach (var doc in _live[reader.Entry.Name]) _pending.Add(reader.Segment.Read(doc, _schema));
        }

        if (_pending.Count > 0) WriteSegment(_pending);
        var segments = staying.Where(segment => !merged.Contains(segment.Entry.Name)).Select(segment => WithDeletions(segment.Reader, segment.Entry)).ToList();
        segments.AddRange(_written);

        var version = _digest.NameOf(_schema, segments.Sum(segment => segment.Live), _sum);
        Swap(new(_generation, version, _sum, stamp, _schema, [.. segments]));
    }

    /// <summary>Removes what was written where the step has not been finished.</summary>
    public void Dispose()
    {
        foreach (var reader in _before) reader.Release();
        if (!_isFinished) Remove(_paths);
    }

    private (SegmentReader Reader, int Doc)? Find(string id)
    {
        foreach (var reader in _before)
        {
            if (reader.Segment.Find(id) is var doc and >= 0 && _live[reader.Entry.Name].Contains(doc)) return (reader, doc);
        }

        return null;
    }

    private void Delete(SegmentReader reader, int doc)
    {
        _live[reader.Entry.Name].Remove(doc);
        _sum -= reader.Segment.DigestOf[doc];
    }

    private void WriteSegment(List<DigestedDocument> documents)
    {
        documents.Sort((a, b) => string.CompareOrdinal(a.Document.Id, b.Document.Id));
        if (_written.Count > 0) _generation++;
        var name = Segment.NameOf(_generation);
        _paths.AddRange(Segment.Extensions.Select(extension => Path.Combine(_folder, name + extension)));
        _written.Add(SegmentWriter.Write(_files, _folder, name, _schema, documents, _threads));
    }

    private SegmentEntry WithDeletions(SegmentReader reader, SegmentEntry entry)
    {
        if (entry.Deleted == reader.Entry.Deleted) return reader.Entry;
        _paths.Add(Path.Combine(_folder, Deletions.NameOf(entry.Name, _generation)));
        return entry with { Deletions = Deletions.Write(_files, _folder, reader.Segment, reader.Deletions, _live[entry.Name], _generation) };
    }

    // What is copied must be what was written, or damage would be given a new and right checksum.
    private void Verify(SegmentReader reader) => Segment.Open(_folder, reader.Entry, _schema, Verification.Everything).Release();

    private void Swap(Manifest manifest)
    {
        var next = Path.Combine(_folder, IndexFolder.NextManifest);
        _paths.Add(next);
        using (var file = _files.Create(next))
        {
            file.Write(manifest.ToBytes());
            file.Flush();
        }

        // The names of the segments' files are to be on the disk before a manifest speaks of them.
        _files.FlushFolder(_folder);
        _files.Rename(next, Path.Combine(_folder, Manifest.FileName));
        _isFinished = true;
        try
        {
            _files.FlushFolder(_folder);
        }
        catch (IOException failure)
        {
            throw new IndexException($"{_folder}: the new index stands, but the system does not say that it would outlive a power cut: {failure.Message} Mend the disk, and index again.", failure);
        }

        var current = manifest.Segments.SelectMany(segment => segment.AllFiles).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        Remove(IndexFolder.SegmentFiles(_folder).Where(path => !current.Contains(Path.GetFileName(path))));
    }

    // What cannot be removed now, such as a file that a reader holds on Windows, the next writer removes.
    private void Remove(IEnumerable<string> paths)
    {
        foreach (var path in paths.ToArray())
        {
            try
            {
                _files.Delete(path);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
            }
        }
    }
}
