using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Practices.Tests.Indexer.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Good_content_is_exit_code_0()
    {
        _content.WithPractice("a", "First");
        var (code, output, errors) = Run("check", "--content", _content.Root);
        Assert.Equal((0, ""), (code, output));
        Assert.Contains("1 good record: no problem found", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_is_a_line_on_stdout_and_exit_code_1()
    {
        _content.WithPractice("a", "First", "governance: citty");
        var (code, output, errors) = Run("check", "--content", _content.Root);
        Assert.Equal(1, code);
        Assert.StartsWith("practices/a.md:8:13: error: governance: \"citty\"", output, StringComparison.Ordinal);
        Assert.Contains("1 error and 0 warnings in 1 file", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void Programs_get_JSON(string format)
    {
        _content.WithPractice("a", "First", "governance: citty");
        var (code, output, _) = Run("check", "--content", _content.Root, "--format", format);
        Assert.Equal(1, code);
        JsonDocument.Parse(output).Dispose();
    }

    [Fact]
    public void New_writes_a_file_in_its_place_once()
    {
        var (code, output, _) = Run("new", "Quito: eco-efficiency", "--content", _content.Root);
        Assert.Equal(0, code);
        Assert.Equal(Path.Combine(_content.Root, "practices", "quito-eco-efficiency.md"), output.Trim());
        var text = File.ReadAllText(output.Trim());

        var again = Run("new", "Quito eco-efficiency", "--kind", "learning", "--content", _content.Root);
        Assert.Equal(3, again.Code);
        Assert.Contains("quito-eco-efficiency.md", again.Errors, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(output.Trim()));
        Assert.Equal(2, Run("new", "上海", "--content", _content.Root).Code);
        Assert.Equal(2, Run("new", "x", "--kind", "city", "--content", _content.Root).Code);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "practices.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
