using System.Security.Cryptography;
using System.Text;

namespace Practices.Indexer.Transactions;

/// <summary>Reads a journal that stands whole on the disk.</summary>
internal sealed class JournalReader : IDisposable
{
    private const int ChecksumLength = 32;

    private readonly FileStream _stream;

    /// <summary>Opens a journal and checks every byte of it.</summary>
    /// <exception cref="IOException">It cannot be read, or is damaged; the message says what to do.</exception>
    public JournalReader(string path)
    {
        _stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024);
        try
        {
            CheckBytes();
            Entries = ReadEntries();
        }
        catch (Exception problem) when (problem is EndOfStreamException or InvalidDataException or DecoderFallbackException)
        {
            _stream.Dispose();
            throw new IOException($"The journal of a change, {path}, is damaged. Compare the content with its backup, then delete that file.", problem);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>Its files in order, each once, by what was said of it last; those that stay as they are are left out.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; }

    /// <summary>The new bytes of a file.</summary>
    public byte[] BytesOf(JournalEntry entry)
    {
        var bytes = new byte[entry.Length];
        RandomAccess.Read(_stream.SafeFileHandle, bytes, entry.Offset);
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void CheckBytes()
    {
        if (_stream.Length <= ChecksumLength) throw new InvalidDataException();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        for (var left = _stream.Length - ChecksumLength; left > 0;)
        {
            var read = _stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) throw new EndOfStreamException();
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        var checksum = new byte[ChecksumLength];
        _stream.ReadExactly(checksum);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(checksum)) throw new InvalidDataException();
        _stream.Position = 0;
    }

    private List<JournalEntry> ReadEntries()
    {
        var entries = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        using var reader = new BinaryReader(_stream, Encoding.UTF8, leaveOpen: true);
        while ((JournalAction)reader.ReadByte() is var action && action != JournalAction.End)
        {
            var name = reader.ReadString();
            var before = reader.ReadString();
            var length = reader.ReadInt32();
            entries[name] = new(action, name, before, _stream.Position, length);
            _stream.Seek(length, SeekOrigin.Current);
        }

        return [.. entries.Values.Where(entry => entry.Action != JournalAction.Leave)];
    }
}
