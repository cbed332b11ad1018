using System.Runtime.InteropServices;

namespace Practices.Search.Storage;

/// <summary>The file operations of the system.</summary>
internal sealed partial class DiskFiles : IFileOperations
{
    /// <summary>The only one needed.</summary>
    public static DiskFiles Instance { get; } = new();

    /// <inheritdoc/>
    public void CreateFolder(string folder) => Directory.CreateDirectory(folder);

    /// <inheritdoc/>
    public IOutputFile Create(string path) => new DiskFile(path);

    /// <inheritdoc/>
    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    /// <inheritdoc/>
    public void FlushFolder(string folder)
    {
        // Windows writes a folder's entries through its journal and has no call for it.
        if (OperatingSystem.IsWindows()) return;

        const int readOnly = 0;
        var descriptor = Open(folder, readOnly);
        if (descriptor < 0) throw new IOException($"{folder}: {Marshal.GetLastPInvokeErrorMessage()}");
        var failed = Flush(descriptor) != 0;
        var message = failed ? Marshal.GetLastPInvokeErrorMessage() : "";
        _ = Close(descriptor);
        if (failed) throw new IOException($"{folder}: {message}");
    }

    /// <inheritdoc/>
    public void Delete(string path) => File.Delete(path);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);

    private sealed class DiskFile(string path) : IOutputFile
    {
        // The writer above gathers its bytes itself.
        private readonly FileStream _stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

        public void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

        public void Flush() => _stream.Flush(flushToDisk: true);

        public void Dispose() => _stream.Dispose();
    }
}
