using System.CommandLine;
using Practices.Indexer.Content;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Commands;

/// <summary><c>new</c>: a starting file for a record, in the right place, with every key explained.</summary>
internal static class NewCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var title = new Argument<string>("title") { Description = "What the record is called, in quotes." };
        var kind = new Option<string>("--kind") { Description = "What it is about.", DefaultValueFactory = _ => RecordFields.Kinds[0] };
        kind.AcceptOnlyFromAmong([.. RecordFields.Kinds]);
        var id = new Option<string?>("--id") { Description = "The record's id and the name of its file; made of the title without it.", HelpName = "ID" };
        var content = Folders.Content();
        var command = new Command("new", "Writes a starting file for a record and prints where it is.") { title, kind, id, content };
        command.SetAction(parsed => Run(
            ContentFolder.Find(parsed.GetValue(content)),
            parsed.GetValue(title)!.Trim(),
            (RecordKind)RecordFields.Kinds.IndexOf(parsed.GetValue(kind)!),
            parsed.GetValue(id),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string folder, string title, RecordKind kind, string? wantedId, TextWriter output, TextWriter messages)
    {
        var id = wantedId ?? RecordId.FromName(title);
        if (title.Length == 0 || !RecordId.IsValid(id))
        {
            messages.WriteLine(wantedId is null
                ? "The title has no letters that an id can be made of. Add --id, such as --id durban-landfill-gas."
                : $"\"{id}\" is not an id. Use small letters a to z, digits and single hyphens.");
            return ExitCode.Usage;
        }

        if (!Directory.Exists(folder))
        {
            messages.WriteLine($"There is no content folder \"{folder}\". Name one with --content, or in the environment variable {ContentFolder.Variable}.");
            return ExitCode.InputOutput;
        }

        if (ContentFile.Folders.Select(one => Existing(folder, one.Folder, id)).FirstOrDefault(file => file is not null) is { } taken)
        {
            messages.WriteLine($"The id \"{id}\" belongs to {taken} already. Edit that file, or choose another id with --id.");
            return ExitCode.InputOutput;
        }

        var path = Path.Combine(folder, ContentFile.Folders.First(one => one.Kind == kind).Folder, $"{id}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write)))
            file.Write(StartingFile.Write(title, kind, DateOnly.FromDateTime(DateTime.Today), VocabularyShelf.ReadSet(folder)));
        output.WriteLine(path);
        messages.WriteLine("Fill in the keys that stand without a value, then run \"practices check\".");
        return ExitCode.Ok;
    }

    private static string? Existing(string root, string kindFolder, string id)
    {
        string[] places = [Path.Combine(root, kindFolder, $"{id}.md"), Path.Combine(root, kindFolder, id, "index.md")];
        return places.FirstOrDefault(File.Exists);
    }
}
