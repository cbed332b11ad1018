using System.CommandLine;
using Practices.Indexer.Commands;

var root = new RootCommand("Practices: the index of urban practices. Data goes to stdout, messages to stderr; exit codes: 0 fine, 1 findings, 2 usage, 3 input or output.")
{
    CheckCommand.Create(),
    NewCommand.Create(),
    ImportCommand.Create(),
    StageCommands.Announce(),
    StageCommands.Withdraw(),
    DuplicatesCommand.Create(),
    MergeCommand.Create(),
    LogCommand.Create(),
    TemplateCommand.Create(),
    SchemaCommand.Create(),
    IndexCommand.Create(),
    SearchCommand.Create(),
    ExplainCommand.Create(),
    WatchCommand.Create(),
    StatsCommand.Create(),
    EvaluateCommand.Create(),
};

var arguments = root.Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (var error in arguments.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("`practices --help` lists the commands, `practices COMMAND --help` their options.");
    return ExitCode.Usage;
}

try
{
    return await arguments.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(problem.Message);
    return ExitCode.InputOutput;
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    return ExitCode.Findings;
}
