using System.Text.Json;
using Practices.Indexer.Indexing;
using Practices.Tests.Corpus;
using Xunit;

namespace Practices.Tests.Indexer.Indexing;

/// <summary>
/// A library that is told which files changed stands beside one that reads everything anew over a copy of the same index: after every step both must say the same of everything.
/// </summary>
public sealed class FollowingTests : IDisposable
{
    private const int Steps = 30;

    // Few names, near to each other, so that files meet: an id in two folders, former ids that are taken, words that nearly name a record.
    private static readonly string[] Ids = ["alpha", "alphas", "beta", "betas", "gamma", "delta"];
    private static readonly string[] Awards = ["prize", "prizes"];

    private readonly TemporaryContent _content = new();
    private readonly DirectoryInfo _copies = Directory.CreateTempSubdirectory("practices-test-");

    public FollowingTests()
    {
        // They are read anew at every step.
        Vocabulary("cities", "{ id: durban, label: { en: Durban }, broader: ZA }");
        Vocabulary("countries", "{ id: ZA, label: { en: South Africa }, broader: africa }");
        Vocabulary("regions", "{ id: africa, label: { en: Africa } }");
        Vocabulary("sdgs", "{ id: \"11\", label: { en: Sustainable cities } }");
        Vocabulary("themes", "{ id: water, label: { en: Water } }");
    }

    public void Dispose()
    {
        _content.Dispose();
        _copies.Delete(recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Following_the_changes_gives_what_reading_all_anew_gives(int seed)
    {
        var random = new Random(seed);
        var clock = new SetClock { Now = DateTimeOffset.Parse("2026-01-01T00:00:00Z") };
        for (var n = 0; n < 6; n++) Change(random);
        using var library = new PracticeLibrary(_content.Root, _content.Index, clock);
        library.Refresh();
        for (var step = 0; step < Steps; step++)
        {
            var before = CopyOfIndex(step);
            var told = Enumerable.Range(0, 1 + random.Next(3)).SelectMany(_ => Change(random)).ToHashSet(StringComparer.Ordinal);
            if (random.Next(6) == 0) clock.Now += TimeSpan.FromDays(1);
            if (random.Next(6) == 0) library.Refresh();
            else library.Refresh(told);

            using var anew = new PracticeLibrary(_content.Root, before, clock);
            anew.Refresh();
            Assert.Equal(anew.Diagnostics, library.Diagnostics);
            Assert.Equal(anew.Current.Ids, library.Current.Ids);
            foreach (var id in anew.Current.Ids) Assert.Equal(JsonSerializer.Serialize(anew.Current.Find(id)), JsonSerializer.Serialize(library.Current.Find(id)));
            Assert.Equal(anew.Current.Version, library.Current.Version);
            Assert.Equal(StampOf(before), StampOf(_content.Index));
            foreach (var text in (string[])["began", "title", "secret", "prize"])
                Assert.Equal(Answer(anew.Current, text), Answer(library.Current, text));
            Assert.Equal(Suggested(anew.Current), Suggested(library.Current));
        }
    }

    // Makes one change, and names the paths that a file system would name.
    private string[] Change(Random random)
    {
        var id = Ids[random.Next(Ids.Length)];
        var file = random.Next(4) switch { 0 => $"submissions/x/{id}.md", 1 => $"practices/{id}/index.md", _ => $"practices/{id}.md" };
        switch (random.Next(12))
        {
            case 0:
                return Gone(file);
            case 1:
                var to = $"practices/{Ids[random.Next(Ids.Length)]}.md";
                if (!File.Exists(PathOf(file)) || file == to) return [];
                File.Move(PathOf(file), PathOf(to), overwrite: true);
                return [file, to];
            case 2:
                return Written(file, "---\ntitle: [\n---\n");
            case 3:
                return Written($"awards/{Awards[random.Next(2)]}.md", Award(random));
            case 4:
                return Gone($"awards/{Awards[random.Next(2)]}.md");
            case 5:
                var picture = $"practices/{id}/{(random.Next(2) == 0 ? "roof" : "roof-20")}.png";
                return random.Next(3) == 0 ? Gone(picture) : Written(picture, random.Next(8) == 0 ? [] : SamplePicture.Png(random.Next(2) * 20 + 20, 20, (byte)random.Next(3)));
            case 6:
                return random.Next(2) == 0 ? Written($"practices/{id}/es.md", "# Uno") : Gone($"practices/{id}/es.md");
            case 7 when Directory.Exists(PathOf($"practices/{id}")):
                var name = $"practices/{Ids[random.Next(Ids.Length)]}";
                if (Directory.Exists(PathOf(name))) return [];
                Directory.Move(PathOf($"practices/{id}"), PathOf(name));
                return [$"practices/{id}", name];
            default:
                return Written(file, Practice(random, file));
        }
    }

    private string[] Written(string file, string text) => Written(file, System.Text.Encoding.UTF8.GetBytes(text));

    private string[] Written(string file, byte[] text)
    {
        _content.With(file, text);
        return [file];
    }

    private string[] Gone(string file)
    {
        if (Directory.Exists(Path.GetDirectoryName(PathOf(file)))) _content.Delete(file);
        return [file];
    }

    private static string Practice(Random random, string file)
    {
        string Id() => Ids[random.Next(Ids.Length)] + (random.Next(6) == 0 ? "x" : "");
        var text = $"---\ntitle: A title of {random.Next(3)}\nsummary: A.\nplaces: [{{ city: Newtown{random.Next(2)}, country: ZA }}]\nsdgs: [{{ goal: 11, by: editor }}]\nsources: [{{ id: 1, title: A }}]\n";
        text += random.Next(5) switch { 0 => "status: staged\n", 1 => "status: published\npublish-at: 2026-01-03T00:00:00Z\n", _ => "status: published\n" };
        if (random.Next(8) == 0) text += "colour: red\n";
        if (random.Next(3) == 0) text += $"formerly: [{Id()}]\n";
        if (random.Next(2) == 0) text += $"lineage: [{{ from: {Id()} }}, {{ to: {Id()}, note: A }}]\n";
        if (random.Next(2) == 0) text += $"recognition: [{{ award: {Awards[random.Next(2)]}, cycle: \"{2018 + random.Next(2)}\", outcome: winner }}]\n";
        if (random.Next(2) == 0 && file.EndsWith("index.md", StringComparison.Ordinal)) text += "media: [{ file: roof.png, alt: A roof, credit: A, licence: B }]\n";
        if (random.Next(3) == 0 && file.EndsWith("index.md", StringComparison.Ordinal)) text += "translations: { es: es.md }\n";
        return text + $"---\n## What they did\n\nThey *began*, see [a secret]({Id()}.md) and [another](/practices/{Id()}).\n";
    }

    private static string Award(Random random) =>
        $"---\nkind: award\ntitle: Prize {random.Next(3)}\nsummary: A\nsources: [{{ id: 1, title: A }}]\nstatus: {(random.Next(4) == 0 ? "staged" : "published")}\n" +
        $"award: {{ outcomes: [{{ id: {(random.Next(3) == 0 ? "first" : "winner")}, label: Winner }}], cycles: [{{ id: \"{2018 + random.Next(2)}\" }}] }}\n---\n";

    private void Vocabulary(string name, string concept) =>
        _content.With($"vocabularies/{name}.yaml", $"scheme: {name}\nlabel: {{ en: {name} }}\nconcepts:\n- {concept}\n");

    private string PathOf(string file) => Path.Combine(_content.Root, file);

    private string CopyOfIndex(int step)
    {
        var copy = _copies.CreateSubdirectory($"{step}");
        foreach (var file in Directory.EnumerateFiles(_content.Index)) File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        return copy.FullName;
    }

    // What the index was made from: fingerprint, embargo, former ids, cities, kept records, number of problems.
    private static string StampOf(string index) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(index, "manifest.json"))).RootElement.GetProperty("stamp").GetString()!;

    private static IEnumerable<(string Id, double Score)> Answer(PracticeCatalog catalog, string text) =>
        catalog.Search(new() { Text = text }).Hits.Select(hit => (hit.Id, Math.Round(hit.Score, 9)));

    private static IEnumerable<string> Suggested(PracticeCatalog catalog) => catalog.Suggester.Suggest("a ti").Select(suggestion => suggestion.ToString());

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
