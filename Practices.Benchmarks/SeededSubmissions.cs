using System.Globalization;
using Practices.Indexer.Import.Sources;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;

namespace Practices.Benchmarks;

/// <summary>
/// An award's submissions as a secretariat's table, the same ones for a seed, and a content folder to import them into: the table of the generic mapping, with the project's
/// cities, themes and goals, the words of <see cref="SeededCorpus"/>, texts of several lines, and two cycles. Every row becomes a record.
/// </summary>
internal static class SeededSubmissions
{
    /// <summary>Id of the award.</summary>
    public const string Award = "award-1";

    private const ulong Seed = 20261126;

    private static readonly string[] Headings =
    [
        "ID", "Cycle", "Title", "Other names", "Summary", "City", "Country", "SDGs", "Themes", "Start", "State of the work", "Partners", "What was measured", "Result", "Unit", "Outcome", "Web page",
        "The situation before", "What they did", "What changed", "E-mail of the applicant", "Notes of the secretariat",
    ];

    /// <summary>Writes the content folder: vocabularies, the generic mapping and a made-up award.</summary>
    /// <exception cref="InputException">There is no content folder near to take them from.</exception>
    public static void WriteContent(string folder)
    {
        var content = ContentFolder.Find();
        var mapping = Path.Combine(content, "awards", "generic.mappings", "default.yaml");
        if (!File.Exists(mapping)) throw new InputException($"There is no {mapping}. Run this in the project's folder.");
        foreach (var name in (string[])["vocabularies", "awards/generic.mappings"]) Directory.CreateDirectory(Path.Combine(folder, name));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(content, "vocabularies"), "*.yaml")) File.Copy(file, Path.Combine(folder, "vocabularies", Path.GetFileName(file)));
        File.Copy(mapping, Path.Combine(folder, "awards", "generic.mappings", "default.yaml"));
        File.WriteAllText(Path.Combine(folder, "awards", Award + ".md"), SeededContent.Award(0));
    }

    /// <summary>Writes the table.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="count">How many submissions.</param>
    /// <param name="vocabularies">The words of the content that they are imported into.</param>
    public static void WriteCsv(string file, int count, VocabularySet vocabularies)
    {
        using var stream = File.Create(file);
        TableWriter.WriteCsv(stream, Enumerable.Range(0, count).Select(number => Row(number, vocabularies)).Prepend(Headings));
    }

    private static string[] Row(int number, VocabularySet vocabularies)
    {
        var made = SeededCorpus.Generate(number);
        var draw = new Draw(Seed + ((ulong)number * 0xD1342543DE82EF95));
        var cities = vocabularies["cities"].Concepts;
        var themes = vocabularies["themes"].Concepts;
        var city = cities[draw.Below(cities.Length)];
        var third = made.Body.Length / 3;
        return
        [
            Number(number + 1),
            number % 2 == 0 ? "2018" : "2020",
            Words(made.Title),
            draw.Below(4) == 0 ? Words(made.Title.AsSpan(0, 3)) : "",
            Sentences(made.Body.AsSpan(0, Math.Min(40, made.Body.Length)), ' '),
            city.Label,
            city.Broader is { } country ? vocabularies["countries"].Find(country)!.Label : "",
            string.Join("; ", Enumerable.Range(0, 1 + draw.Below(3)).Select(_ => 1 + draw.Below(17)).Distinct().Select(goal => $"SDG {goal}")),
            string.Join("; ", Enumerable.Range(0, 1 + draw.Below(2)).Select(_ => themes[draw.Below(themes.Length)].Label).Distinct(StringComparer.Ordinal)),
            Number(2000 + draw.Below(24)),
            draw.Below(2) == 0 ? "Ongoing" : "Completed",
            $"{Words(made.Body.AsSpan(0, 2))}; {Words(made.Body.AsSpan(2, 2))}",
            "people reached",
            Number(100 + draw.Below(100_000)),
            "people",
            number % 50 == 0 ? "winner" : number % 10 == 0 ? "finalist" : "",
            $"https://practices.invalid/{Number(number + 1)}",
            Sentences(made.Body.AsSpan(0, third), '\n'),
            Sentences(made.Body.AsSpan(third, third), '\n'),
            Sentences(made.Body.AsSpan(2 * third), '\n'),
            $"office-{Number(number + 1)}@practices.invalid",
            draw.Below(10) == 0 ? "Checked, \"twice\"" : "",
        ];
    }

    // Sentences of a dozen words, some of which make a paragraph of their own.
    private static string Sentences(ReadOnlySpan<int> ranks, char between)
    {
        const int length = 12;
        var sentences = new List<string>();
        for (var at = 0; at < ranks.Length; at += length) sentences.Add(Words(ranks.Slice(at, Math.Min(length, ranks.Length - at))) + ".");
        return string.Join(between == '\n' ? "\n\n" : " ", sentences.Chunk(4).Select(some => string.Join(' ', some)));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Words(ReadOnlySpan<int> ranks) => SeededContent.Words(ranks);
}
