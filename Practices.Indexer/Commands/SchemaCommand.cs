using System.CommandLine;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Commands;

/// <summary><c>schema</c>: the JSON Schema of front matter, for editors that complete and check while typing.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var content = Folders.Content();
        var command = new Command("schema", "Prints the JSON Schema of front matter, with the ids of this content's vocabularies.") { content };
        command.SetAction(parsed =>
        {
            var folder = ContentFolder.Find(parsed.GetValue(content));
            if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no content folder \"{folder}\". Name one with --content.");
            parsed.InvocationConfiguration.Output.Write(RecordSchema.Write(VocabularyShelf.ReadSet(folder)));
            return ExitCode.Ok;
        });
        return command;
    }
}
