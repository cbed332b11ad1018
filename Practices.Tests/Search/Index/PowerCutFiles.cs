using Practices.Search.Storage;

namespace Practices.Tests.Search.Index;

/// <summary>
/// File operations on a real folder that remember what a disk would still hold if the power went out after some of them: the bytes of a file that were flushed,
/// and the names of the folder as they were when it was flushed. What was only written may be there, in part or not at all, and so may every name.
/// Nothing is flushed in truth, so that many cuts can be tried.
/// </summary>
/// <param name="folder">The one folder that is written to; what stands in it is on the disk already.</param>
/// <param name="operations">How many operations are done; the next one, and all after it, find no power.</param>
internal sealed class PowerCutFiles(string folder, int operations = int.MaxValue) : IFileOperations
{
    private readonly Dictionary<string, OnDisk> _names = Read(folder);
    private readonly Dictionary<string, OnDisk> _durable = Read(folder);
    private readonly List<Change> _pending = [];
    private int _done;

    /// <summary>Whether an operation was asked for that was not done any more.</summary>
    public bool IsCut { get; private set; }

    public void CreateFolder(string folder)
    {
        Step();
        DiskFiles.Instance.CreateFolder(folder);
    }

    public IOutputFile Create(string path)
    {
        Step();
        var file = new OnDisk();
        Pend(names => names[path] = file);
        return new Output(this, DiskFiles.Instance.Create(path), file);
    }

    public void Rename(string from, string to)
    {
        Step();
        DiskFiles.Instance.Rename(from, to);
        var file = _names[from];
        Pend(names =>
        {
            names.Remove(from);
            names[to] = file;
        });
    }

    public void Delete(string path)
    {
        Step();
        DiskFiles.Instance.Delete(path);
        Pend(names => names.Remove(path));
    }

    public void FlushFolder(string folder)
    {
        Step();
        foreach (var change in _pending) change(_durable);
        _pending.Clear();
    }

    /// <summary>What the folder may hold when the power is back: the bytes of each name. The same state may come several times.</summary>
    public IEnumerable<Dictionary<string, byte[]>> States()
    {
        foreach (var happened in NamesThatMayHaveHappened())
        {
            var names = new Dictionary<string, OnDisk>(_durable);
            foreach (var change in happened) change(names);
            for (var loss = 0; loss <= OnDisk.Losses; loss++)
            {
                // The last time round each file has a loss of its own.
                var number = 0;
                yield return names.OrderBy(name => name.Key, StringComparer.Ordinal)
                    .ToDictionary(name => Path.GetFileName(name.Key), name => name.Value.After(loss < OnDisk.Losses ? loss : number++ % OnDisk.Losses));
            }
        }
    }

    // A disk need not keep the order of the changes: any of a few, and of many those that come first, each alone, and all but each.
    private IEnumerable<IEnumerable<Change>> NamesThatMayHaveHappened()
    {
        const int few = 6;
        if (_pending.Count <= few)
        {
            for (var chosen = 0; chosen < 1 << _pending.Count; chosen++) yield return _pending.Where((_, number) => (chosen & (1 << number)) != 0).ToList();
            yield break;
        }

        for (var count = 0; count <= _pending.Count; count++) yield return _pending.Take(count);
        foreach (var change in _pending)
        {
            yield return [change];
            yield return _pending.Where(other => other != change);
        }
    }

    private void Pend(Change change)
    {
        change(_names);
        _pending.Add(change);
    }

    private void Step()
    {
        IsCut |= _done == operations;
        if (IsCut) throw new IOException("The power is cut");
        _done++;
    }

    private static Dictionary<string, OnDisk> Read(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).ToDictionary(path => path, path => new OnDisk(File.ReadAllBytes(path))) : [];

    private delegate void Change(Dictionary<string, OnDisk> names);

    private sealed class Output(PowerCutFiles files, IOutputFile file, OnDisk onDisk) : IOutputFile
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            files.Step();
            file.Write(bytes);
            onDisk.Written.AddRange(bytes);
        }

        public void Flush()
        {
            files.Step();
            onDisk.Flushed = onDisk.Written.Count;
        }

        public void Dispose() => file.Dispose();
    }

    // The bytes of a file, of which those after the first so many may be lost.
    private sealed class OnDisk
    {
        public const int Losses = 4;

        public OnDisk(params ReadOnlySpan<byte> flushed)
        {
            Written.AddRange(flushed);
            Flushed = flushed.Length;
        }

        public List<byte> Written { get; } = [];

        public int Flushed { get; set; }

        public byte[] After(int loss) => loss switch
        {
            0 => [.. Written],
            1 => [.. Written.Take(Flushed)],
            2 => [.. Written.Take((Flushed + Written.Count) / 2)],
            _ => [.. Written.Take(Flushed), .. new byte[Written.Count - Flushed]],
        };
    }
}
