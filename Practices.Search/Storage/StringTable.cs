using System.Collections.Immutable;
using System.Text;

namespace Practices.Search.Storage;

/// <summary>A short list of texts as a section: before each its length in bytes.</summary>
internal static class StringTable
{
    /// <summary>Writes the section.</summary>
    public static void Write(SectionWriter writer, int id, IEnumerable<string> texts)
    {
        var bytes = new ByteBuffer();
        foreach (var text in texts)
        {
            var encoded = Encoding.UTF8.GetBytes(text);
            bytes.WriteVarInt((uint)encoded.Length);
            bytes.Write(encoded);
        }

        writer.Section(id, bytes.Written);
    }

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<string> Read(SectionFile file, int id)
    {
        var bytes = file.Column<byte>(id).Span;
        var texts = ImmutableArray.CreateBuilder<string>();
        for (var index = 0; index < bytes.Length;)
        {
            var length = (int)VarInt.Read(bytes, ref index);
            texts.Add(Encoding.UTF8.GetString(bytes.Slice(index, length)));
            index += length;
        }

        return texts.DrainToImmutable();
    }
}
