using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest.Pictures;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Ingest;

/// <summary>A file as far as it can be judged alone.</summary>
/// <param name="File">The file.</param>
/// <param name="Practice">The record; <see langword="null"/> when an error refuses it.</param>
/// <param name="Context">Its problems, and what it says of other records and of files beside it.</param>
/// <param name="IsTakenDown">Whether it says, however wrong the rest of it may be, that its record is not public: that is obeyed.</param>
public sealed record RecordReading(ContentFile File, Practice? Practice, RecordContext Context, bool IsTakenDown = false);

/// <summary>Makes a record of a draft, or says why not.</summary>
public static class PracticeValidator
{
    /// <summary>Reads one file's bytes to the end.</summary>
    public static RecordReading Read(ContentFile file, ReadOnlySpan<byte> bytes, VocabularySet vocabularies)
    {
        var context = new RecordContext(vocabularies, new(file.Name));
        if (PracticeDraft.Read(file, bytes, context.Problems) is not { } draft) return new(file, null, context);
        return new(file, Validate(draft, file, context), context, IsTakenDown(draft));
    }

    /// <summary>The record of a draft. Every problem is reported, not the first alone; any error gives <see langword="null"/>.</summary>
    public static Practice? Validate(PracticeDraft draft, ContentFile file, RecordContext context)
    {
        if (ScalarText.Id(draft.Id).Wrong is { } wrong) context.Problems.Error("invalid-id", Position.Start, $"The file's name is its id. {wrong} Rename the file.");
        var practice = Fields.Read(draft.FrontMatter.Keys, context, fields => RecordFields.Define(fields, draft.Kind));
        if (draft.FolderKind is { } kind && kind != draft.Kind)
        {
            var at = draft.FrontMatter.Keys.Find("kind")?.Value.At ?? Position.Start;
            context.Problems.Error("kind-folder", at, $"A record of kind {RecordFields.Kinds[(int)draft.Kind]} lies in the folder of kind {RecordFields.Kinds[(int)kind]}. Move the file, or mend the kind.");
        }

        var story = MarkdownReader.Read(draft.Source, draft.FrontMatter.BodyStart, draft.Id, context);
        var media = PictureChecker.Check(file, practice.Media, context);
        if (context.Problems.HasErrors || story is null) return null;
        practice = practice with
        {
            Id = draft.Id,
            File = draft.File,
            BodyHtml = story.Html,
            BodyText = story.Text,
            Media = media,
        };
        var (percent, missing) = Completeness.Of(practice);
        return practice with { CompletenessPercent = percent, Missing = missing };
    }

    private static bool IsTakenDown(PracticeDraft draft) =>
        draft.FrontMatter.Keys.Find("status")?.Value is YamlScalar { Text: "draft" or "in-review" or "staged" or "withdrawn" };
}
