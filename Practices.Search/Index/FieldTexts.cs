using System.Collections.Immutable;
using System.Text;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>The texts of a document as bytes: for each its field's place in the schema, its length and its UTF-8.</summary>
internal static class FieldTexts
{
    /// <summary>Adds a text to a document's bytes.</summary>
    public static void Write(ByteBuffer bytes, int field, string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        bytes.WriteVarInt((uint)field);
        bytes.WriteVarInt((uint)encoded.Length);
        bytes.Write(encoded);
    }

    /// <summary>Reads a document's texts, in the order in which they were added.</summary>
    public static ImmutableArray<(int Field, string Text)> Read(ReadOnlySpan<byte> bytes)
    {
        var texts = ImmutableArray.CreateBuilder<(int Field, string Text)>();
        for (var index = 0; index < bytes.Length;)
        {
            var field = (int)VarInt.Read(bytes, ref index);
            var length = (int)VarInt.Read(bytes, ref index);
            texts.Add((field, Encoding.UTF8.GetString(bytes.Slice(index, length))));
            index += length;
        }

        return texts.DrainToImmutable();
    }
}
