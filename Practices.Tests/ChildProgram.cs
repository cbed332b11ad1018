using System.Diagnostics;
using System.Globalization;
using Practices.Tests.Indexer.Transactions;
using Practices.Tests.Search.Index;

namespace Practices.Tests;

/// <summary>What the tests do in a process of its own, so that it can be killed, or die, and the tests go on.</summary>
internal static class ChildProgram
{
    public static int Main(string[] args)
    {
        switch (args)
        {
            case [EndlessWriter.Verb, var folder, var first]:
                EndlessWriter.Run(folder, int.Parse(first, CultureInfo.InvariantCulture));
                return 0;

            case [EndlessChanges.Verb, var folder, var first]:
                EndlessChanges.Run(folder, int.Parse(first, CultureInfo.InvariantCulture));
                return 0;

            case [DamageRun.Verb, var seed, var count]:
                DamageRun.Run(int.Parse(seed, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture));
                return 0;

            default:
                Console.Error.WriteLine("This program holds tests: run \"dotnet test\".");
                return 2;
        }
    }

    /// <summary>Starts this program; whoever does reads what it says.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments.Prepend(typeof(ChildProgram).Assembly.Location)) start.ArgumentList.Add(argument);

        // Damage may make it ask for more than the machine has.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x20000000";
        return Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
    }
}
