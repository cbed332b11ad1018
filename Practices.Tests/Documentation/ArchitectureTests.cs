using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Xunit;

namespace Practices.Tests.Documentation;

/// <summary>
/// ARCHITECTURE.md draws the order of projects and of folders, and the code is held to that very drawing:
/// a project uses only projects before it, a folder only folders before it.
/// </summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = Repository.Root;

    private static readonly ImmutableArray<(string Project, ImmutableArray<string> Folders)> Drawn =
    [
        .. DrawnLine().Matches(File.ReadAllText(Path.Combine(Root, "ARCHITECTURE.md")))
            .Select(m => (m.Groups["project"].Value, m.Groups["folders"].Value.Split('→', StringSplitOptions.TrimEntries).ToImmutableArray())),
    ];

    public static TheoryData<string> Projects => [.. Drawn.Select(d => d.Project)];

    [Fact]
    public void The_drawing_names_the_projects_in_the_order_of_the_flow() =>
        Assert.Equal(["Practices.Search", "Practices.Indexer", "Practices.Web"], Drawn.Select(d => d.Project));

    [Theory, MemberData(nameof(Projects))]
    public void Every_folder_with_code_is_drawn(string project)
    {
        var folders = Directory.GetDirectories(Path.Combine(Root, project))
            .Where(folder => SourceFiles(folder).Any())
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal);
        Assert.Equal(FoldersOf(project).Order(StringComparer.Ordinal), folders!);
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_folder_uses_only_folders_before_it(string project)
    {
        var order = FoldersOf(project);
        var wrong =
            from at in Enumerable.Range(0, order.Length)
            from file in SourceFiles(Path.Combine(Root, project, order[at]))
            from used in Mentions(file, project)
            let usedAt = order.IndexOf(used)
            where usedAt > at
            select $"{Path.GetRelativePath(Root, file)} uses {used}, which comes after {order[at]}";
        Assert.Empty(wrong.Distinct(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_project_uses_only_projects_before_it(string project)
    {
        var later = Drawn.Select(d => d.Project).SkipWhile(p => p != project).Skip(1).ToList();
        var wrong =
            from file in SourceFiles(Path.Combine(Root, project))
            let text = File.ReadAllText(file)
            from other in later
            where text.Contains($"{other}.", StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Root, file)} uses {other}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_engine_uses_the_base_library_alone()
    {
        var project = File.ReadAllText(Path.Combine(Root, "Practices.Search", "Practices.Search.csproj"));
        Assert.DoesNotContain("PackageReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_namespace_is_its_folder(string project)
    {
        var wrong =
            from file in SourceFiles(Path.Combine(Root, project))
            let declared = Namespace().Match(File.ReadAllText(file))
            where declared.Success
            let folder = Path.GetDirectoryName(Path.GetRelativePath(Root, file))!.Replace(Path.DirectorySeparatorChar, '.')
            where declared.Groups["name"].Value != folder
            select $"{Path.GetRelativePath(Root, file)} declares {declared.Groups["name"].Value}";
        Assert.Empty(wrong);
    }

    private static ImmutableArray<string> FoldersOf(string project) => Drawn.First(d => d.Project == project).Folders;

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(folder, "*.cshtml", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static IEnumerable<string> Mentions(string file, string project) =>
        Regex.Matches(File.ReadAllText(file), $@"{Regex.Escape(project)}\.(\w+)", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"^(?<project>Practices\.\w+): +(?<folders>\w+(?: → \w+)*) *$", RegexOptions.Multiline, 5000)]
    private static partial Regex DrawnLine();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline, 5000)]
    private static partial Regex Namespace();
}
