using Practices.Search.Storage;

namespace Practices.Tests.Search.Index;

/// <summary>File operations on a disk that has room for so many more bytes. A name needs no room, and what is taken away gives none back.</summary>
internal sealed class FullDisk(IFileOperations files, long room) : IFileOperations
{
    public const string Problem = "No space left on device";

    /// <summary>The bytes written.</summary>
    public long Used { get; private set; }

    public void CreateFolder(string folder) => files.CreateFolder(folder);

    public IOutputFile Create(string path) => new Output(this, files.Create(path));

    public void Rename(string from, string to) => files.Rename(from, to);

    public void FlushFolder(string folder) => files.FlushFolder(folder);

    public void Delete(string path) => files.Delete(path);

    private int Take(int wanted)
    {
        var taken = (int)Math.Min(wanted, room - Used);
        Used += taken;
        return taken;
    }

    private sealed class Output(FullDisk disk, IOutputFile file) : IOutputFile
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            var taken = disk.Take(bytes.Length);
            file.Write(bytes[..taken]);
            if (taken < bytes.Length) throw new IOException(Problem);
        }

        public void Flush() => file.Flush();

        public void Dispose() => file.Dispose();
    }
}
