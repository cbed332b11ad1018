using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Ingest;

/// <summary>What an author wrote: anything in it may be missing or wrong.</summary>
/// <param name="File">The file, relative to the content folder.</param>
/// <param name="Id">The id that its name gives it, by no rule yet.</param>
/// <param name="Kind">The kind that it says it is, or that its folder says.</param>
/// <param name="FolderKind">The kind that its folder holds; <see langword="null"/> outside the folders of kinds.</param>
/// <param name="Source">The file's text.</param>
/// <param name="FrontMatter">Its keys and where its story begins.</param>
public sealed record PracticeDraft(string File, string Id, RecordKind Kind, RecordKind? FolderKind, SourceText Source, FrontMatter FrontMatter)
{
    /// <summary>Makes a draft of a file's bytes; <see langword="null"/> when it is not text or has no front matter that can be read, which is reported.</summary>
    public static PracticeDraft? Read(ContentFile file, ReadOnlySpan<byte> bytes, FileDiagnostics problems)
    {
        if (SourceText.Read(bytes, problems) is not { } source || FrontMatter.Read(source, problems) is not { } frontMatter) return null;
        var said = frontMatter.Keys.Find("kind")?.Value is YamlScalar kind ? RecordFields.Kinds.IndexOf(kind.Text) : -1;
        return new(file.Name, file.Id, said >= 0 ? (RecordKind)said : file.Kind ?? RecordKind.Practice, file.Kind, source, frontMatter);
    }
}
