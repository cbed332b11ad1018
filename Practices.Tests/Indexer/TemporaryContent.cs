namespace Practices.Tests.Indexer;

/// <summary>A content folder of a test's own, with the project's vocabularies and two awards' worth of nothing else; gone when the test ends.</summary>
internal sealed class TemporaryContent : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("practices-test-");

    public TemporaryContent()
    {
        Directory.CreateDirectory(Path.Combine(Root, "vocabularies"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "vocabularies"), "*.yaml"))
            File.Copy(file, Path.Combine(Root, "vocabularies", Path.GetFileName(file)));
    }

    /// <summary>The content folder.</summary>
    public string Root => Path.Combine(_folder.FullName, "content");

    /// <summary>Where its index goes.</summary>
    public string Index => Path.Combine(_folder.FullName, "index");

    /// <summary>Writes a file below the content folder.</summary>
    public TemporaryContent With(string file, string text) => With(file, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The same of bytes.</summary>
    public TemporaryContent With(string file, byte[] bytes)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    /// <summary>Writes a practice with the least that one needs.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="title">Its title.</param>
    /// <param name="more">Further lines of front matter; a key given here takes the place of the least.</param>
    /// <param name="body">Its story.</param>
    public TemporaryContent WithPractice(string id, string title, string more = "", string body = "## What they did\n\nThey began.\n") =>
        With($"practices/{id}.md", Practice(title, more, body));

    /// <summary>Takes a file away.</summary>
    public void Delete(string file) => File.Delete(Path.Combine(Root, file));

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Practice(string title, string more, string body)
    {
        string[] least =
        [
            $"title: {title}",
            "summary: What the city did, in one sentence.",
            "places: [{ city: Durban, country: ZA }]",
            "sdgs: [{ goal: 11, by: editor }]",
            "sources: [{ id: 1, title: A report, publisher: The city, year: 2020 }]",
            "status: published",
        ];
        var given = more.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var keys = given.Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return $"---\n{string.Join('\n', least.Where(line => !keys.Contains(line.Split(':')[0])).Concat(given))}\n---\n{body}";
    }
}
