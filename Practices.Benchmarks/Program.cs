using System.Text.Json;
using Practices.Benchmarks;
using Practices.Search.Index;

const int usage = 2;
const int inputOutput = 3;

if (Options.Parse(args, out var problem) is not { } options)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Options.Usage);
    return usage;
}

try
{
    if (options.FirstAnswer.Length > 0)
    {
        Console.WriteLine(OpeningTimes.Answer(options.FirstAnswer, options.Text));
    }
    else if (options.Serve.Length > 0)
    {
        Console.WriteLine(JsonSerializer.Serialize(ServingMemory.Serve(options.Serve, Corpus.Of(options)), JsonReport.Line));
    }
    else if (options.StaticPage.Length > 0)
    {
        StaticPage.Serve(options.Address, options.StaticPage);
    }
    else if (options.Web.Length > 0)
    {
        Console.WriteLine(JsonSerializer.Serialize(await WebTimes.Measure(options.Web, options.Content), JsonReport.Options));
    }
    else if (options.ContentFiles > 0)
    {
        var times = await ContentTimes.Measure(options.ContentFiles, Say);
        if (options.Json) Console.WriteLine(JsonSerializer.Serialize(times, JsonReport.Options));
        else times.Print(Console.Out);
    }
    else if (options.Submissions > 0)
    {
        var times = SubmissionTimes.Measure(options.Submissions, options.Table, Say);
        if (options.Json) Console.WriteLine(JsonSerializer.Serialize(times, JsonReport.Options));
        else times.Print(Console.Out);
    }
    else
    {
        var report = EngineBenchmark.Run(options, Say);
        if (options.Json) Console.WriteLine(JsonSerializer.Serialize(report, JsonReport.Options));
        else report.Print(Console.Out);
    }

    return 0;
}
catch (Exception refused) when (refused is InputException or IndexException)
{
    Console.Error.WriteLine(refused.Message);
    return inputOutput;
}

static void Say(string doing)
{
    if (!Console.IsErrorRedirected) Console.Error.WriteLine(doing);
}
