using System.Security.Cryptography;
using System.Text;
using Practices.Search.Storage;

namespace Practices.Indexer.Transactions;

/// <summary>
/// Writes what a change makes of each file, one after the other, so that its size does not matter. The journal ends in a checksum of everything before.
/// </summary>
internal sealed class JournalWriter(IFileOperations files, string path) : IDisposable
{
    // Small files are gathered, so that the disk is asked once for many.
    private const int Gathered = 128 * 1024;

    private readonly IOutputFile _file = files.Create(path);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _buffer = new(Gathered);

    /// <summary>Adds a file.</summary>
    public void Add(JournalAction action, string name, string before, ReadOnlySpan<byte> bytes)
    {
        using (var writer = new BinaryWriter(_buffer, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write((byte)action);
            writer.Write(name);
            writer.Write(before);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }

        if (_buffer.Length >= Gathered) Empty();
    }

    /// <summary>Ends the journal and waits until it is on the disk.</summary>
    public void Complete()
    {
        _buffer.WriteByte((byte)JournalAction.End);
        Empty();
        _file.Write(_hash.GetHashAndReset());
        _file.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
        _buffer.Dispose();
    }

    private void Empty()
    {
        var bytes = _buffer.GetBuffer().AsSpan(0, (int)_buffer.Length);
        _hash.AppendData(bytes);
        _file.Write(bytes);
        _buffer.SetLength(0);
    }
}
