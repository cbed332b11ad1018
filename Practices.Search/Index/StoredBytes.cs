using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>Bytes kept for each document, read one document at a time.</summary>
/// <param name="file">The file.</param>
/// <param name="section">The section of the bytes; where each document's begin is the next.</param>
internal sealed class StoredBytes(SectionFile file, int section)
{
    /// <summary>The first such pair of sections of a file.</summary>
    public const int First = 1;

    /// <summary>The second.</summary>
    public const int Second = 3;

    private readonly Blob _bytes = file.Blob(section);
    private readonly Column<long> _starts = file.Column<long>(section + 1);

    /// <summary>A document's bytes.</summary>
    public ReadOnlySpan<byte> Of(int doc)
    {
        var starts = _starts.Span;
        return _bytes.Slice(starts[doc], (int)(starts[doc + 1] - starts[doc]));
    }

    /// <summary>Writes the bytes of documents in their order.</summary>
    internal sealed class Writer
    {
        private readonly SectionWriter _sections;
        private readonly int _section;
        private readonly List<long> _starts = [0];

        public Writer(SectionWriter sections, int section)
        {
            _sections = sections;
            _section = section;
            _sections.Begin(section);
        }

        /// <summary>Adds the next document's bytes.</summary>
        public void Add(ReadOnlySpan<byte> bytes)
        {
            _sections.Write(bytes);
            _starts.Add(_sections.SectionLength);
        }

        /// <summary>Ends the pair of sections.</summary>
        public void Finish() => _sections.Section<long>(_section + 1, _starts.ToArray());
    }
}
