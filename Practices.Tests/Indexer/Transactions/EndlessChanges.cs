using System.Globalization;
using Practices.Indexer.Transactions;
using Practices.Search.Storage;

namespace Practices.Tests.Indexer.Transactions;

/// <summary>Changes a content folder from one state to the next, and says so before and after each, until it is killed. In every state each file names the state.</summary>
internal static class EndlessChanges
{
    public const string Verb = "change-on";

    private const int Files = 40;

    /// <summary>Makes the states from a number on.</summary>
    public static void Run(string root, int first) => KilledWriters.Write(first, number => Change(root, number, DiskFiles.Instance));

    /// <summary>Makes a state of the one before it: every file is written anew, some go and some come back.</summary>
    public static void Change(string root, int number, IFileOperations files, int count = Files)
    {
        using var change = ContentTransaction.Begin(root, files);
        var names = NamesOf(number, count);
        foreach (var name in NamesOf(number - 1, count).Except(names)) change.Delete(name, File.ReadAllBytes(Path.Combine(root, name)));
        foreach (var name in names)
        {
            var path = Path.Combine(root, name);
            change.Write(name, File.Exists(path) ? File.ReadAllBytes(path) : null, System.Text.Encoding.UTF8.GetBytes(TextOf(number, name)));
        }

        change.Commit();
    }

    /// <summary>The number of the state that a reader finds, 0 for an empty folder. Anything between two states throws.</summary>
    public static int StateOf(string root, int count = Files)
    {
        using var reading = ContentReading.Begin(root);
        var found = Directory.EnumerateFiles(root, "*.md*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(root, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        if (found.Count == 0) return 0;
        var number = int.Parse(found[0].Text.Split(' ')[1], CultureInfo.InvariantCulture);
        var expected = NamesOf(number, count).Order(StringComparer.Ordinal).Select(name => (name, TextOf(number, name)));
        return found.SequenceEqual(expected) ? number : throw new InvalidOperationException($"Between two states: {string.Join(", ", found.Select(file => $"{file.Name} {file.Text[..12]}"))}");
    }

    private static List<string> NamesOf(int number, int count) => number == 0 ? [] :
        [.. Enumerable.Range(0, count).Where(file => file % 13 != number % 13).Select(file => file % 3 == 0 ? $"practices/d{file:D3}.md" : $"submissions/award/{(file % 3 == 1 ? "first" : "second")}/d{file:D3}.md")];

    private static string TextOf(int number, string name) => $"state {number} of {name} {new string('x', (number * 37) % 4000)}";
}
