using System.Collections.Immutable;
using System.Text;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// The texts of a document as bytes: how many entries the term vectors of all texts have and these, hashes before steps, so that one comparison goes over the whole document;
/// then for each text its field's place in the schema, how many of the entries are its own, its length and its UTF-8.
/// </summary>
internal readonly ref struct FieldTexts
{
    private readonly ReadOnlySpan<byte> _texts;

    /// <summary>Reads what <see cref="Writer"/> wrote.</summary>
    public FieldTexts(ReadOnlySpan<byte> bytes)
    {
        var index = 0;
        var entries = (int)VarInt.Read(bytes, ref index);
        Terms = new(bytes.Slice(index, entries), bytes.Slice(index + entries, entries));
        _texts = bytes[(index + (2 * entries))..];
    }

    /// <summary>The terms of all texts.</summary>
    public TermVector Terms { get; }

    /// <summary>Reads a document's texts, in the order in which they were added.</summary>
    public static ImmutableArray<(int Field, string Text)> Read(ReadOnlySpan<byte> bytes)
    {
        var texts = ImmutableArray.CreateBuilder<(int Field, string Text)>();
        foreach (var text in new FieldTexts(bytes)) texts.Add((text.Field, Encoding.UTF8.GetString(text.Utf8)));
        return texts.DrainToImmutable();
    }

    /// <summary>The texts, in the order in which they were added.</summary>
    public Enumerator GetEnumerator() => new(_texts);

    /// <summary>A text as it lies in the file.</summary>
    /// <param name="field">Its field's place in the schema.</param>
    /// <param name="entries">Which entries of the document's terms are its own.</param>
    /// <param name="utf8">The text.</param>
    internal readonly ref struct Stored(int field, Range entries, ReadOnlySpan<byte> utf8)
    {
        public int Field { get; } = field;

        public Range Entries { get; } = entries;

        public ReadOnlySpan<byte> Utf8 { get; } = utf8;
    }

    /// <summary>Goes from text to text.</summary>
    internal ref struct Enumerator(ReadOnlySpan<byte> texts)
    {
        private readonly ReadOnlySpan<byte> _texts = texts;
        private int _index;
        private int _entry;

        public Stored Current { get; private set; }

        public bool MoveNext()
        {
            if (_index == _texts.Length) return false;
            var field = (int)VarInt.Read(_texts, ref _index);
            var entries = (int)VarInt.Read(_texts, ref _index);
            var length = (int)VarInt.Read(_texts, ref _index);
            Current = new(field, _entry..(_entry + entries), _texts.Slice(_index, length));
            _index += length;
            _entry += entries;
            return true;
        }
    }

    /// <summary>Turns texts into bytes, document by document.</summary>
    internal sealed class Writer
    {
        private readonly TermVector.Builder _terms = new();
        private readonly ByteBuffer _texts = new();
        private readonly ByteBuffer _bytes = new();
        private int _entries;

        /// <summary>The bytes of the document. Valid until the next is begun.</summary>
        public ReadOnlySpan<byte> Written
        {
            get
            {
                _bytes.Clear();
                _bytes.WriteVarInt((uint)_terms.Count);
                _bytes.Write(_terms.Vector.Hashes);
                _bytes.Write(_terms.Vector.Steps);
                _bytes.Write(_texts.Written);
                return _bytes.Written;
            }
        }

        /// <summary>Begins another document.</summary>
        public void BeginDocument()
        {
            _terms.Clear();
            _texts.Clear();
        }

        /// <summary>Begins a text, whose terms are to follow.</summary>
        public void BeginText()
        {
            _entries = _terms.Count;
            _terms.BeginText();
        }

        /// <summary>Adds a term of the text.</summary>
        /// <param name="hash">The term's <see cref="TermHash"/>.</param>
        /// <param name="start">Index of the UTF-16 unit at which its word begins.</param>
        public void AddTerm(byte hash, int start) => _terms.Add(hash, start);

        /// <summary>Adds the text itself.</summary>
        public void EndText(int field, string text)
        {
            var encoded = Encoding.UTF8.GetBytes(text);
            _texts.WriteVarInt((uint)field);
            _texts.WriteVarInt((uint)(_terms.Count - _entries));
            _texts.WriteVarInt((uint)encoded.Length);
            _texts.Write(encoded);
        }
    }
}
