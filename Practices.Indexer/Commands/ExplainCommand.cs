using System.CommandLine;
using System.Text.Json;
using Practices.Search.Searching;

namespace Practices.Indexer.Commands;

/// <summary><c>practices explain</c>: why a record ranks where it does.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var content = Folders.Content();
        var index = Folders.Index();
        var text = new Argument<string>("words") { Description = "The search." };
        var id = new Argument<string>("id") { Description = "The record." };
        var json = new Option<bool>("--json") { Description = "Print the numbers as JSON." };
        var noWiden = SearchCommand.NoWiden();
        var command = new Command("explain", "Print every number of a record's score.") { text, id, content, index, noWiden, json };
        command.SetAction(arguments =>
        {
            using var library = Folders.Opened(arguments.GetValue(content), arguments.GetValue(index));
            var key = arguments.GetValue(id)!;
            if (library.Current.Find(key) is null)
            {
                Console.Error.WriteLine($"There is no published record \"{key}\".");
                return ExitCode.Findings;
            }

            if (library.Current.Explain(new() { Text = arguments.GetValue(text)!, Widen = !arguments.GetValue(noWiden) }, key) is not { } explanation)
            {
                Console.Error.WriteLine($"\"{key}\" does not match \"{arguments.GetValue(text)}\".");
                return ExitCode.Findings;
            }

            if (arguments.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(Answer(explanation), CommandJson.Default.ExplainAnswer));
            else Print(explanation, 0);
            return ExitCode.Ok;
        });
        return command;
    }

    private static ExplainAnswer Answer(Explanation explanation) =>
        new(explanation.Value, explanation.Description, [.. explanation.Details.Select(Answer)]);

    private static void Print(Explanation explanation, int depth)
    {
        Console.Out.WriteLine($"{new string(' ', depth * 2)}{explanation.Value:0.######}  {explanation.Description}");
        foreach (var detail in explanation.Details) Print(detail, depth + 1);
    }
}
