using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// Names documents by their content: two documents of one digest are one document. The digests of an index added up, modulo 2^128, name all of it
/// (Bellare and Micciancio, "A new paradigm for collision-free hashing", 1997), so that the name depends on no order and no files, and a changed document changes it in one step.
/// </summary>
internal sealed class DocumentDigest
{
    private readonly ByteBuffer _bytes = new();
    private byte[] _utf8 = new byte[1024];

    /// <summary>The digest of a document. Facet values count once, in whatever order they stand.</summary>
    public UInt128 Of(Document document)
    {
        Add(document.Id);
        Add(document.Language);
        Add(document.Title);
        Add((uint)document.Date);
        Add((uint)document.Texts.Length);
        foreach (var text in document.Texts)
        {
            Add(text.Field);
            Add(text.Text);
        }

        foreach (var facet in document.Facets.OrderBy(facet => facet.Field, StringComparer.Ordinal).ThenBy(facet => facet.Path).Distinct())
        {
            Add(facet.Field);
            Add(facet.Path.Text);
        }

        Add((uint)document.Points.Length);
        foreach (var point in document.Points)
        {
            _bytes.Write(BitConverter.GetBytes(point.Latitude));
            _bytes.Write(BitConverter.GetBytes(point.Longitude));
        }

        Add(document.Card.Span);
        Add(document.Stored.Span);
        return End();
    }

    /// <summary>The name of an index: 32 hexadecimal digits.</summary>
    /// <param name="schema">Its fields.</param>
    /// <param name="documents">How many documents it has.</param>
    /// <param name="sum">Their digests, added up.</param>
    public string NameOf(IndexSchema schema, int documents, UInt128 sum)
    {
        Add((uint)SectionWriter.FormatVersion);
        Add((uint)schema.Texts.Length);
        foreach (var field in schema.Texts)
        {
            Add(field.Name);
            _bytes.Write(BitConverter.GetBytes(field.Weight));
        }

        foreach (var facet in schema.Facets) Add(facet);
        Add((uint)documents);
        Add(sum.ToString("x32", CultureInfo.InvariantCulture));
        return End().ToString("x32", CultureInfo.InvariantCulture);
    }

    private UInt128 End()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.Written, digest);
        _bytes.Clear();
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    // Every part carries its length, so that no two contents are the same bytes.
    private void Add(string text)
    {
        if (_utf8.Length < Encoding.UTF8.GetMaxByteCount(text.Length)) _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        Add(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        Add((uint)bytes.Length);
        _bytes.Write(bytes);
    }

    private void Add(uint number) => _bytes.WriteVarInt(number);
}
