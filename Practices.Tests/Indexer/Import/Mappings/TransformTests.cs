using FsCheck;
using FsCheck.Fluent;
using Practices.Indexer.Diagnostics;
using Xunit;

namespace Practices.Tests.Indexer.Import.Mappings;

public class TransformTests
{
    [Theory]
    [InlineData("trim", "  a  ", "a")]
    [InlineData("collapse", " a \n\t b ", "a b")]
    [InlineData("split: \";\"", "a; b;;c", "a | b | c")]
    [InlineData("split: \"|\"", "a|b", "a | b")]
    [InlineData("split: \",| and \"", "roads, drains and lights", "roads | drains | lights")]
    [InlineData("split: { by: \",| and \", keep: [Water and sanitation] }", "Roads, water and sanitation and lights", "Roads | water and sanitation | lights")]
    [InlineData("split: { by: \"[;,]| and \", names-of: themes }, theme", "Culture and heritage, Water and sanitation and energy", "culture | water | energy")]
    [InlineData("split, first", "a;b;c", "a")]
    [InlineData("split, first: 2", "a;b;c", "a | b")]
    [InlineData("split, last", "a;b;c", "c")]
    [InlineData("split, join: \" + \"", "a;b", "a + b")]
    [InlineData("find: \"SDGs? ([0-9, and]+)\"", "It serves (SDGs 8 and 9) and SDG 3.", "8 and 9 | 3")]
    [InlineData("replace: { pattern: \"^City of \", with: \"\" }", "City of Durban", "Durban")]
    [InlineData("map: { Ongoing: running, Closed: ended }", "ONGOING", "running")]
    [InlineData("map: { Ongoing: running }", "paused", "paused")]
    [InlineData("map: { Other: \"\" }, default: none", "other", "none")]
    [InlineData("map: { Both: [water, waste] }", "both", "water | waste")]
    [InlineData("find: \"[0-9]+\", default: \"0\"", "none", "0")]
    [InlineData("cut-words: 5", "One two. Three four five six seven.", "One two.")]
    [InlineData("cut-words: 2", "One two three", "One two …")]
    [InlineData("cut-words: 9", "One two three", "One two three")]
    public void Text_is_cut_joined_and_replaced(string steps, string value, string expected) => Assert.Equal(expected, OneRow.Step(steps, value));

    [Theory]
    [InlineData("2014", "2014")]
    [InlineData("2014-05", "2014-05")]
    [InlineData("2014-05-31", "2014-05-31")]
    [InlineData("2014-05-31T00:00:00", "2014-05-31")]
    [InlineData("2024-10-23T08:37:24+00:00", "2024-10-23")]
    [InlineData("2022-06-30 11:20:20", "2022-06-30")]
    [InlineData("2014 05 31", "2014-05-31")]
    [InlineData("2014/5/3", "2014-05-03")]
    [InlineData("31/12/2014", "2014-12-31")]
    [InlineData("12/31/2014", "2014-12-31")]
    [InlineData("3.4.2018", "2018-04-03")]
    [InlineData("4/4/2018", "2018-04-04")]
    [InlineData("05/2014", "2014-05")]
    [InlineData("31 December 2014", "2014-12-31")]
    [InlineData("December 31st, 2014", "2014-12-31")]
    [InlineData("Dec 2014", "2014-12")]
    [InlineData("1er février 2015", "2015-02-01")]
    [InlineData("15 de marzo de 2016", "2016-03-15")]
    [InlineData("março de 2016", "2016-03")]
    [InlineData("5 мая 2017", "2017-05-05")]
    [InlineData("3 يناير 2019", "2019-01-03")]
    [InlineData("2014年5月31日", "2014-05-31")]
    [InlineData("2014年5月", "2014-05")]
    public void Dates_are_read_as_people_write_them(string value, string expected) => Assert.Equal(expected, OneRow.Step("date", value));

    [Theory]
    [InlineData("3/4/2018", "Either number may be the month.")]
    [InlineData("31/02/2018", "This is no day of the calendar.")]
    [InlineData("2018-13", "This is no day of the calendar.")]
    [InlineData("41790", "This looks like a spreadsheet's number of a day.")]
    [InlineData("3/4/18", "This is no day of the calendar.")]
    [InlineData("soon", "This is no date.")]
    public void A_date_that_is_none_or_could_be_two_is_not_guessed(string value, string message) => Assert.StartsWith("! " + message, OneRow.Step("date", value), StringComparison.Ordinal);

    [Theory]
    [InlineData("day-first", "2018-04-03")]
    [InlineData("month-first", "2018-03-04")]
    public void The_mapping_says_which_number_is_the_month(string order, string expected) => Assert.Equal(expected, OneRow.Step("date", "3/4/2018", $"dates: {order}\n"));

    [Theory]
    [InlineData("in 2014", "2014")]
    [InlineData("31 December 2014", "2014")]
    [InlineData("from 2014 to 2016", "! Several years stand here.")]
    [InlineData("long ago", "! No year stands here.")]
    public void A_year_is_taken_where_there_is_one(string value, string expected) => Assert.StartsWith(expected, OneRow.Step("year", value), StringComparison.Ordinal);

    [Theory]
    [InlineData("1140000", "1140000")]
    [InlineData("1,140,000", "1140000")]
    [InlineData("1.140.000", "1140000")]
    [InlineData("1 140 000", "1140000")]
    [InlineData("1'140'000", "1140000")]
    [InlineData("12,34,567", "1234567")]
    [InlineData("1.2 million people", "1200000")]
    [InlineData("3,5 million", "3500000")]
    [InlineData("about 3,5 ha", "3.5")]
    [InlineData("1,234.5 km2 of land", "1234.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("USD 10.7 million", "10700000")]
    [InlineData("35 %", "35")]
    [InlineData("-12", "-12")]
    [InlineData("COVID-19", "19")]
    [InlineData("2 lakh", "200000")]
    [InlineData("5万", "50000")]
    [InlineData("5-10", "! Several numbers stand here.")]
    [InlineData("many", "! No number stands here.")]
    [InlineData("1,2,3", "! The marks between the digits")]
    [InlineData("5 m", "! \"m\" may be metres or millions.")]
    public void Numbers_are_read_with_their_marks_and_words(string value, string expected)
    {
        if (expected[0] == '!') Assert.StartsWith(expected, OneRow.Step("number", value), StringComparison.Ordinal);
        else Assert.Equal(expected, OneRow.Step("number", value));
    }

    [Theory]
    [InlineData("1,200", "decimal-point", "1200")]
    [InlineData("1.200", "decimal-point", "1.2")]
    [InlineData("1,200", "decimal-comma", "1.2")]
    [InlineData("1.200", "decimal-comma", "1200")]
    public void One_mark_before_three_digits_means_what_the_mapping_says(string value, string numbers, string expected) => Assert.Equal(expected, OneRow.Step("number", value, $"numbers: {numbers}\n"));

    [Fact]
    public void Any_number_comes_back_as_it_was() => Prop.ForAll<int>(n => OneRow.Step("number", n.ToString(System.Globalization.CultureInfo.InvariantCulture)) == n.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Theory]
    [InlineData("Yes", "true")]
    [InlineData("sí", "true")]
    [InlineData("нет", "false")]
    [InlineData("☑", "true")]
    [InlineData("maybe", "! This is neither yes nor no.")]
    public void Yes_and_no_are_read_in_many_languages(string value, string expected) => Assert.StartsWith(expected, OneRow.Step("boolean", value), StringComparison.Ordinal);

    [Theory]
    [InlineData("South Africa", "ZA")]
    [InlineData("afrique du sud", "ZA")]
    [InlineData("南非", "ZA")]
    [InlineData("zaf", "ZA")]
    [InlineData("za", "ZA")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("Viet Nam (Socialist Republic)", "VN")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Sout Africa", "! No country is called so. Did you mean South Africa (ZA)?")]
    public void A_country_is_known_by_any_name(string value, string expected) => Assert.StartsWith(expected, OneRow.Step("country", value), StringComparison.Ordinal);

    [Theory]
    [InlineData("23.03, 72.58", "23.03,72.58")]
    [InlineData("-29.8587 31.0218", "-29.8587,31.0218")]
    [InlineData("23,03; 72,58", "23.03,72.58")]
    [InlineData("29.86 S, 31.02 E", "-29.86,31.02")]
    [InlineData("29°51'31\"S 31°01'19\"E", "-29.858611,31.021944")]
    [InlineData("E 31°01.3' N 29°51.5'", "29.858333,31.021667")]
    [InlineData("POINT(31.02 -29.86)", "-29.86,31.02")]
    [InlineData("POINT Z (31.02 -29.86 12)", "-29.86,31.02")]
    [InlineData("121.5, 31.2", "! The first number is no latitude.")]
    [InlineData("0, 0", "! 0, 0 lies in the sea")]
    [InlineData("Durban", "! This is no pair of coordinates.")]
    public void A_point_is_read_in_many_forms(string value, string expected) => Assert.StartsWith(expected, OneRow.Step("coordinates", value), StringComparison.Ordinal);

    [Theory]
    [InlineData("11", "11")]
    [InlineData("SDG 11", "11")]
    [InlineData("sdg11", "11")]
    [InlineData("SDG#6", "6")]
    [InlineData("Goal 6: Clean water", "6")]
    [InlineData("6. Clean Water and Sanitation", "6")]
    [InlineData("ODS 13", "13")]
    [InlineData("ODD 4", "4")]
    [InlineData("ЦУР 7", "7")]
    [InlineData("目标11", "11")]
    [InlineData("الهدف ٦", "6")]
    [InlineData("مياه", "6")]
    [InlineData("Acción por el clima", "13")]
    [InlineData("Clean water", "6")]
    [InlineData("气候行动", "13")]
    [InlineData("SDGs 8 and 9", "8 | 9")]
    [InlineData("8, 9, and 13", "8 | 9 | 13")]
    [InlineData("SDG 1, SDG 5, SDG 13", "1 | 5 | 13")]
    [InlineData("11.3", "11.3")]
    [InlineData("Target 11.a", "11.a")]
    [InlineData("SDG 18", "! There is no goal 18.")]
    [InlineData("11.99", "! There is no target 11.99.")]
    [InlineData("Goal 6: Climate action", "! The number is goal 6 and the name is goal 13.")]
    [InlineData("flying cars", "! No goal has this name.")]
    public void A_goal_is_known_by_number_or_by_name_in_any_language(string value, string expected)
    {
        if (expected[0] == '!') Assert.StartsWith(expected, OneRow.Step("sdg", value), StringComparison.Ordinal);
        else Assert.Equal(expected, OneRow.Step("sdg", value));
    }

    [Theory]
    [InlineData("theme", "Espacio público", "public-spaces")]
    [InlineData("theme", "BRT", "public-transport")]
    [InlineData("theme", "Solid waste", "solid-waste")]
    [InlineData("beneficiary", "slum dwellers", "informal-settlement-residents")]
    [InlineData("language", "français", "fr")]
    [InlineData("language", "Mandarin", "zh")]
    [InlineData("concept: states", "running", "running")]
    [InlineData("region", "South Asia", "Southern Asia")]
    [InlineData("city", "eThekwini", "Durban")]
    [InlineData("city", "Nowhere-on-Sea", "Nowhere-on-Sea")]
    [InlineData("outcome", "city of your choice", "popular-city")]
    [InlineData("outcome", "Best of all", "! The outcomes of \"city-award\" are winner, popular-city.")]
    [InlineData("url", "www.durban.gov.za/a b", "https://www.durban.gov.za/a%20b")]
    [InlineData("url", "javascript:alert(1)", "! This is no web address.")]
    [InlineData("target", "SDG 11", "! This is no target.")]
    public void Words_of_vocabularies_are_known_by_any_name(string step, string value, string expected) => Assert.StartsWith(expected, OneRow.Step(step, value), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_theme_is_a_warning_that_names_the_nearest()
    {
        var result = OneRow.Apply("  themes: { from: [Themes], do: [split: \",\"] }\n", ("Themes", "Solid waste, Waste rockets"));
        Assert.Equal("[\"solid-waste\"]", result.Submission!.Fields["themes"]!.ToJsonString());
        var problem = Assert.Single(result.Problems);
        Assert.Equal((Severity.Warning, "unknown-concept", "G", "Waste rockets"), (problem.Severity, problem.Rule, problem.Place, problem.Value));
        Assert.Contains("Nearest:", problem.Message, StringComparison.Ordinal);
        Assert.Contains("waste", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_long_for_its_form_is_kept_and_told()
    {
        var result = OneRow.Apply("  partners.name: { from: Partner, do: [max-words: 2] }\n", ("Partner", "one two three"));
        Assert.Equal("max-words", Assert.Single(result.Problems).Rule);
        Assert.Equal("one two three", result.Submission!.Fields["partners"]![0]!["name"]!.ToString());
    }

    [Fact]
    public void No_text_makes_a_step_fail()
    {
        string[] steps = ["date", "year", "number", "boolean", "country", "city", "region", "coordinates", "sdg", "target", "theme", "language", "outcome", "url", "markdown", "split: \",| and \"", "cut-words: 3"];
        var pieces = Gen.Elements("a", "1", ".", ",", " ", "-", "N", "°", "'", "\"", "SDG", "Goal ", "2014", "/", "and", "٣", "年", "POINT(", ")", "million", "\uE000", "<b>", "&", "\n", "the ", "(", "水");
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            if (text.Trim().Length == 0) return;
            foreach (var step in steps)
                OneRow.Apply($"  aliases: {{ from: V, do: [{step}] }}\n", ("V", text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }
}
