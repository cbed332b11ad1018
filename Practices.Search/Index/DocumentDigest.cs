using System.Security.Cryptography;
using System.Text;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// Names the content of an index: a digest of each document, and one of all of them in the order of their ids. It does not depend on how the
/// documents lie in files.
/// </summary>
internal sealed class DocumentDigest : IDisposable
{
    private readonly IncrementalHash _all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ByteBuffer _bytes = new();

    public DocumentDigest(IndexSchema schema)
    {
        Add((uint)SectionWriter.FormatVersion);
        Add((uint)schema.Texts.Length);
        foreach (var field in schema.Texts)
        {
            Add(field.Name);
            _bytes.Write(BitConverter.GetBytes(field.Weight));
        }

        foreach (var facet in schema.Facets) Add(facet);
        EndPart();
    }

    /// <summary>Adds a document; they come in the order of their ids.</summary>
    public void Add(Document document)
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
        EndPart();
    }

    /// <summary>The name: 32 hexadecimal digits.</summary>
    public string Finish() => Convert.ToHexStringLower(_all.GetHashAndReset().AsSpan(0, 16));

    /// <inheritdoc/>
    public void Dispose() => _all.Dispose();

    private void EndPart()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.Written, digest);
        _all.AppendData(digest);
        _bytes.Clear();
    }

    // Every part carries its length, so that no two contents are the same bytes.
    private void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    private void Add(ReadOnlySpan<byte> bytes)
    {
        Add((uint)bytes.Length);
        _bytes.Write(bytes);
    }

    private void Add(uint number) => _bytes.WriteVarInt(number);
}
