using Practices.Search.Storage;

namespace Practices.Tests.Search.Index;

/// <summary>File operations of which one fails, or tears: a write puts half of its bytes on the disk before it fails.</summary>
internal sealed class FaultyFiles(int failing, bool tears, bool failsForGood) : IFileOperations
{
    private readonly DiskFiles _files = DiskFiles.Instance;

    /// <summary>How many operations were asked for.</summary>
    public int Operations { get; private set; }

    public void CreateFolder(string folder)
    {
        Step();
        _files.CreateFolder(folder);
    }

    public IOutputFile Create(string path)
    {
        Step();
        return new FaultyFile(this, _files.Create(path));
    }

    public void Rename(string from, string to)
    {
        Step();
        _files.Rename(from, to);
    }

    public void FlushFolder(string folder)
    {
        Step();
        _files.FlushFolder(folder);
    }

    public void Delete(string path)
    {
        Step();
        _files.Delete(path);
    }

    private bool IsFailing() => ++Operations == failing || (failsForGood && Operations > failing);

    private void Step()
    {
        if (IsFailing()) throw new IOException("No space left on device");
    }

    private sealed class FaultyFile(FaultyFiles files, IOutputFile file) : IOutputFile
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            var fails = files.IsFailing();
            if (!fails || files.Tears) file.Write(fails ? bytes[..(bytes.Length / 2)] : bytes);
            if (fails) throw new IOException("No space left on device");
        }

        public void Flush()
        {
            files.Step();
            file.Flush();
        }

        public void Dispose() => file.Dispose();
    }

    private bool Tears => tears;
}
