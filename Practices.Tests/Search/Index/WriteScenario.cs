using System.Collections.Immutable;
using Practices.Search.Index;
using Practices.Search.Storage;
using Xunit;

namespace Practices.Tests.Search.Index;

/// <summary>A change of an index folder. What is proved about failing disks is proved for each of <see cref="All"/>.</summary>
/// <param name="Name">What happens, in words.</param>
/// <param name="Prepare">Makes what stands in the folder before.</param>
/// <param name="Write">The change.</param>
internal sealed record WriteScenario(string Name, Action<string, IFileOperations> Prepare, Action<string, IFileOperations> Write)
{
    private static readonly ImmutableArray<Document> Dozen = SmallCorpus.Documents;

    // Larger than what is written at a time, so that a file may be torn between two writes.
    private static readonly Document Large = Dozen[0] with { Id = "large", Stored = Enumerable.Range(0, 150_000).Select(i => (byte)(i * 7)).ToArray() };

    public static ImmutableArray<WriteScenario> All { get; } =
    [
        new("the first index", (_, _) => { }, Whole(Dozen, "new")),
        new("all written anew", Whole(Dozen.Take(5), "old"), Whole(Dozen, "new")),
        new("a file of several writes", Whole(Dozen.Take(5), "old"), Whole(Dozen.Add(Large), "new")),
        new("one of many changed", Whole(Dozen, "old"), Update([Dozen[3] with { Date = 99 }], [], "new")),
        new("some changed, some removed, with deletions already there", Whole(Dozen, "before") + Update([], [Dozen[1].Id], "old"), Update([Dozen[4] with { Date = 98 }], [Dozen[2].Id], "new")),
        new("small segments merged", Whole(Dozen.Take(8), "before") + Update(Dozen.Skip(8).Take(2), [], "old"), Update(Dozen.Skip(10), [], "new")),
        new("all segments merged into one", Whole(Dozen.Take(5), "old"), Update(Dozen.Skip(5), [], "new")),
        new("a hollow segment written anew", Whole(Dozen, "old"), Update([], Dozen.Take(6).Select(document => document.Id), "new")),
        new("only the stamp changed", Whole(Dozen, "old"), Whole(Dozen, "new")),
        new("all taken out", Whole(Dozen, "old"), Whole([], "new")),
        new("after a writer that broke off", Whole(Dozen.Take(5), "old") + LeaveHalfOfNext, Whole(Dozen, "new")),
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(scenario => scenario.Name)];

    /// <summary>The scenario of a name.</summary>
    public static WriteScenario Of(string name) => All.Single(scenario => scenario.Name == name);

    /// <summary>A further write, of all there is, after whatever happened.</summary>
    public static Action<string, IFileOperations> Next { get; } = Whole(Dozen.Skip(3), "next");

    private static Action<string, IFileOperations> Whole(IEnumerable<Document> documents, string stamp) =>
        (folder, files) => IndexWriter.Write(folder, SmallCorpus.Schema, documents, stamp, files);

    private static Action<string, IFileOperations> Update(IEnumerable<Document> changed, IEnumerable<string> removed, string stamp) =>
        (folder, files) => IndexWriter.Update(folder, SmallCorpus.Schema, changed, removed, stamp, files);

    private static void LeaveHalfOfNext(string folder, IFileOperations files)
    {
        File.WriteAllText(Path.Combine(folder, "segment-2.index"), "half a file");
        File.WriteAllText(Path.Combine(folder, "manifest.json.next"), "half a manifest");
    }
}
