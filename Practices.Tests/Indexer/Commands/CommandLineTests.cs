using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Practices.Tests.Indexer.Commands;

/// <summary>The program as a user runs it: its own process, its output, its exit code.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Index_says_what_it_did_and_search_finds_it()
    {
        _content.WithPractice("durban-landfill", "Durban turns landfill gas into power");
        var index = Run("index");
        Assert.Equal(0, index.ExitCode);
        Assert.Contains("added    durban-landfill", index.Output, StringComparison.Ordinal);
        Assert.Contains("1 record: 1 added, 0 changed, 0 removed, 0 unchanged, 0 refused", index.Output, StringComparison.Ordinal);

        var search = Run("search", "landfill", "--sdg", "11", "--region", "africa", "--json");
        Assert.Equal(0, search.ExitCode);
        using var answer = JsonDocument.Parse(search.Output);
        Assert.Equal(1, answer.RootElement.GetProperty("total").GetInt32());
        Assert.Equal("durban-landfill", answer.RootElement.GetProperty("hits")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void Search_says_what_was_probably_meant()
    {
        _content.WithPractice("durban-landfill", "Durban turns landfill gas into power");
        Run("index");
        var corrected = Run("search", "lndfill");
        Assert.Contains("results for \"landfill\" are shown", corrected.Errors, StringComparison.Ordinal);
        Assert.Contains("durban-landfill", corrected.Output, StringComparison.Ordinal);

        var exact = Run("search", "lndfill", "--exact");
        Assert.Contains("Did you mean: landfill", exact.Errors, StringComparison.Ordinal);
        Assert.Empty(exact.Output);
    }

    [Fact]
    public void Search_says_what_words_of_another_language_were_taken_for()
    {
        _content.WithPractice("durban-landfill", "Durban turns landfill gas into power", "themes: [solid-waste]");
        Run("index");
        var search = Run("search", "déchets");
        Assert.Contains("durban-landfill", search.Output, StringComparison.Ordinal);
        Assert.Contains("\"déchets\" also finds theme=waste (Waste and circular economy).", search.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("durban-landfill", Run("search", "déchets", "--no-widen").Output, StringComparison.Ordinal);
        using var answer = JsonDocument.Parse(Run("search", "déchets", "--json").Output);
        Assert.Equal("waste", answer.RootElement.GetProperty("widened")[0].GetProperty("value").GetString());
    }

    [Fact]
    public void Duplicates_are_offered_with_reasons_and_merged_on_command()
    {
        const string Summary = "summary: Gas from two landfills drives engines that feed 7500 homes.";
        _content.WithPractice("durban-landfill", "Durban turns landfill gas into power", Summary).WithPractice("etk-gas", "Landfill gas into power", $"{Summary}\nplaces: [{{ city: eThekwini, country: ZA }}]");
        var found = Run("duplicates", "--json");
        Assert.Equal(1, found.ExitCode);
        using var answer = JsonDocument.Parse(found.Output);
        Assert.Equal("etk-gas", answer.RootElement[0].GetProperty("second").GetProperty("id").GetString());
        Assert.Contains("place: both are in durban", Run("duplicates").Output, StringComparison.Ordinal);

        Assert.Equal(2, Run("merge", "durban-landfil", "etk-gas").ExitCode);
        Assert.Equal(0, Run("merge", "durban-landfill", "etk-gas").ExitCode);
        Assert.Equal(0, Run("duplicates").ExitCode);
        Assert.Contains("1 merged", Run("log").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_prints_the_numbers_of_a_score()
    {
        _content.WithPractice("durban-landfill", "Durban turns landfill gas into power");
        Run("index");
        var explain = Run("explain", "landfill", "durban-landfill");
        Assert.Equal(0, explain.ExitCode);
        Assert.Contains("idf", explain.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, Run("explain", "landfill", "nobody").ExitCode);
    }

    [Fact]
    public void Stats_counts_every_facet()
    {
        _content.WithPractice("one", "First").WithPractice("two", "Second");
        Run("index");
        var stats = Run("stats", "--json");
        using var answer = JsonDocument.Parse(stats.Output);
        Assert.Equal(2, answer.RootElement.GetProperty("total").GetInt32());
        var region = answer.RootElement.GetProperty("facets").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "region");
        Assert.Contains(region.GetProperty("values").EnumerateArray(), v => v.GetProperty("value").GetString() == "africa" && v.GetProperty("count").GetInt32() == 2);
    }

    [Fact]
    public void Findings_in_the_content_are_exit_code_1()
    {
        _content.WithPractice("one", "First", "status: publishd");
        var index = Run("index");
        Assert.Equal(1, index.ExitCode);
        Assert.Contains("practices/one.md:", index.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_is_not_understood_is_exit_code_2()
    {
        Assert.Equal(2, Run("serach", "landfill").ExitCode);
        Assert.Equal(2, Run("search", "landfill", "--colour", "red").ExitCode);
        Run("index");
        Assert.Equal(2, Run("search", "landfill", "--region", "atlantis").ExitCode);
    }

    [Fact]
    public void Commands_that_read_write_no_index()
    {
        _content.WithPractice("one", "First");
        var search = Run("search", "first");
        Assert.Equal(3, search.ExitCode);
        Assert.Contains("Index first", search.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_content.Index));

        Run("index");
        _content.WithPractice("two", "Second");
        Assert.Contains("older than the content", Run("stats").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_watch_of_a_missing_folder_is_exit_code_3()
    {
        var watch = RunProgram("watch", "--content", Path.Combine(_content.Root, "nowhere"));
        Assert.Equal(3, watch.ExitCode);
        Assert.DoesNotContain("   at ", watch.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_exit_code_3()
    {
        var index = RunProgram("index", "--content", Path.Combine(_content.Root, "nowhere"));
        Assert.Equal(3, index.ExitCode);
        Assert.Contains("nowhere", index.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", index.Errors, StringComparison.Ordinal);
    }

    [SharedFact]
    public void Evaluate_reaches_the_relevance_of_the_best_peers_on_cranfield()
    {
        var folder = SharedFactAttribute.File("collections", "cranfield");
        var evaluate = RunProgram(
            "evaluate", "--docs", Path.Combine(folder, "docs.jsonl"), "--queries", Path.Combine(folder, "queries.tsv"), "--qrels", Path.Combine(folder, "qrels.tsv"), "--json");
        Assert.Equal(0, evaluate.ExitCode);
        using var answer = JsonDocument.Parse(evaluate.Output);
        Assert.True(answer.RootElement.GetProperty("ndcgAt10").GetDouble() >= 0.36, evaluate.Output);
    }

    private (int ExitCode, string Output, string Errors) Run(string command, params string[] arguments) =>
        RunProgram([command, .. arguments, "--content", _content.Root, .. command is "check" or "new" or "duplicates" or "merge" or "log" ? (string[])[] : ["--index", _content.Index]]);

    private static (int ExitCode, string Output, string Errors) RunProgram(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "practices.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
