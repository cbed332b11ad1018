using System.Diagnostics;

namespace Practices.Benchmarks;

/// <summary>This program, started again by itself to measure what only a fresh process shows.</summary>
internal static class ChildProcess
{
    /// <summary>Starts it; returns its first line and how many milliseconds after the start that line came.</summary>
    public static (string Line, double Milliseconds) FirstLine(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in arguments.Prepend(typeof(ChildProcess).Assembly.Location)) start.ArgumentList.Add(argument);
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The child process said nothing.");
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        process.WaitForExit();
        return (line, milliseconds);
    }
}
