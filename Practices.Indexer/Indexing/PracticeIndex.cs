using System.Collections.Immutable;
using System.Diagnostics;
using Practices.Indexer.Content;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;
using Practices.Search.Index;

namespace Practices.Indexer.Indexing;

/// <summary>
/// Makes an index of the content, and follows it: which records are public, what became of each, one snapshot in place of the last. What changed in the content
/// is noted until a snapshot shows it. Not safe for several threads.
/// </summary>
internal sealed class PracticeIndex
{
    // Records that are read, made documents of and let go of together.
    private const int Batch = 512;

    private readonly ContentLedger _content;
    private readonly string _folder;
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stale = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _kept = new(StringComparer.Ordinal);
    private HashSet<string>? _public;
    private Practice[] _awards = [];
    private VocabularySet _vocabularies = VocabularySet.Empty;

    /// <summary>Makes an index of a content in a folder; nothing is written yet.</summary>
    public PracticeIndex(ContentLedger content, string folder) => (_content, _folder) = (content, folder);

    /// <summary>Whether the records of the snapshot before are known, so that the changed ones are enough to make the next.</summary>
    public bool CanFollow => _public is not null;

    /// <summary>Files that changed while a snapshot was made, which so shows what was there before: they are to be looked at again.</summary>
    public IReadOnlyCollection<string> Stale => _stale;

    /// <summary>Takes note of what changed in the content.</summary>
    public void Note(ContentChange change)
    {
        if (change.IsOfAll) _public = null;
        _changed.UnionWith(change.Ids);
    }

    /// <summary>Takes note that a catalog shows the content as it is.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="isFollowed">Whether it is the one that was written here last.</param>
    public void Settle(PracticeCatalog catalog, bool isFollowed)
    {
        if (!isFollowed || _public is null) _public = [.. catalog.Ids];
        _kept.Clear();
        _kept.UnionWith(catalog.Stamp.Kept);
        _changed.Clear();
    }

    /// <summary>Writes every document that is not in the index already.</summary>
    /// <param name="previous">The catalog that the new one takes the place of; a record whose file is refused keeps the version it has there.
    /// <see langword="null"/> to make the index of the content alone.</param>
    /// <param name="now">The moment that embargoes are held against.</param>
    /// <exception cref="IndexException">The index cannot be written; the old one stands.</exception>
    public IndexUpdate Write(PracticeCatalog? previous, DateTimeOffset now)
    {
        var watch = Stopwatch.StartNew();
        _public = null;
        ReadAwards();
        var kept = previous is null ? [] : previous.Ids.Where(id => IsKept(id, previous)).ToList();
        var published = _content.Records.Values.Select(file => file.Facts!).Where(facts => facts.IsPublic(now)).Select(facts => facts.Id).Concat(kept).ToHashSet(StringComparer.Ordinal);
        _kept.Clear();
        _kept.UnionWith(kept);
        _stale.Clear();
        var maker = new Maker(this, previous, published, now);
        var documents = published.Order(StringComparer.Ordinal).Chunk(Batch).SelectMany(maker.Make);
        IndexWriter.Write(_folder, PracticeDocument.Schema, documents, StampOf(published, previous, now).ToText(), anew: previous is null);
        var removed = (previous?.Ids ?? []).Where(id => !published.Contains(id)).ToImmutableArray();
        return Finish(maker, published, removed, watch);
    }

    /// <summary>Writes the documents of the records that changed, and of those that speak of a record that has become public or is so no more.</summary>
    /// <param name="previous">The catalog of the index that stands in the folder.</param>
    /// <param name="now">The moment that embargoes are held against.</param>
    /// <exception cref="IndexException">The index cannot be written; the old one stands.</exception>
    public IndexUpdate WriteChanges(PracticeCatalog previous, DateTimeOffset now)
    {
        var watch = Stopwatch.StartNew();
        var published = _public ?? throw new InvalidOperationException("The snapshot before is not known: write all.");
        if (previous.Stamp.NextPublication <= now)
        {
            var since = previous.Stamp.NextPublication!.Value;
            _changed.UnionWith(_content.Records.Values
                .Where(file => file.Facts!.IsPublic(now) && (!published.Contains(file.File.Id) || file.Facts!.RecognitionsFrom.Any(moment => moment >= since && moment <= now)))
                .Select(file => file.File.Id));
        }

        // Where this fails half-way, all is written the next time.
        _public = null;
        var areOtherAwards = ReadAwards();
        var turned = new List<string>();
        foreach (var id in _changed.Concat(_kept).ToHashSet(StringComparer.Ordinal))
        {
            var isKept = published.Contains(id) && IsKept(id, previous);
            if (isKept) _kept.Add(id);
            else _kept.Remove(id);
            var isPublic = isKept || (_content.Records.TryGetValue(id, out var file) && file.Facts!.IsPublic(now));
            if (isPublic ? published.Add(id) : published.Remove(id)) turned.Add(id);
        }

        var ids = _changed.ToHashSet(StringComparer.Ordinal);
        foreach (var id in turned)
        {
            ids.Add(id);
            ids.UnionWith(_content.Naming(id));
            foreach (var former in FormerIds(id)) ids.UnionWith(_content.Naming(former));
        }

        if (areOtherAwards || turned.Count > 0) ids.UnionWith(_kept);
        else ids.ExceptWith(_kept);

        _stale.Clear();
        var maker = new Maker(this, previous, published, now);
        var documents = ids.Where(published.Contains).Order(StringComparer.Ordinal).Chunk(Batch).SelectMany(maker.Make);
        ImmutableArray<string> removed = [.. turned.Where(id => !published.Contains(id)).Order(StringComparer.Ordinal)];
        IndexWriter.Update(_folder, PracticeDocument.Schema, documents, removed, StampOf(published, previous, now).ToText());
        return Finish(maker, published, removed, watch);
    }

    private IndexUpdate Finish(Maker maker, HashSet<string> published, ImmutableArray<string> removed, Stopwatch watch)
    {
        _public = published;
        _changed.Clear();
        return new(
            [.. maker.Added], [.. maker.Changed], removed, published.Count - maker.Added.Count - maker.Changed.Count, [.. _content.Refused], [.. _kept], watch.Elapsed);
    }

    private ImmutableArray<string> FormerIds(string id) => _content.Records.TryGetValue(id, out var file) ? file.Facts!.FormerIds : [];

    /// <summary>
    /// A file that is broken now and was good before: its last good record stays until the file is mended, deleted, or says that it is not public.
    /// So do the records of a folder that cannot be read.
    /// </summary>
    private bool IsKept(string id, PracticeCatalog previous) => !_content.Records.ContainsKey(id) && previous.Find(id) is { } before && _content.Keeps(before.File);

    private bool ReadAwards()
    {
        var awards = _content.Awards.ToArray();
        var areOthers = !awards.SequenceEqual<object>(_awards, ReferenceEqualityComparer.Instance);
        _awards = awards;
        _vocabularies = _content.Vocabularies.With(AwardVocabularies.Of(awards));
        return areOthers;
    }

    private CatalogStamp StampOf(HashSet<string> published, PracticeCatalog? previous, DateTimeOffset now)
    {
        var former = new Dictionary<string, string>(StringComparer.Ordinal);
        var cities = new Dictionary<string, (string Id, string Name)>(StringComparer.Ordinal);
        DateTimeOffset? next = null;
        foreach (var file in _content.Records.Values)
        {
            var facts = file.Facts!;
            if (published.Contains(facts.Id)) Gather(facts);
            if (facts.NextChange(now) is { } moment && (next is null || moment < next)) next = moment;
        }

        foreach (var id in _kept) Gather(RecordFacts.Of(previous!.Find(id)!, _content.Vocabularies));
        return new(
            _content.Fingerprint,
            next,
            former.ToImmutableSortedDictionary(StringComparer.Ordinal),
            cities.ToImmutableSortedDictionary(city => city.Key, city => city.Value.Name, StringComparer.Ordinal),
            [.. _kept],
            _content.Diagnostics.Length);

        // What several claim is the first one's in order of ids.
        void Gather(RecordFacts facts)
        {
            foreach (var id in facts.FormerIds)
                if (!former.TryGetValue(id, out var owner) || string.CompareOrdinal(facts.Id, owner) < 0) former[id] = facts.Id;
            foreach (var (id, name) in facts.Cities)
                if (!cities.TryGetValue(id, out var owner) || string.CompareOrdinal(facts.Id, owner.Id) < 0) cities[id] = (facts.Id, name);
        }
    }

    // Makes documents of records, and keeps account of what is new in them.
    private sealed class Maker(PracticeIndex index, PracticeCatalog? previous, HashSet<string> published, DateTimeOffset now)
    {
        private readonly PublicReferences _references = new(published, now, index._content.OwnerOf);

        public List<string> Added { get; } = [];

        public List<string> Changed { get; } = [];

        public List<Document> Make(string[] ids)
        {
            var stale = index._content.Load(ids.Where(index._content.Records.ContainsKey)).ToHashSet(StringComparer.Ordinal);
            index._stale.UnionWith(stale);
            var records = new List<Practice>(ids.Length);
            foreach (var id in ids)
            {
                if (Record(id, stale) is { } record) records.Add(record);
                else published.Remove(id);
            }

            var documents = records.AsParallel().AsOrdered().Select(record => PracticeDocument.Of(_references.Of(record), index._vocabularies)).ToList();
            foreach (var document in documents)
            {
                if (previous?.StoredBytes(document.Id) is not { } before) Added.Add(document.Id);
                else if (!before.Span.SequenceEqual(document.Stored.Span)) Changed.Add(document.Id);
            }

            index._content.LetGo(ids);
            return documents;
        }

        private Practice? Record(string id, HashSet<string> stale)
        {
            if (!index._content.Records.TryGetValue(id, out var file) || stale.Contains(file.File.Name)) return previous?.FindWhole(id);
            return index._content.Record(id);
        }
    }
}
