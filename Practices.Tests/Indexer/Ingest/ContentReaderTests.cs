using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;
using Practices.Tests.Corpus;
using Xunit;

namespace Practices.Tests.Indexer.Ingest;

public sealed class ContentReaderTests : IDisposable
{
    private readonly TemporaryContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void One_bad_file_hides_no_other()
    {
        _content.WithPractice("good", "Good").With("practices/bad.md", "no front matter").With("practices/worse.md", "---\ntitle: [\n---\n");
        var content = Read();
        Assert.Equal(["good"], content.Practices.Select(practice => practice.Id));
        Assert.Equal(["practices/bad.md", "practices/worse.md"], content.RefusedFiles.AsEnumerable());
        Assert.Equal(["practices/bad.md", "practices/worse.md"], content.Diagnostics.Select(problem => problem.File));
    }

    [Fact]
    public void Records_are_files_or_folders_and_nothing_else_is_one()
    {
        _content.WithPractice("b/index", "In a folder").WithPractice("a", "A file").With("practices/README.md", "x").With("practices/notes.txt", "x").With("practices/.hidden/x.md", "x")
            .With("practices/a.es.md", "x").With("submissions/guangzhou-award/2018/c.md", "x").With("elsewhere/d.md", "x");
        var content = Read();
        Assert.Equal(["a", "b"], content.Practices.Select(practice => practice.Id));
        Assert.Equal(["submissions/guangzhou-award/2018/c.md"], content.RefusedFiles.AsEnumerable());
    }

    [Fact]
    public void An_id_that_stands_twice_is_named_with_both_files()
    {
        _content.WithPractice("a", "First").WithPractice("a/index", "Second");
        var content = Read();
        Assert.Equal([("duplicate-id", "practices/a.md"), ("duplicate-id", "practices/a/index.md")], content.Diagnostics.Select(problem => (problem.Rule, problem.File)));
        Assert.Contains("practices/a/index.md", content.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("practices/a.md", content.Diagnostics[1].Message, StringComparison.Ordinal);
        Assert.Empty(content.Practices);
    }

    [Fact]
    public void A_missing_picture_refuses_the_record_until_it_is_there()
    {
        _content.WithPractice("a/index", "First", "media: [{ file: roof.jpg, alt: A roof, credit: A, licence: B }, { file: street.jpg, alt: A street, credit: A, licence: B }]");
        var reader = new ContentReader(_content.Root);
        var content = reader.Read();
        Assert.Equal([("missing-file", 8, 17), ("missing-file", 8, 73)], content.Diagnostics.Select(problem => (problem.Rule, problem.Line, problem.Column)));
        Assert.Contains("practices/a/street.jpg", content.Diagnostics[1].Message, StringComparison.Ordinal);
        Assert.Empty(content.Practices);

        _content.With("practices/a/roof.jpg", SamplePicture.Jpeg).With("practices/a/street.jpg", SamplePicture.Jpeg);
        Assert.Single(reader.Read().Practices);
    }

    [Fact]
    public void References_that_lead_nowhere_are_said_and_left_out()
    {
        _content
            .With("awards/prize.md", "---\nkind: award\ntitle: Prize\nsummary: A\nsources: [{ id: 1, title: A }]\nstatus: published\naward: { outcomes: [{ id: winner, label: Winner }], cycles: [{ id: \"2018\" }] }\n---\n")
            .WithPractice("b", "B", "formerly: [was-b, a]")
            .WithPractice("a", "A", """
                lineage: [{ to: bb }, { from: was-b }, { to: a }]
                recognition: [{ award: prise }, { award: prize, cycle: "2019", outcome: WINNER }, { award: prize, outcome: loser }]
                """.ReplaceLineEndings("\n"), "[x](nowhere.md) [y](b.md)");
        var content = Read();
        Assert.Equal(
            ["practices/a.md unknown-record", "practices/a.md unknown-record", "practices/a.md unknown-record", "practices/a.md unknown-award", "practices/a.md unknown-cycle", "practices/a.md unknown-outcome",
             "practices/a.md unknown-record", "practices/b.md former-id"],
            content.Diagnostics.Select(problem => $"{problem.File} {problem.Rule}"));
        Assert.All(content.Diagnostics, problem => Assert.Equal(Severity.Warning, problem.Severity));
        var practice = content.Practices.Single(one => one.Id == "a");
        Assert.Equal([null, "b", null], practice.Lineage.Select(link => link.Record));
        Assert.Equal([("prize", null, "winner"), ("prize", null, null)], practice.Recognition.Select(one => (one.Award, one.Cycle, one.Outcome)));
    }

    [Fact]
    public void Only_changed_bytes_are_parsed_again()
    {
        _content.WithPractice("a", "First").WithPractice("b", "Second");
        var reader = new ContentReader(_content.Root);
        var before = reader.Read();
        var same = reader.Read();
        Assert.Same(before.Practices[0], same.Practices[0]);
        Assert.Equal(before.Fingerprint, same.Fingerprint);

        _content.WithPractice("b", "Changed");
        var after = reader.Read();
        Assert.Same(before.Practices[0], after.Practices[0]);
        Assert.Equal("Changed", after.Practices[1].Title);
        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
        Assert.Equal(after.Fingerprint, Read().Fingerprint);

        _content.Delete("practices/a.md");
        Assert.Equal(["b"], reader.Read().Practices.Select(practice => practice.Id));
    }

    [Fact]
    public void A_changed_vocabulary_judges_every_record_again_and_a_broken_one_leaves_the_last_good()
    {
        _content.WithPractice("a", "First", "evidence: hearsay");
        var reader = new ContentReader(_content.Root);
        Assert.Empty(reader.Read().Practices);

        var file = Path.Combine(_content.Root, "vocabularies", "evidence.yaml");
        File.AppendAllText(file, "- id: hearsay\n  label: { en: Hearsay }\n");
        Assert.Single(reader.Read().Practices);

        File.AppendAllText(file, "\t- broken: [\n");
        var broken = reader.Read();
        Assert.Single(broken.Practices);
        Assert.Equal("vocabularies/evidence.yaml", Assert.Single(broken.Diagnostics).File);

        File.Delete(Path.Combine(_content.Root, "vocabularies", "countries.yaml"));
        Assert.Contains(reader.Read().Diagnostics, problem => problem is { Rule: "missing-vocabulary", File: "vocabularies/countries.yaml" });
    }

    [Fact]
    public void A_broader_concept_must_be_somewhere()
    {
        _content.With("vocabularies/more.yaml", "scheme: more\nlabel: { en: More }\nconcepts:\n- { id: a, label: { en: A }, broader: africa }\n- { id: b, label: { en: B }, broader: atlantis }\n");
        var problem = Assert.Single(Read().Diagnostics);
        Assert.Equal(("unknown-broader", 5, 39), (problem.Rule, problem.Line, problem.Column));
    }

    [Fact]
    public void A_file_of_fifty_megabytes_costs_nothing()
    {
        Directory.CreateDirectory(Path.Combine(_content.Root, "practices"));
        using (var file = File.Create(Path.Combine(_content.Root, "practices", "big.md"))) file.SetLength(50 * 1024 * 1024);
        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var content = Read();
        Assert.Equal("file-size", Assert.Single(content.Diagnostics).Rule);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 40 * 1024 * 1024);
    }

    [Fact]
    public void Loops_of_links_end_and_links_to_nothing_are_said()
    {
        _content.WithPractice("a", "First");
        var practices = Path.Combine(_content.Root, "practices");
        Directory.CreateSymbolicLink(Path.Combine(practices, "loop"), practices);
        Directory.CreateSymbolicLink(Path.Combine(practices, "up"), _content.Root);
        File.CreateSymbolicLink(Path.Combine(practices, "gone.md"), Path.Combine(practices, "nowhere.md"));
        var content = Read();
        Assert.Equal(["a"], content.Practices.Select(practice => practice.Id));
        Assert.Equal(("unreadable", "practices/gone.md"), (Assert.Single(content.Diagnostics).Rule, content.Diagnostics[0].File));
    }

    [Fact]
    public void A_translation_is_no_record()
    {
        _content.WithPractice("a/index", "First", "translations: { es: es.md }").With("practices/a/es.md", "# Uno");
        Assert.Empty(Read().Diagnostics);
        _content.Delete("practices/a/es.md");
        Assert.Equal("missing-file", Assert.Single(Read().Diagnostics).Rule);
    }

    [Fact]
    public void A_folder_that_is_not_there_says_what_to_do()
    {
        var problem = Assert.Throws<DirectoryNotFoundException>(() => new ContentReader(Path.Combine(_content.Root, "nowhere")).Read());
        Assert.Contains("--content", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_records_and_problems_does_not_depend_on_threads()
    {
        for (var n = 0; n < 40; n++) _content.WithPractice($"r{n}", "Title", n % 3 == 0 ? "governance: x" : "");
        var first = Read();
        for (var n = 0; n < 3; n++)
        {
            var again = Read();
            Assert.Equal(first.Diagnostics.AsEnumerable(), again.Diagnostics);
            Assert.Equal(first.Practices.Select(practice => practice.Id), again.Practices.Select(practice => practice.Id));
        }

        Assert.Equal(first.Practices.Select(practice => practice.Id).Order(StringComparer.Ordinal), first.Practices.Select(practice => practice.Id));
    }

    [SharedFact]
    public void Wild_files_are_all_read_and_each_problem_has_a_place()
    {
        foreach (var (folder, files) in new[] { ("usgov-en-md", 121), ("codefor-de-md", 516) })
        {
            var root = SharedFactAttribute.File("real", folder);
            var content = new ContentReader(root).Read();
            Assert.Equal(files, content.FileCount);
            Assert.Equal(files, content.RefusedFiles.Length);
            Assert.Subset(content.Diagnostics.Select(problem => problem.File).ToHashSet(), content.RefusedFiles.ToHashSet());
            foreach (var byFile in content.Diagnostics.GroupBy(problem => problem.File).Where(group => group.Key != "vocabularies"))
            {
                var lines = File.ReadAllLines(Path.Combine(root, byFile.Key));
                Assert.All(byFile, problem => Assert.InRange(problem.Column, 1, (problem.Line <= lines.Length ? lines[problem.Line - 1].Length : 0) + 1));
                Assert.All(byFile, problem => Assert.InRange(problem.Line, 1, lines.Length + 1));
            }
        }
    }

    [Fact]
    public void The_shipped_content_has_no_finding() =>
        Assert.Empty(new ContentReader(Path.Combine(Repository.Root, "content")).Read().Diagnostics);

    private ContentSet Read() => new ContentReader(_content.Root).Read();
}
