using Practices.Search.Storage;

namespace Practices.Tests.Search.Index;

/// <summary>File operations of which one fails, or tears: a write puts half of its bytes on the disk before it fails.</summary>
internal sealed class FaultyFiles(IFileOperations files, int failing, bool tears, bool failsForGood) : IFileOperations
{
    public const string Problem = "Input/output error";

    /// <summary>How many operations were asked for.</summary>
    public int Operations { get; private set; }

    public void CreateFolder(string folder)
    {
        Step();
        files.CreateFolder(folder);
    }

    public IOutputFile Create(string path)
    {
        Step();
        return new FaultyFile(this, files.Create(path));
    }

    public void Rename(string from, string to)
    {
        Step();
        files.Rename(from, to);
    }

    public void FlushFolder(string folder)
    {
        Step();
        files.FlushFolder(folder);
    }

    public void Delete(string path)
    {
        Step();
        files.Delete(path);
    }

    private bool IsFailing() => ++Operations == failing || (failsForGood && Operations > failing);

    private void Step()
    {
        if (IsFailing()) throw new IOException(Problem);
    }

    private int Torn(int length) => tears ? length / 2 : 0;

    private sealed class FaultyFile(FaultyFiles faults, IOutputFile file) : IOutputFile
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            var fails = faults.IsFailing();
            file.Write(fails ? bytes[..faults.Torn(bytes.Length)] : bytes);
            if (fails) throw new IOException(Problem);
        }

        public void Flush()
        {
            faults.Step();
            file.Flush();
        }

        public void Dispose() => file.Dispose();
    }
}
