using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import;
using Practices.Indexer.Import.Mappings;
using Practices.Tests.Indexer.Ingest;
using Xunit;

namespace Practices.Tests.Indexer.Import.Mappings;

/// <summary>One row, read through a mapping that a test writes.</summary>
internal static class OneRow
{
    /// <summary>An award with two cycles and its own words for outcomes.</summary>
    public static Programme Award { get; } = new(
        "city-award", "City Award", RecordKind.Award, [new("2018", 2018, null), new("2020-2021", 2020, null)], [new("winner", "Winner", null), new("popular-city", "City of Your Choice", null)]);

    /// <summary>The least fields that a practice needs.</summary>
    public static readonly ImmutableArray<(string Heading, string Value)> Least =
    [
        ("ID", "A-1"), ("Title", "Shade for schools"), ("Summary", "The city plants trees around schools."), ("City", "Durban"), ("Country", "South Africa"), ("SDGs", "SDG 11"),
    ];

    /// <summary>The rules for those fields.</summary>
    public const string LeastRules = "external-id: ID\nfields:\n  title: Title\n  summary: Summary\n  places.city: City\n  places.country: Country\n  sdgs: SDGs\n";

    /// <summary>Reads a mapping that must be right.</summary>
    public static Mapping Mapping(string yaml)
    {
        var (mapping, problems) = Read(yaml);
        Assert.Empty(problems.Where(problem => problem.Severity == Severity.Error));
        return mapping!;
    }

    /// <summary>Reads a mapping.</summary>
    public static (Mapping? Mapping, ImmutableArray<ImportProblem> Problems) Read(string yaml) =>
        Practices.Indexer.Import.Mappings.Mapping.Read("mapping.yaml", Encoding.UTF8.GetBytes(yaml), OneRecord.Vocabularies);

    /// <summary>A row of a sheet with these cells.</summary>
    public static SourceRow Row(params IEnumerable<(string Heading, string Value)> cells) =>
        new("entries.xlsx", "Entries", 7, [.. cells.Select((cell, i) => new SourceField(cell.Heading, cell.Value, ((char)('A' + (i % 26))).ToString()))]);

    /// <summary>What becomes of the least row with more cells, through the least rules with more.</summary>
    public static MappingResult Apply(string more, params IEnumerable<(string Heading, string Value)> cells) =>
        Mapping(LeastRules + more).Begin(Award, "2018").Apply(Row([.. Least, .. cells]));

    /// <summary>What steps make of a value, several parted by " | "; a problem in the place of a value that cannot be read.</summary>
    public static string Step(string steps, string value, string head = "", bool isHtml = false)
    {
        var row = Row(Least);
        var result = Mapping($"{head}{LeastRules}  aliases: {{ from: V, do: [{steps}] }}\n").Begin(Award, "2018").Apply(row with { Fields = row.Fields.Add(new("V", value, "Z", isHtml)) });
        return result.Submission!.Fields["aliases"] is JsonArray aliases
            ? string.Join(" | ", aliases.Select(alias => alias!.ToString()))
            : "! " + result.Problems.First(problem => problem.Place == "Z").Message;
    }
}
