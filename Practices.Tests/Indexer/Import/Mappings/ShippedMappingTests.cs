using System.Text;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import;
using Practices.Indexer.Import.Mappings;
using Practices.Indexer.Import.Sources;
using Practices.Tests.Indexer.Ingest;
using Xunit;

namespace Practices.Tests.Indexer.Import.Mappings;

public class ShippedMappingTests
{
    private static readonly string Content = Path.Combine(Repository.Root, "content");

    public static TheoryData<string, string> Shipped => new()
    {
        { "generic", "default" },
        { "guangzhou-award", "default" },
        { "prize-for-cities", "default" },
        { "prize-for-cities", "finalist-pages" },
        { "mile-master-classes", "default" },
    };

    [Theory, MemberData(nameof(Shipped))]
    public void Every_mapping_that_is_shipped_can_be_read(string award, string name)
    {
        var (mapping, problems) = Mapping.Read(MappingShelf.Find(Content, award, name)!, OneRecord.Vocabularies);
        Assert.Empty(problems);
        Assert.Equal(award == "generic" ? null : award, mapping!.Award);
        if (award != "generic") Assert.NotNull(Programme.Read(Content, award, OneRecord.Vocabularies));
    }

    [Fact]
    public void An_award_without_a_mapping_gets_the_generic_one_and_a_named_one_must_be_there()
    {
        Assert.EndsWith("default.yaml", MappingShelf.Find(Content, "metropolis-award", null), StringComparison.Ordinal);
        Assert.Null(MappingShelf.Find(Content, "metropolis-award", "pages"));
        Assert.Null(MappingShelf.Find(Content, "../awards/guangzhou-award", "default"));
        Assert.Equal("default finalist-pages", string.Join(' ', MappingShelf.Names(Content, "prize-for-cities")));
    }

    [Fact]
    public void An_application_to_the_guangzhou_award_becomes_a_submission()
    {
        var submission = Apply("guangzhou-award", "default", "2018",
            ("Application ID", "GZ-18-007"), ("Title or tagline", "Gas from a landfill"), ("Name of city or community", "Durban"), ("Country or region", "South Africa"), ("Abstract", "The city makes power of landfill gas."),
            ("Thematic areas", "Environmental; Social & Cultural"), ("SDGs", "SDG 7; SDG 13"), ("Award result", "Winning city"), ("Origin and purpose", "The landfill smelt."), ("Name of person 1", "Ann Person")).Submission!;
        Assert.Equal(new("guangzhou-award", "2018", "GZ-18-007"), submission.Key);
        Assert.Equal("""["climate","inclusion","culture"]""", submission.Fields["themes"]!.ToJsonString());
        Assert.Equal("""[{"award":"guangzhou-award","cycle":"2018","outcome":"winner","external-id":"GZ-18-007"}]""", submission.Fields["recognition"]!.ToJsonString());
        Assert.Equal("## The situation before\n\nThe landfill smelt.\n", submission.Story);
        Assert.DoesNotContain("Person", submission.Source.Fields.Select(field => field.Value));
    }

    [Fact]
    public void An_entry_for_the_prize_for_cities_becomes_a_submission()
    {
        var submission = Apply("prize-for-cities", "default", "2020-2021",
            ("Entry ID", "7"), ("Project name", "Gardens"), ("Location", "Rosario, Argentina"), ("Start date", "2002 02 01"), ("Elevator pitch", "Families grow food on public land."), ("SDGs", "2;11"), ("Stage reached", "Winner"), ("Economic impact", "Markets.")).Submission!;
        Assert.Equal("""[{"city":"Rosario","country":"AR"}]""", submission.Fields["places"]!.ToJsonString());
        Assert.Equal("2002-02-01", submission.Fields["period"]!["start"]!.ToString());
        Assert.Contains("## What changed in the economy", submission.Story, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_master_class_becomes_a_learning_offer()
    {
        var result = Apply("mile-master-classes", "default", null,
            ("Code", "MC-3"), ("Title", "Managing solid waste"), ("Description", "Three days on waste."), ("Type", "Master class"), ("Host department", "Cleansing and solid waste"), ("Languages", "English and French"),
            ("Dates", "on request"), ("Topics", "Solid waste"), ("Length", "3 days"));
        Assert.Equal("""{"format":"master-class","host":"Cleansing and solid waste","dates":"on request","length":"3 days","languages":["en","fr"],"topics":["solid-waste"]}""", result.Submission!.Fields["learning"]!.ToJsonString());
    }

    [Theory]
    [InlineData("generic")]
    [InlineData("guangzhou-award")]
    [InlineData("prize-for-cities")]
    public void The_template_is_known_to_its_mapping_and_its_example_is_refused(string award)
    {
        using var folder = new TemporaryContent();
        var (mapping, _) = Mapping.Read(MappingShelf.Find(Content, award, null)!, OneRecord.Vocabularies);
        var file = Path.Combine(folder.Root, "template.csv");
        using (var output = File.Create(file)) ImportTemplate.WriteCsv(mapping!, output);
        var batch = SourceReader.Read([file], mapping!.Options);
        Assert.Empty(batch.Problems);
        var run = mapping.Begin(OneRow.Award, "2018");
        var result = run.Apply(Assert.Single(batch.Rows));
        Assert.True(result.IsRefused);
        Assert.Equal("This is the example row of the template. Delete it.", Assert.Single(result.Problems).Message);

        // With an id of its own and its required cells the example is a submission, and every heading is known.
        var filled = batch.Rows[0] with { Fields = [.. batch.Rows[0].Fields.Select(field => field.Value == ImportTemplate.ExampleMark ? field with { Value = "1" } : field)] };
        if (award != "generic") return;
        var taken = run.Apply(filled);
        Assert.Empty(taken.Problems);
        Assert.NotNull(taken.Submission);
    }

    private static MappingResult Apply(string award, string name, string? cycle, params (string, string)[] cells)
    {
        var (mapping, _) = Mapping.Read(MappingShelf.Find(Content, award, name)!, OneRecord.Vocabularies);
        var result = mapping!.Begin(Programme.Read(Content, award, OneRecord.Vocabularies)!, cycle).Apply(OneRow.Row(cells));
        Assert.Empty(result.Problems);
        return result;
    }
}
