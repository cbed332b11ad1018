using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Yaml;
using Xunit;

namespace Practices.Tests.Indexer.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void Scalars_stay_text()
    {
        var (root, problems) = Read("country: NO\ntime: 1:30\nversion: 1.10\nzip: 01234\nquoted: \"null\"\nempty:\ntilde: ~\n");
        Assert.Empty(problems);
        Assert.Equal(["NO", "1:30", "1.10", "01234", "null", "", "~"], root!.Entries.Select(entry => ((YamlScalar)entry.Value).Text));
        Assert.Equal([false, false, false, false, false, true, true], root.Entries.Select(entry => ((YamlScalar)entry.Value).IsNull));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Keys_and_values_know_their_place(string lineEnd)
    {
        var (root, _) = Read(string.Join(lineEnd, "# über", "a: [x, {b: y}]", "", "c:", "  - d: é z"));
        var list = (YamlSequence)root!.Find("a")!.Value;
        Assert.Equal(new Position(2, 1), root.Find("a")!.Key.At);
        Assert.Equal(new Position(2, 4), list.At);
        Assert.Equal(new Position(2, 12), ((YamlMapping)list.Items[1]).Find("b")!.Value.At);
        Assert.Equal(new Position(5, 8), ((YamlMapping)((YamlSequence)root.Find("c")!.Value).Items[0]).Find("d")!.Value.At);
    }

    [Theory]
    [InlineData("\uFEFFa: b", null)]
    [InlineData("a: b", null)]
    [InlineData("", null)]
    [InlineData("# only a comment", null)]
    public void Sound_text_is_read(string text, string? rule) => Assert.Equal(rule, Read(Encoding.UTF8.GetBytes(text)).Problems.FirstOrDefault().Rule);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_named_with_their_place()
    {
        byte[] bytes = [.. "ä: b\nc: d"u8, 0xE9, .. " e"u8];
        var problem = Assert.Single(Read(bytes).Problems);
        Assert.Equal(("encoding", 2, 5), (problem.Rule, problem.Line, problem.Column));
        Assert.Contains("0xE9", problem.Message, StringComparison.Ordinal);
        Assert.Equal("encoding", Assert.Single(Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a: b")).ToArray()).Problems).Rule);
    }

    [SharedFact]
    public void No_bomb_keeps_the_reader()
    {
        var folder = SharedFactAttribute.File("vectors", "yaml-bombs");
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml")) Read(File.ReadAllBytes(file));

        using var recipes = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "recipes.json")));
        foreach (var recipe in recipes.RootElement.EnumerateArray().Where(recipe => recipe.TryGetProperty("depth", out _)))
        {
            var depth = Math.Min(recipe.GetProperty("depth").GetInt32(), 1_000_000);
            var text = $"{Text(recipe, "prefix")}{string.Concat(Enumerable.Repeat(Text(recipe, "open"), depth))}{Text(recipe, "mid")}{string.Concat(Enumerable.Repeat(Text(recipe, "close"), depth))}";
            Patience.WithAnEnd(() => Read(Encoding.UTF8.GetBytes(text)));
        }

        static string Text(JsonElement recipe, string key) => recipe.TryGetProperty(key, out var value) ? value.GetString()! : "";
    }

    [Fact]
    public void Five_thousand_brackets_are_left_at_the_thirty_third()
    {
        foreach (var text in new[] { new string('[', 5000), string.Concat(Enumerable.Repeat("[\n", 5000)), string.Concat(Enumerable.Repeat("{a: ", 5000)), string.Concat(Enumerable.Repeat("- ", 5000)) })
            Assert.Equal("yaml-depth", Assert.Single(Read("a:\n  " + text).Problems).Rule);
    }

    [SharedFact]
    public void The_yaml_test_suite_never_throws_and_what_must_fail_fails()
    {
        using var suite = JsonDocument.Parse(File.ReadAllBytes(SharedFactAttribute.File("vectors", "yaml-test-suite.json")));
        var (mustFail, accepted) = (0, 0);
        foreach (var item in suite.RootElement.EnumerateArray())
        {
            var (root, problems) = Read(item.GetProperty("yaml").GetString()!);
            Assert.True(root is not null || problems.Length > 0, item.GetProperty("id").GetString());
            if (!item.GetProperty("error").GetBoolean()) continue;
            mustFail++;
            if (problems.Length == 0) accepted++;
        }

        Assert.Equal(94, mustFail);
        Assert.InRange(accepted, 0, 8);
    }

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var pieces = Gen.Elements(
            "a", ": ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "&a ", "*a", "!x ", "%", "@", "`", "#", "? ", "---", "...", "\\", "\\u12", "\0", "\r", "\u2028", "\uD83D\uDE00", "null", "~", "<<: ");
        Prop.ForAll(pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary(), text =>
        {
            var (root, problems) = Read(Encoding.UTF8.GetBytes(text));
            return root is not null || problems.Length > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(40));
        Prop.ForAll<byte[]>(bytes =>
        {
            Read(bytes);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static (YamlMapping? Root, Diagnostic[] Problems) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static (YamlMapping? Root, Diagnostic[] Problems) Read(byte[] bytes)
    {
        var problems = new FileDiagnostics("a.yaml");
        var source = SourceText.Read(bytes, problems);
        return (source is null ? null : YamlReader.Read(source, YamlLimits.FrontMatter, problems), [.. problems.All]);
    }
}
