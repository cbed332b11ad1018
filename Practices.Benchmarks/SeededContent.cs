using System.Globalization;
using System.Text;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;

namespace Practices.Benchmarks;

/// <summary>
/// A content folder of made-up practices, the same ones for a seed: the words of <see cref="SeededCorpus"/> as Markdown, with the project's vocabularies, five awards,
/// a link to another record in the lineage of every third and in the story of every tenth, and an award's word on every fifth. No file has a problem.
/// </summary>
internal static class SeededContent
{
    private const ulong Seed = 20261125;
    private const int Awards = 5;
    private const int WordsInParagraph = 80;

    private static readonly string[] Countries = ["ZA", "IN", "BR", "DE", "JP", "KE", "MX", "FR", "ID", "CO", "EG", "US"];

    /// <summary>Writes the folder.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="count">How many practices.</param>
    /// <exception cref="InputException">There is no content folder near to take the vocabularies from.</exception>
    public static void Write(string folder, int count)
    {
        var vocabularies = Path.Combine(ContentFolder.Find(), "vocabularies");
        if (!Directory.Exists(vocabularies)) throw new InputException($"There are no vocabularies in {vocabularies}. Run this in the project's folder.");
        foreach (var name in (string[])["vocabularies", "awards", "practices"]) Directory.CreateDirectory(Path.Combine(folder, name));
        foreach (var file in Directory.EnumerateFiles(vocabularies, "*.yaml")) File.Copy(file, Path.Combine(folder, "vocabularies", Path.GetFileName(file)));
        for (var award = 0; award < Awards; award++) File.WriteAllText(Path.Combine(folder, "awards", AwardId(award) + ".md"), Award(award));
        var known = new ContentReader(folder).Read().Vocabularies;
        Parallel.For(0, count, number => File.WriteAllText(PathOf(folder, number), Practice(number, count, known)));
    }

    /// <summary>The file of a practice.</summary>
    public static string PathOf(string folder, int number) => Path.Combine(folder, "practices", IdOf(number) + ".md");

    /// <summary>The id of a practice.</summary>
    public static string IdOf(int number) => "p" + number.ToString("D7", CultureInfo.InvariantCulture);

    private static string AwardId(int number) => $"award-{number + 1}";

    /// <summary>The record of a made-up award with the cycles 2018 and 2020.</summary>
    public static string Award(int number) =>
        $"""
        ---
        kind: award
        title: Award {number + 1}
        summary: A made-up award.
        sources: [{"{"} id: 1, title: A report {"}"}]
        status: published
        award:
          outcomes: [{"{"} id: winner, label: Winner {"}"}, {"{"} id: finalist, label: Finalist {"}"}]
          cycles: [{"{"} id: "2018" {"}"}, {"{"} id: "2020" {"}"}]
        ---

        """.ReplaceLineEndings("\n");

    private static string Practice(int number, int count, VocabularySet vocabularies)
    {
        var made = SeededCorpus.Generate(number);
        var draw = new Draw(Seed + ((ulong)number * 0xD1342543DE82EF95));
        var themes = vocabularies["themes"].Concepts;
        var theme = themes[draw.Below(themes.Length)].Id;
        var other = IdOf(draw.Below(count));
        var isOther = other != IdOf(number);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: {Words(made.Title)}\nsummary: {Words(made.Body.AsSpan(0, Math.Min(25, made.Body.Length)))}\n");
        text.Append(CultureInfo.InvariantCulture, $"places: [{{ area: Area {draw.Below(2000)}, country: {Countries[draw.Below(Countries.Length)]} }}]\n");
        text.Append(CultureInfo.InvariantCulture, $"sdgs: [{{ goal: {1 + draw.Below(17)}, by: editor }}]\nthemes: [{theme}]\nperiod: {{ start: {2000 + draw.Below(25)} }}\n");
        text.Append(CultureInfo.InvariantCulture, $"results: [{{ indicator: people reached, value: {draw.Below(100_000)}, unit: people, source: 1 }}]\n");
        if (number % 3 == 0 && isOther) text.Append(CultureInfo.InvariantCulture, $"lineage: [{{ from: {other}, mode: adaptation }}]\n");
        if (number % 5 == 0) text.Append(CultureInfo.InvariantCulture, $"recognition: [{{ award: {AwardId(draw.Below(Awards))}, cycle: \"2018\", outcome: finalist }}]\n");
        text.Append("sources: [{ id: 1, title: A report, publisher: The city, year: 2020 }]\nadded: 2026-11-01\nstatus: published\n---\n## What they did\n");
        for (var at = 0; at < made.Body.Length; at += WordsInParagraph)
            text.Append(CultureInfo.InvariantCulture, $"\n{Words(made.Body.AsSpan(at, Math.Min(WordsInParagraph, made.Body.Length - at)))}.\n");
        if (number % 10 == 0 && isOther) text.Append(CultureInfo.InvariantCulture, $"\nIt follows [another]({other}.md).\n");
        return text.ToString();
    }

    /// <summary>Words by their ranks.</summary>
    public static string Words(ReadOnlySpan<int> ranks)
    {
        var words = new string[ranks.Length];
        for (var i = 0; i < words.Length; i++) words[i] = Vocabulary.Word(ranks[i]);
        return string.Join(' ', words);
    }
}
