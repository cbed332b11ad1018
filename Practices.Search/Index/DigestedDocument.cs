using System.Runtime.InteropServices;

namespace Practices.Search.Index;

/// <summary>A document that is to be written, and the digest of its content.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DigestedDocument(Document Document, UInt128 Digest);
