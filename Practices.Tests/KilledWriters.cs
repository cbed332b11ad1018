using System.Globalization;
using Xunit;

namespace Practices.Tests;

/// <summary>
/// Writers of numbered states, each killed at a random moment and followed by the next. A writer is a verb of <see cref="ChildProgram"/>: it says each number before it writes
/// the state and when the state stands.
/// </summary>
/// <param name="Seed">What the moments were drawn from.</param>
/// <param name="Kills">How many were killed.</param>
/// <param name="Inside">How many of them while they wrote.</param>
/// <param name="AsNew">How many of these left the new state.</param>
/// <param name="Stands">The last state.</param>
internal sealed record KilledWriters(int Seed, int Kills, int Inside, int AsNew, int Stands)
{
    private const string BeginsWord = "begins";
    private const string StandsWord = "stands";

    // Fewer or more where somebody asks for it.
    private static readonly int? Asked = int.TryParse(Environment.GetEnvironmentVariable("PRACTICES_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : null;

    /// <summary>What the writer does until it is killed.</summary>
    /// <param name="first">The number of the first state.</param>
    /// <param name="write">Writes a state over the one before it.</param>
    public static void Write(int first, Action<int> write)
    {
        for (var number = first; ; number++)
        {
            Console.WriteLine($"{BeginsWord} {number}");
            write(number);
            Console.WriteLine($"{StandsWord} {number}");
        }
    }

    /// <summary>Kills, and holds what is found each time to be the state that was begun or the one before it.</summary>
    /// <param name="verb">The writer's.</param>
    /// <param name="folder">Where it writes.</param>
    /// <param name="kills">How many, unless <c>PRACTICES_KILLS</c> says another number.</param>
    /// <param name="find">Finds the number of the state that stands whole, 0 for nothing; throws for anything between two.</param>
    public static async Task<KilledWriters> Run(string verb, string folder, int kills, Func<int> find)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (stands, inside, asNew) = (0, 0, 0);
        kills = Asked ?? kills;
        for (var kill = 0; kill < kills; kill++)
        {
            var (begun, ended) = await UntilKilled(verb, folder, stands + 1, random.Next(8), TimeSpan.FromMilliseconds(random.Next(30)));
            stands = find();
            Assert.True(stands == begun || stands == ended, $"seed {seed}, kill {kill}: {begun} was begun, {ended} was there, {stands} is found");
            if (begun == ended) continue;
            inside++;
            if (stands == begun) asNew++;
        }

        return new(seed, kills, inside, asNew, stands);
    }

    // Kills some time after so many lines were read. Returns the number of the state that was begun last, and of the one that was last said to stand.
    private static async Task<(int Begun, int Ended)> UntilKilled(string verb, string folder, int first, int lines, TimeSpan delay)
    {
        using var writer = ChildProgram.Start(verb, folder, first.ToString(CultureInfo.InvariantCulture));
        var errors = writer.StandardError.ReadToEndAsync();
        var (begun, ended) = (first - 1, first - 1);
        Task? kill = null;
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            var number = int.Parse(line.AsSpan(BeginsWord.Length), CultureInfo.InvariantCulture);
            if (line.StartsWith(BeginsWord, StringComparison.Ordinal)) begun = number;
            else ended = number;
            if (lines-- == 0) kill = Task.Delay(delay).ContinueWith(_ => writer.Kill(), TaskScheduler.Default);
        }

        Assert.Equal("", await errors);
        await (kill ?? Task.CompletedTask);
        await writer.WaitForExitAsync();
        return (begun, ended);
    }
}
