using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Practices.Indexer.Transactions;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Indexer.Commands;

/// <summary>A secretariat's afternoon on the command line: import, announce, withdraw, and the log of it.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Folder = "submissions/guangzhou-award/2020";

    private readonly TemporaryContent _content = new();
    private readonly ITestOutputHelper _output;

    public ImportCommandTests(ITestOutputHelper output)
    {
        _output = output;
        var awards = Path.Combine(Repository.Root, "content", "awards");
        _content.With("awards/guangzhou-award.md", File.ReadAllText(Path.Combine(awards, "guangzhou-award.md")));
        _content.With("awards/guangzhou-award.mappings/default.yaml", File.ReadAllText(Path.Combine(awards, "guangzhou-award.mappings", "default.yaml")));
    }

    public void Dispose() => _content.Dispose();

    [Fact]
    public void A_cycle_is_imported_announced_and_withdrawn_and_the_log_tells_it()
    {
        var file = Csv(Row(1), Row(2), Row(3));
        var dry = Run("import", "guangzhou-award", file, "--dry-run");
        Assert.Equal(0, dry.ExitCode);
        Assert.Equal("3 rows: 3 added, 0 changed, 0 unchanged, 0 in conflict, 0 left out, 0 refused; 0 missing, 0 problems. Nothing was written (dry run).", LastLine(dry.Output));
        Assert.False(Directory.Exists(Path.Combine(_content.Root, Folder)));

        Assert.Equal(0, Run("import", "guangzhou-award", file, "--by", "=cmd|'/c calc'!A1").ExitCode);
        Assert.StartsWith("3 rows: 0 added, 0 changed, 3 unchanged", LastLine(Run("import", "guangzhou-award", file).Output), StringComparison.Ordinal);

        var announce = Run("announce", "guangzhou-award", "2020", "--at", "2036-12-01T10:00+08:00");
        Assert.Equal(0, announce.ExitCode);
        Assert.Equal("3 records and 0 further recognitions appear at 2036-12-01T10:00+08:00 (3 shortlisted); 0 stay as they are.", LastLine(announce.Output));
        Assert.Equal(0, Run("withdraw", "guangzhou-award", "2020", "--reason", "A slip.").ExitCode);

        var log = Run("log", "--json");
        Assert.Equal(0, log.ExitCode);
        var lines = log.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["import", "import", "announce", "withdraw"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("what").GetString()!));
        Assert.Contains(",\"'=cmd|'/c calc'!A1\",", Run("log", "--csv").Output, StringComparison.Ordinal);
        Assert.Empty(Run("log", "--award", "another").Output);

        var path = Path.Combine(_content.Root, ContentLog.FileName);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"added\":3", "\"added\":4", StringComparison.Ordinal));
        var broken = Run("log");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("log.jsonl:2:", broken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_is_proposed_into_a_folder_that_is_not_there_yet()
    {
        var to = Path.Combine(_content.Root, "awards", "new-award.mappings", "default.yaml");
        var proposed = Run("import", "new-award", "--propose", Csv(Row(1)), "--out", to);
        Assert.Equal(0, proposed.ExitCode);
        Assert.Contains("practices import new-award", proposed.Errors, StringComparison.Ordinal);
        Assert.Contains("award: new-award", File.ReadAllText(to), StringComparison.Ordinal);
        Assert.Equal(3, Run("import", "new-award", "--propose", Csv(Row(1)), "--out", to).ExitCode);
    }

    [Fact]
    public void Announcing_says_that_the_award_itself_is_not_published()
    {
        Run("import", "guangzhou-award", Csv(Row(1)));
        Assert.Empty(Run("announce", "guangzhou-award", "2020", "--at", "2036-12-01T10:00+08:00", "--dry-run").Errors);
        var award = Path.Combine(_content.Root, "awards", "guangzhou-award.md");
        File.WriteAllText(award, File.ReadAllText(award).Replace("status: published", "status: draft", StringComparison.Ordinal));
        Assert.Contains("status: published", Run("announce", "guangzhou-award", "2020", "--at", "2036-12-01T10:00+08:00", "--dry-run").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_are_told_by_row_and_value_and_are_exit_code_1()
    {
        var import = Run("import", "guangzhou-award", Csv(Row(1), Row(2, country: "Atlantis"), Row(3)), "--json");
        Assert.Equal(1, import.ExitCode);
        using var answer = JsonDocument.Parse(import.Output);
        Assert.Equal(2, answer.RootElement.GetProperty("counts").GetProperty("added").GetInt32());
        Assert.Equal(1, answer.RootElement.GetProperty("counts").GetProperty("refused").GetInt32());
        Assert.Contains(answer.RootElement.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("row").GetInt32() == 3 && problem.GetProperty("value").GetString() == "Atlantis");
    }

    [Fact]
    public void What_is_not_understood_is_exit_code_2()
    {
        var file = Csv(Row(1));
        Assert.Equal(2, Run("import", "another-award", file).ExitCode);
        Assert.Equal(2, Run("import", "guangzhou-award", file, "--cycle", "1066").ExitCode);
        Assert.Equal(2, Run("import", "guangzhou-award", file, "--mapping", "none").ExitCode);
        Assert.Equal(2, Run("announce", "guangzhou-award", "2020", "--at", "tomorrow").ExitCode);
        Assert.Equal(2, Run("announce", "guangzhou-award", "2020", "--at", "2036-12-01T10:00").ExitCode);
        Assert.Equal(1, Run("announce", "guangzhou-award", "1066", "--at", "2036-12-01T10:00Z").ExitCode);
    }

    [Fact]
    public void While_another_changes_the_content_an_import_is_refused_with_exit_code_3()
    {
        using var other = ContentTransaction.Begin(_content.Root);
        var import = Run("import", "guangzhou-award", Csv(Row(1)));
        Assert.Equal(3, import.ExitCode);
        Assert.Contains("try again", import.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_killed_at_any_moment_has_landed_whole_or_not_at_all()
    {
        const int rows = 300;
        const int kills = 12;
        var file = Csv([.. Enumerable.Range(1, rows).Select(number => Row(number))]);
        var random = new Random(Environment.TickCount);
        var longest = Stopwatch.StartNew();
        Run("import", "guangzhou-award", file);
        var time = (int)longest.ElapsedMilliseconds;
        var (whole, none) = (0, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            Directory.Delete(Path.Combine(_content.Root, "submissions"), recursive: true);
            using (var import = Start("import", "guangzhou-award", file))
            {
                import.OutputDataReceived += (_, _) => { };
                import.BeginOutputReadLine();
                import.BeginErrorReadLine();

                // The end of an import is where files change.
                Thread.Sleep(kill % 2 == 0 ? random.Next(time) : time * 3 / 4 + random.Next(time / 4));
                import.Kill();
                import.WaitForExit();
            }

            using (ContentReading.Begin(_content.Root))
            {
                var found = Directory.Exists(Path.Combine(_content.Root, Folder)) ? Directory.EnumerateFiles(Path.Combine(_content.Root, Folder)).Count() : 0;
                Assert.True(found is 0 or (rows + 1), $"{found} files");
                if (found == 0) none++;
                else whole++;
            }

            // Gone again, so that the next import has all to do.
            Directory.CreateDirectory(Path.Combine(_content.Root, Folder));
        }

        Assert.All(ContentLog.Read(_content.Root), line => Assert.True(line.IsWhole));
        _output.WriteLine($"{kills} imports of {rows} rows killed within {time} ms: {none} have not been, {whole} landed whole.");
    }

    private static string Row(int number, string country = "South Africa") =>
        string.Create(CultureInfo.InvariantCulture, $"GZ-{number:D3},2020,Pipes for ward {number},Durban,{country},The city lays pipes in ward {number}.,6,Social,2014,Houses had no taps.,Shortlisted");

    private string Csv(params string[] rows)
    {
        var path = Path.Combine(Path.GetDirectoryName(_content.Root)!, "entries.csv");
        File.WriteAllLines(path, ["Application ID,Cycle,Title,Name of city,Country,Abstract,SDGs,Thematic areas,Start date,Background,Outcome", .. rows]);
        return path;
    }

    private static string LastLine(string output) => output.TrimEnd().Split('\n')[^1].TrimEnd();

    private (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "practices.dll"), .. arguments, "--content", _content.Root])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
