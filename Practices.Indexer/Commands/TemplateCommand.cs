using System.CommandLine;
using Practices.Indexer.Import.Mappings;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Commands;

/// <summary><c>template</c>: the table that a secretariat fills in.</summary>
internal static class TemplateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var form = new Argument<string>("form") { Description = "csv, or xlsx with a second sheet that explains the columns." };
        form.AcceptOnlyFromAmong("csv", "xlsx");
        var award = new Argument<string>("award") { Description = "Whose mapping names the columns; without it, the generic one.", DefaultValueFactory = _ => MappingShelf.Generic };
        var to = new Option<string?>("--out") { Description = "The file to write. Default: standard output.", HelpName = "FILE" };
        var content = Folders.Content();
        var command = new Command("template", "Writes an empty table of submissions, with an example row that no import takes.") { form, award, to, content };
        command.SetAction(parsed =>
        {
            var folder = ContentFolder.Find(parsed.GetValue(content));
            var messages = parsed.InvocationConfiguration.Error;
            if (MappingShelf.Find(folder, parsed.GetValue(award)!, named: null) is not { } path)
            {
                messages.WriteLine($"There is no mapping for \"{parsed.GetValue(award)}\" and no generic one in \"{folder}\". Name a content folder with --content.");
                return ExitCode.Usage;
            }

            var (mapping, problems) = Mapping.Read(path, VocabularyShelf.ReadSet(folder));
            foreach (var problem in problems) messages.WriteLine(problem);
            if (mapping is null) return ExitCode.Findings;
            using var output = parsed.GetValue(to) is { } file ? File.Create(file) : Console.OpenStandardOutput();
            if (parsed.GetValue(form) == "csv") ImportTemplate.WriteCsv(mapping, output);
            else WriteWorkbook(mapping, output);
            return ExitCode.Ok;
        });
        return command;
    }

    // An archive is written with steps back, which a pipe cannot take.
    private static void WriteWorkbook(Mapping mapping, Stream output)
    {
        using var whole = new MemoryStream();
        ImportTemplate.WriteWorkbook(mapping, whole);
        whole.Position = 0;
        whole.CopyTo(output);
    }
}
