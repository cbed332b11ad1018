using System.CommandLine;
using System.Text.Json;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;

namespace Practices.Indexer.Commands;

/// <summary><c>practices stats</c>: what the collection holds.</summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var content = Folders.Content();
        var index = Folders.Index();
        var json = new Option<bool>("--json") { Description = "Print the counts as JSON." };
        var command = new Command("stats", "Count the published records by kind, goal, region, theme, award and the rest.") { content, index, json };
        command.SetAction(arguments =>
        {
            using var library = Folders.Opened(arguments.GetValue(content), arguments.GetValue(index));
            var catalog = library.Current;
            var result = catalog.Search(new() { PageSize = 0 });
            var completeness = catalog.Ids.Select(id => catalog.Find(id)!.CompletenessPercent).DefaultIfEmpty(0).Average();
            var answer = new StatsAnswer(result.Total, Math.Round(completeness, 1), SearchCommand.Counts(catalog, result, FacetSelection.Empty));
            if (arguments.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(answer, CommandJson.Default.StatsAnswer));
            else Print(answer);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Print(StatsAnswer answer)
    {
        Console.Out.WriteLine($"{answer.Total} records, {answer.MeanCompleteness:0.#} % complete on average");
        foreach (var facet in answer.Facets.Where(f => !f.Values.IsEmpty))
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine($"{facet.Label} (--{facet.Field})");
            foreach (var value in facet.Values) Console.Out.WriteLine($"{value.Count,6}  {value.Label}  [{value.Value}]");
        }
    }
}
