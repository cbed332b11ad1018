using System.Security.Cryptography;
using Practices.Search.Storage;

namespace Practices.Indexer.Transactions;

/// <summary>
/// A change of several files of a content folder that lands whole or not at all, whatever happens to the process or the machine.
/// </summary>
/// <remarks>
/// What becomes of each file is gathered in one journal beside the content, in a folder whose name begins with a point. When it is on the disk it is renamed: that is the
/// moment of decision. Then the files are written and the journal is deleted. Before the decision nothing has changed, and what is left is thrown away by the next
/// writer; after it, whoever reads or writes next completes the change before anything else.
/// </remarks>
public sealed class ContentTransaction : IDisposable
{
    private const string Decided = "journal";
    private const string Preparing = "journal.next";
    private const string Next = "file.next";

    private readonly string _root;
    private readonly string _folder;
    private readonly IFileOperations _files;
    private readonly WriteLock _lock;
    private readonly Dictionary<string, string> _before = new(StringComparer.Ordinal);
    private JournalWriter? _journal;

    private ContentTransaction(string root, IFileOperations files, WriteLock held)
    {
        _root = root;
        _folder = FolderOf(root);
        _files = files;
        _lock = held;
    }

    /// <summary>Begins a change; there is one at a time. An interrupted one is completed or thrown away first.</summary>
    /// <param name="root">The content folder.</param>
    /// <exception cref="ContentBusyException">Another program is changing the content.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static ContentTransaction Begin(string root) => Begin(root, DiskFiles.Instance);

    /// <summary>Begins a change through given file operations.</summary>
    internal static ContentTransaction Begin(string root, IFileOperations files)
    {
        root = Path.GetFullPath(root);
        if (!Directory.Exists(root)) throw new DirectoryNotFoundException($"There is no content folder \"{root}\". Name one with --content.");
        var change = FolderOf(root);
        Prepare(change);
        var held = ContentLocks.TryWrite(change) ?? throw new ContentBusyException("Another program is changing the content. Nothing was changed: try again when it is done.");
        try
        {
            if (IsDecided(root)) Apply(root, files);
            File.Delete(Path.Combine(change, Preparing));
            return new(root, files, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Gives a file new bytes, in place of what was said of it before.</summary>
    /// <param name="name">Its path from the content folder, with <c>/</c>.</param>
    /// <param name="before">The bytes that it had when the change was thought out; <see langword="null"/> when there was none.</param>
    /// <param name="after">The bytes that it gets.</param>
    public void Write(string name, byte[]? before, ReadOnlySpan<byte> after) => Add(JournalAction.Write, name, before, after);

    /// <summary>Takes a file away.</summary>
    /// <param name="name">Its path from the content folder, with <c>/</c>.</param>
    /// <param name="before">The bytes that it had when the change was thought out.</param>
    public void Delete(string name, byte[] before) => Add(JournalAction.Delete, name, before, []);

    /// <summary>Leaves a file as it is, whatever was said of it before.</summary>
    /// <param name="name">Its path from the content folder, with <c>/</c>.</param>
    public void Leave(string name)
    {
        _before.Remove(name);
        Journal().Add(JournalAction.Leave, name, "", []);
    }

    /// <summary>
    /// Makes the change. When it returns, the change is on the disk; when it throws, it has either not happened, or is decided on and completed by whoever reads next.
    /// </summary>
    /// <exception cref="ContentBusyException">A file has changed since the change was thought out, or somebody has been reading for minutes. Nothing was changed.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Commit()
    {
        if (_journal is null) return;
        _journal.Complete();
        _journal.Dispose();
        _files.FlushFolder(_folder);

        // Readers are kept out before the decision, so that they never wait for a change that may not come.
        using var alone = ContentLocks.Apply(_folder);
        foreach (var (name, before) in _before)
        {
            if (HashOf(PathOf(_root, name)) != before)
                throw new ContentBusyException($"{name} was changed by somebody else in the meantime. Nothing was changed: do it again.");
        }

        _files.Rename(Path.Combine(_folder, Preparing), Path.Combine(_folder, Decided));
        _files.FlushFolder(_folder);
        Carry(_root, _files);
        _journal = null;
    }

    /// <summary>Ends the change; what was not committed has never been.</summary>
    public void Dispose()
    {
        _journal?.Dispose();
        try
        {
            File.Delete(Path.Combine(_folder, Preparing));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next writer takes it away.
        }

        _lock.Dispose();
    }

    /// <summary>The folder beside the content that changes are prepared in.</summary>
    internal static string FolderOf(string root) => Path.Combine(root, ".change");

    /// <summary>Whether a change is decided on and not completed.</summary>
    internal static bool IsDecided(string root) => File.Exists(Path.Combine(FolderOf(root), Decided));

    /// <summary>Completes the change of a process that died, unless somebody else has done so.</summary>
    internal static void Complete(string root)
    {
        root = Path.GetFullPath(root);
        try
        {
            using var held = ContentLocks.TryWrite(FolderOf(root));

            // Another process that completes it, or begins anew and completes it first, is done soon.
            if (held is null) Thread.Sleep(20);
            else if (IsDecided(root)) Apply(root, DiskFiles.Instance);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException($"A change of the content was interrupted, and this program may not complete it: {refused.Message} Run `practices log` as a user that may write to {root}.", refused);
        }
    }

    private static void Prepare(string change)
    {
        if (File.Exists(Path.Combine(change, ".gitignore"))) return;
        Directory.CreateDirectory(change);

        // Nothing in here is content.
        File.WriteAllText(Path.Combine(change, ".gitignore"), "*\n");
    }

    private void Add(JournalAction action, string name, byte[]? before, ReadOnlySpan<byte> bytes)
    {
        PathOf(_root, name);
        var hash = before is null ? "" : Convert.ToHexString(SHA256.HashData(before));
        _before[name] = hash;
        Journal().Add(action, name, hash, bytes);
    }

    private JournalWriter Journal() => _journal ??= new(_files, Path.Combine(_folder, Preparing));

    private static void Apply(string root, IFileOperations files)
    {
        using var alone = ContentLocks.Apply(FolderOf(root));
        Carry(root, files);
    }

    // May be done again from the beginning after any interruption.
    private static void Carry(string root, IFileOperations files)
    {
        var change = FolderOf(root);
        var journal = Path.Combine(change, Decided);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        using (var reader = new JournalReader(journal))
        {
            foreach (var entry in reader.Entries)
            {
                var path = PathOf(root, entry.Name);
                var bytes = entry.Action == JournalAction.Write ? reader.BytesOf(entry) : null;
                for (var folder = Path.GetDirectoryName(path)!; folder.Length >= root.Length && folders.Add(folder); folder = Path.GetDirectoryName(folder)!)
                    files.CreateFolder(folder);
                var now = HashOf(path);
                if (now == (bytes is null ? "" : Convert.ToHexString(SHA256.HashData(bytes)))) continue;

                // Written by somebody between an interruption and now: it is not lost.
                if (now.Length > 0 && now != entry.Before) files.Rename(path, path + ".saved");
                if (bytes is null)
                {
                    files.Delete(path);
                    continue;
                }

                var next = Path.Combine(change, Next);
                using (var file = files.Create(next))
                {
                    file.Write(bytes);
                    file.Flush();
                }

                files.Rename(next, path);
            }
        }

        foreach (var folder in folders.OrderByDescending(folder => folder.Length)) files.FlushFolder(folder);
        files.Delete(journal);
        files.FlushFolder(change);
    }

    private static string PathOf(string root, string name)
    {
        var path = Path.GetFullPath(Path.Combine(root, name));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new ArgumentException($"\"{name}\" leads out of the content folder.", nameof(name));
        return path;
    }

    private static string HashOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexString(SHA256.HashData(stream));
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return "";
        }
    }
}
