using Xunit;

namespace Practices.Tests;

/// <summary>Ends a test that would hang. The limit is far above what a slow machine needs: speed is measured by the benchmarks, not here.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Does something that has been known to take for ever.</summary>
    public static void WithAnEnd(Action action)
    {
        var work = Task.Run(action);
        Assert.True(Task.WaitAny([work], Limit) == 0, $"It has not ended after {Limit.TotalMinutes:0} minutes.");
        work.GetAwaiter().GetResult();
    }
}
