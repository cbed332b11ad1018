using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace Practices.Web.Hosting;

/// <summary>
/// Hands a page to the server when it is whole. In the pieces that are usual, each would be sent, and copied for the cache, by itself, although all of them are made within a millisecond.
/// </summary>
public sealed class WholePages : IHttpResponseStreamWriterFactory
{
    // In characters. Nearly every page is shorter; a longer one goes in pieces of this length.
    private const int Length = 64 * 1024;

    /// <inheritdoc/>
    public TextWriter CreateWriter(Stream stream, Encoding encoding) =>
        new HttpResponseStreamWriter(stream, encoding, Length, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
