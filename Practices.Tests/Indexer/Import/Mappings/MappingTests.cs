using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import;
using Practices.Indexer.Import.Mappings;
using Xunit;

namespace Practices.Tests.Indexer.Import.Mappings;

public class MappingTests
{
    [Fact]
    public void A_row_becomes_a_submission_with_its_award_and_itself_as_a_source()
    {
        var submission = OneRow.Apply("").Submission!;
        Assert.Equal(new("city-award", "2018", "A-1"), submission.Key);
        Assert.Equal(
            """{"kind":"practice","title":"Shade for schools","summary":"The city plants trees around schools.","language":"en","places":[{"city":"Durban","country":"ZA"}],"sdgs":[{"goal":11,"by":"award"}],"recognition":[{"award":"city-award","cycle":"2018","external-id":"A-1"}],"sources":[{"id":1,"title":"Submission to City Award","publisher":"City Award","year":2018}],"status":"staged"}""",
            submission.Fields.ToJsonString());
    }

    [Theory]
    [InlineData("TITLE ")]
    [InlineData("title:")]
    [InlineData("Títle *")]
    public void Headings_are_compared_without_case_accents_and_punctuation(string heading)
    {
        var row = OneRow.Row(OneRow.Least.Select(cell => cell.Heading == "Title" ? (heading, cell.Value) : cell));
        Assert.Equal("Shade for schools", OneRow.Mapping(OneRow.LeastRules).Begin(OneRow.Award, "2018").Apply(row).Submission!.Fields["title"]!.ToString());
    }

    [Fact]
    public void Of_several_headings_the_first_with_a_value_counts()
    {
        var result = OneRow.Apply("  period.start: [Begin, Start]\n", ("Begin", " "), ("Start", "2014"));
        Assert.Equal("2014", result.Submission!.Fields["period"]!["start"]!.ToString());
    }

    [Fact]
    public void All_headings_or_those_that_are_ticked_can_be_taken()
    {
        var result = OneRow.Apply("  aliases: { all: [Alias 1, Alias 2] }\n  themes: { ticked: [Water, Waste, Energy] }\n", ("Alias 1", "A"), ("Alias 2", "B"), ("Water", "x"), ("Waste", "no"), ("Energy", "yes"));
        Assert.Equal("""["A","B"]""", result.Submission!.Fields["aliases"]!.ToJsonString());
        Assert.Equal("""["water","energy"]""", result.Submission.Fields["themes"]!.ToJsonString());
    }

    [Fact]
    public void Lists_that_belong_together_make_one_item_each()
    {
        var result = OneRow.Apply(
            "  partners.name: { from: Partners, do: [split] }\n  partners.role: { from: Roles, do: [split] }\n  partners.kind: { value: local-government }\n",
            ("Partners", "City of A; City of B"), ("Roles", "lead; funding"));
        Assert.Equal(
            """[{"name":"City of A","role":"lead","kind":"local-government"},{"name":"City of B","role":"funding","kind":"local-government"}]""",
            result.Submission!.Fields["partners"]!.ToJsonString());
    }

    [Fact]
    public void Lists_of_different_lengths_are_not_put_together()
    {
        var result = OneRow.Apply("  partners.name: { from: Partners, do: [split] }\n  partners.role: { from: Roles, do: [split] }\n", ("Partners", "A; B; C"), ("Roles", "lead; funding"));
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("uneven-lists", "H"), (problem.Rule, problem.Place));
        Assert.DoesNotContain("role", result.Submission!.Fields["partners"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Durban, South Africa", """[{"city":"Durban","country":"ZA"}]""")]
    [InlineData("Durban, KwaZulu-Natal, South Africa", """[{"city":"Durban","area":"KwaZulu-Natal","country":"ZA"}]""")]
    [InlineData("DAR ES SALAAM, TANZANIA", """[{"city":"Dar es Salaam","country":"TZ"}]""")]
    [InlineData(", Odisha, India", """[{"area":"Odisha","country":"IN"}]""")]
    [InlineData("South Africa", """[{"country":"ZA"}]""")]
    [InlineData("eThekwini", """[{"city":"Durban","country":"ZA"}]""")]
    public void A_place_in_one_cell_is_city_area_and_country(string value, string expected)
    {
        var yaml = OneRow.LeastRules.Replace("  places.city: City\n  places.country: Country\n", "  places: Place\n", StringComparison.Ordinal);
        var result = OneRow.Mapping(yaml).Begin(OneRow.Award, "2018").Apply(OneRow.Row([.. OneRow.Least, ("Place", value)]));
        Assert.Equal(expected, result.Submission!.Fields["places"]!.ToJsonString());
    }

    [Fact]
    public void Coordinates_become_two_numbers_of_the_place()
    {
        var result = OneRow.Apply("  places.coordinates: Point\n", ("Point", "POINT(31.02 -29.86)"));
        Assert.Equal("""[{"city":"Durban","country":"ZA","lat":-29.86,"lon":31.02}]""", result.Submission!.Fields["places"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Title", "", "missing-key", "\"Title\"")]
    [InlineData("Summary", "", "missing-key", "\"Summary\"")]
    [InlineData("SDGs", "", "missing-key", "\"SDGs\"")]
    [InlineData("Country", "Ruritania", "wrong-country", "No country is called so.")]
    [InlineData("Country", "", "place-incomplete", "has no country")]
    public void What_a_record_would_be_refused_for_refuses_the_row_with_the_remedy(string heading, string value, string rule, string remedy)
    {
        var cells = OneRow.Least.Select(cell => cell.Heading == heading ? (heading, value) : cell.Heading == "City" ? ("City", "Smallville") : cell);
        var result = OneRow.Mapping(OneRow.LeastRules).Begin(OneRow.Award, "2018").Apply(OneRow.Row(cells));
        Assert.True(result.IsRefused);
        var problem = Assert.Single(result.Problems, problem => problem.Severity == Severity.Error && problem.Rule == rule);
        Assert.Equal(("entries.xlsx", "Entries", 7), (problem.File, problem.Sheet, problem.Row));
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_names_the_column_and_the_value()
    {
        var result = OneRow.Apply("  period.start: Start\n  period.end: End\n", ("Start", "2018"), ("End", "2014"));
        var problem = Assert.Single(result.Problems);
        Assert.Equal("entries.xlsx:Entries:7:H: error: period.end: It ends (2014) before it begins (2018). Swap them, or mend one. \"2014\" [period-order]", problem.ToString());
    }

    [Fact]
    public void A_value_that_an_optional_field_cannot_take_is_left_out_with_a_warning()
    {
        var result = OneRow.Apply("  places.population: People\n", ("People", "many"));
        var problem = Assert.Single(result.Problems);
        Assert.Equal((Severity.Warning, "wrong-number", "G", "many"), (problem.Severity, problem.Rule, problem.Place, problem.Value));
        Assert.NotNull(result.Submission);
    }

    [Fact]
    public void Rows_are_kept_left_out_or_refused_for_a_reason()
    {
        const string Rules = "keep: [{ where: Kind, is: [City, Town], because: Only cities. }]\nleave-out: [{ where: Status, matches: \"^test\", because: A test. }]\nrefuse: [{ where: Note, empty: true, because: No note. }]\n";
        Assert.Equal("Only cities.", Of(("Kind", "Company"), ("Note", "n")).LeftOut);
        Assert.Equal("A test.", Of(("Kind", "City"), ("Status", "Testing"), ("Note", "n")).LeftOut);
        var refused = Of(("Kind", "City"));
        Assert.True(refused.IsRefused);
        Assert.Equal("No note.", Assert.Single(refused.Problems).Message);
        Assert.NotNull(Of(("Kind", "TOWN"), ("Note", "n")).Submission);

        MappingResult Of(params (string, string)[] cells) => OneRow.Apply(Rules, cells);
    }

    [Fact]
    public void A_heading_that_nobody_mentions_is_told_once_for_a_file()
    {
        var run = OneRow.Mapping(OneRow.LeastRules + "ignore: [Score]\n").Begin(OneRow.Award, "2018");
        var row = OneRow.Row([.. OneRow.Least, ("Sumary", "x"), ("Score", "7"), ("E-mail", "a@b.org")]);
        var problem = Assert.Single(run.Apply(row).Problems);
        Assert.Equal((Severity.Warning, "unknown-heading", 0, "G"), (problem.Severity, problem.Rule, problem.Row, problem.Place));
        Assert.Contains("Did you mean \"Summary\"?", problem.Message, StringComparison.Ordinal);
        Assert.Equal("duplicate-external-id", Assert.Single(run.Apply(row).Problems).Rule);
    }

    [Fact]
    public void Persons_go_no_further()
    {
        var result = OneRow.Apply(
            "story: [{ from: Story }]\nprivate: [Nominee]\n",
            ("Story", "Write to ann.person@records.test."), ("Contact person", "Ann Person"), ("Mobile phone", "+27 31"), ("Nominee", "Ben Person"), ("E-mail", "ann.person@records.test"));
        var everything = result.Submission!.Fields.ToJsonString() + result.Submission.Story + string.Join('\n', result.Submission.Source.Fields.Where(field => field.Heading != "Story")) + string.Join('\n', result.Problems);
        Assert.DoesNotContain("Person", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("@", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("+27", everything, StringComparison.Ordinal);
        Assert.Equal("personal-data", Assert.Single(result.Problems).Rule);
    }

    [Fact]
    public void The_story_has_the_sections_of_the_mapping_in_its_order()
    {
        var result = OneRow.Apply(
            "story:\n  - { heading: The situation before, from: Before }\n  - { heading: What they did, from: [Did] }\n  - { heading: What changed, from: After }\n",
            ("Did", "They planted:\n• trees\n• shrubs"), ("Before", "It was *hot*.\n\n# Very"));
        Assert.Equal("## The situation before\n\nIt was \\*hot\\*.\n\n\\# Very\n\n## What they did\n\nThey planted:\n\n- trees\n- shrubs\n", result.Submission!.Story);
    }

    [Theory]
    [InlineData("2018", "2018", "2018")]
    [InlineData(null, "2018", "2018")]
    [InlineData(null, "2020", "2020-2021")]
    [InlineData("2020-2021", "", "2020-2021")]
    public void The_cycle_is_said_by_the_caller_or_by_the_row(string? wanted, string cell, string expected) =>
        Assert.Equal(expected, WithCycle(wanted, cell).Submission!.Key.Cycle);

    [Theory]
    [InlineData("2018", "2020", "another-cycle")]
    [InlineData(null, "1999", "unknown-cycle")]
    [InlineData("1999", "", "unknown-cycle")]
    [InlineData(null, "", "unknown-cycle")]
    public void A_cycle_that_is_not_the_awards_or_not_the_one_meant_refuses_the_row(string? wanted, string cell, string rule) =>
        Assert.Equal(rule, Assert.Single(WithCycle(wanted, cell).Problems).Rule);

    [Fact]
    public void An_external_id_can_be_put_together_of_columns()
    {
        var yaml = OneRow.LeastRules.Replace("external-id: ID", "external-id: { all: [Country, ID] }", StringComparison.Ordinal);
        Assert.Equal("South Africa-A-1", OneRow.Mapping(yaml).Begin(OneRow.Award, "2018").Apply(OneRow.Row(OneRow.Least)).Submission!.Key.ExternalId);
    }

    [Fact]
    public void Without_an_external_id_one_is_made_of_title_and_city_and_told_once()
    {
        var run = OneRow.Mapping(OneRow.LeastRules.Replace("external-id: ID\n", "ignore: [ID]\n", StringComparison.Ordinal)).Begin(OneRow.Award, "2018");
        var first = run.Apply(OneRow.Row(OneRow.Least));
        Assert.Equal("shade-for-schools-durban", first.Submission!.Key.ExternalId);
        Assert.Equal("missing-external-id", Assert.Single(first.Problems).Rule);
        Assert.Empty(run.Apply(OneRow.Row(OneRow.Least.Select(cell => cell.Heading == "Title" ? ("Title", "Shade for markets") : cell))).Problems);
    }

    [Fact]
    public void Learning_offers_become_records_of_their_kind()
    {
        const string Yaml = "kind: learning\nby: editor\nexternal-id: Code\nfields:\n  title: Title\n  summary: Summary\n  learning.format: Format\n  learning.languages: { from: Languages, do: [split: \",\"] }\n  learning.dates: { from: Dates, do: [split] }\n";
        var programme = new Programme("classes", "Classes", RecordKind.Learning, [], []);
        var result = OneRow.Mapping(Yaml).Begin(programme, null).Apply(OneRow.Row(
            ("Code", "C1"), ("Title", "Solid waste"), ("Summary", "Three days."), ("Format", "Master class"), ("Languages", "English, français"), ("Dates", "3 May 2027; 4 May 2027")));
        Assert.Equal(new("classes", "", "C1"), result.Submission!.Key);
        Assert.Equal("""{"format":"master-class","dates":["2027-05-03","2027-05-04"],"languages":["en","fr"]}""", result.Submission.Fields["learning"]!.ToJsonString());
        Assert.False(result.Submission.Fields.ContainsKey("recognition"));
    }

    [Theory]
    [InlineData("feilds: {}\nfields: { title: T }", 1, 1, "Did you mean \"fields\"?")]
    [InlineData("fields:\n  titel: T", 2, 3, "Did you mean \"title\"?")]
    [InlineData("fields:\n  places.contry: T", 2, 3, "Did you mean \"country\"?")]
    [InlineData("fields:\n  title: { form: T }", 2, 12, "Did you mean \"from\"?")]
    [InlineData("fields:\n  title: { from: T, do: [trimm] }", 2, 26, "Did you mean \"trim\"?")]
    [InlineData("fields:\n  title: { from: T, do: [split: \"(a\"] }", 2, 33, "not a pattern")]
    [InlineData("fields:\n  title: { from: T, do: [{ concept: theems }] }", 2, 37, "Did you mean \"themes\"?")]
    [InlineData("fields:\n  title: E-mail", 2, 10, "never carried over")]
    [InlineData("fields: { title: T }\ndates: day-frist", 2, 8, "Did you mean \"day-first\"?")]
    [InlineData("fields: { title: T }\nkeep: [{ where: A, is: [b] }]", 2, 8, "because")]
    [InlineData("fields: { title: T }\nconstants: { title: T }", 2, 14, "stands under fields and under constants")]
    [InlineData("award: x", 1, 1, "\"fields\" is missing")]
    public void A_slip_in_a_mapping_is_told_where_it_stands(string yaml, int line, int column, string message)
    {
        var (mapping, problems) = OneRow.Read(yaml);
        Assert.Null(mapping);
        Assert.Contains(problems, p => p.Row == line && p.Place == column.ToString(System.Globalization.CultureInfo.InvariantCulture) && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_step_stands_in_the_reference_and_no_other()
    {
        var message = Assert.Single(OneRow.Read("fields: { title: { from: T, do: [qqqqqqqqqqqqqqqq] } }").Problems).Message;
        var steps = message[(message.IndexOf("There are ", StringComparison.Ordinal) + 10)..].TrimEnd('.').Split(", ").Order(StringComparer.Ordinal);
        var reference = File.ReadAllText(Path.Combine(Repository.Root, "docs", "mappings.md"));
        var written = reference[reference.IndexOf("## Steps", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal);
        Assert.Equal(steps, written);
    }

    private static MappingResult WithCycle(string? wanted, string cell) =>
        OneRow.Mapping(OneRow.LeastRules + "cycle: Cycle\n").Begin(OneRow.Award, wanted).Apply(OneRow.Row([.. OneRow.Least, ("Cycle", cell)]));
}
