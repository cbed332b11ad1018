using Practices.Search.Index;

namespace Practices.Tests.Search.Index;

/// <summary>
/// Opens and searches indexes whose files are damaged and vouched for by right checksums, as no disk but a faulty writer would leave them. Runs in a process of its
/// own, since what is tried is whether it lives. Says each damage before it is tried and what came of it afterwards.
/// </summary>
internal static class DamageRun
{
    public const string Verb = "read-damaged";
    public const string Hangs = "hangs";

    public static void Run(int seed, int count)
    {
        var random = new Random(seed);
        var damage = new Damage(random);
        var index = IndexBytes.Make(seed, 80);
        using var folder = new TemporaryFolder();
        for (var i = 0; i < count; i++)
        {
            var files = index.Files;
            files.Remove("manifest.json", out var manifest);
            Console.Write(damage.Do(files, keepsLength: true) + ": ");
            files.Add("manifest.json", manifest!);
            IndexBytes.Vouch(files);
            IndexBytes.Put(files, folder.Path);
            var reading = Task.Run(() => Read(folder.Path, index.State));
            if (!reading.Wait(TimeSpan.FromSeconds(30)))
            {
                Console.WriteLine(Hangs);
                return;
            }

            Console.WriteLine(reading.Result);
        }
    }

    private static string Read(string folder, string whole)
    {
        try
        {
            return IndexState.Of(folder) == whole ? "no difference" : "another answer";
        }
        catch (Exception problem)
        {
            var where = new System.Diagnostics.StackTrace(problem).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType)
                .FirstOrDefault(type => type?.Namespace?.StartsWith("Practices.Search", StringComparison.Ordinal) == true);
            return problem is IndexException ? nameof(IndexException) : $"{problem.GetType().Name} in {where?.Name}";
        }
    }
}
