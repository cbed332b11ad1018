using System.CommandLine;
using System.Text.Json;
using Practices.Indexer.Evaluation;

namespace Practices.Indexer.Commands;

/// <summary><c>practices evaluate</c>: how well the engine ranks on any test collection.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var documents = Required("--docs", "JSON lines with id, title and body.");
        var queries = Required("--queries", "Lines of id TAB text.");
        var judgements = Required("--qrels", "TREC judgements: query, iteration, document, grade.");
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("evaluate", "Measure the ranking on a test collection: nDCG@10, MAP, Recall@100.") { documents, queries, judgements, json };
        command.SetAction(arguments =>
        {
            var collection = TestCollection.Read(arguments.GetValue(documents)!, arguments.GetValue(queries)!, arguments.GetValue(judgements)!);
            var folder = Directory.CreateTempSubdirectory("practices-evaluate-");
            try
            {
                var relevance = Terminal.While("Evaluating", () => Evaluator.Measure(collection, folder.FullName));
                var answer = new EvaluateAnswer(
                    collection.Documents.Length, collection.Queries.Length, relevance.NdcgAt10, relevance.MeanAveragePrecision, relevance.RecallAt100);
                Console.Out.WriteLine(arguments.GetValue(json)
                    ? JsonSerializer.Serialize(answer, CommandJson.Default.EvaluateAnswer)
                    : $"{answer.Documents} documents, {answer.Queries} queries: nDCG@10 {answer.NdcgAt10:0.0000}, MAP {answer.Map:0.0000}, Recall@100 {answer.RecallAt100:0.0000}");
                return ExitCode.Ok;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, HelpName = "FILE", Required = true };
}
