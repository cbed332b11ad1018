using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>Bytes kept for each document, read one document at a time.</summary>
internal sealed class StoredBytes(SectionFile file)
{
    private const int Bytes = 1;
    private const int Starts = 2;
    private readonly Blob _bytes = file.Blob(Bytes);
    private readonly Column<long> _starts = file.Column<long>(Starts);

    /// <summary>A document's bytes.</summary>
    public ReadOnlySpan<byte> Of(int doc)
    {
        var starts = _starts.Span;
        return _bytes.Slice(starts[doc], (int)(starts[doc + 1] - starts[doc]));
    }

    /// <summary>Writes the bytes of documents in their order.</summary>
    internal sealed class Writer : IDisposable
    {
        private readonly SectionWriter _sections;
        private readonly List<long> _starts = [0];

        public Writer(IFileOperations files, string folder, string name)
        {
            _sections = new(files, folder, name);
            _sections.Begin(Bytes);
        }

        /// <summary>Adds the next document's bytes.</summary>
        public void Add(ReadOnlySpan<byte> bytes)
        {
            _sections.Write(bytes);
            _starts.Add(_sections.SectionLength);
        }

        /// <summary>Ends the file.</summary>
        public FileEntry Finish()
        {
            _sections.Section<long>(Starts, _starts.ToArray());
            return _sections.Finish();
        }

        /// <inheritdoc/>
        public void Dispose() => _sections.Dispose();
    }
}
