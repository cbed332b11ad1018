using Microsoft.Extensions.Logging;
using Practices.Indexer.Diagnostics;
using Practices.Web.Hosting;
using Xunit;

namespace Practices.Tests.Web;

public sealed class ProblemLogTests
{
    private static readonly Diagnostic Old = new(Severity.Warning, "picture-alt", "practices/old.md", 4, 1, "It has no words.");
    private static readonly Diagnostic New = new(Severity.Error, "unknown-key", "practices/new.md", 2, 1, "There is no such key.");

    [Fact]
    public void At_the_start_every_problem_has_its_line() => Assert.Equal([Old.ToString(), New.ToString()], Lines([], [Old, New]));

    [Fact]
    public void Later_only_what_is_new_has_a_line_and_the_rest_a_number() =>
        Assert.Equal([New.ToString(), "Problems of the content that are as they were: 1."], Lines([Old], [Old, New]));

    [Fact]
    public void Nothing_is_said_once_all_is_mended() => Assert.Empty(Lines([Old], []));

    private static List<string> Lines(IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> now)
    {
        var log = new LineLog();
        Collection.Report(before, now, log);
        return log.Written;
    }

    private sealed class LineLog : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
