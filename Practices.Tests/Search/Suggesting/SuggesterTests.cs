using Practices.Search.Suggesting;
using Xunit;

namespace Practices.Tests.Search.Suggesting;

public sealed class SuggesterTests
{
    private const int Title = 0;
    private const int Theme = 1;
    private const int City = 2;

    private static readonly Suggester Small = Suggester.Build(
    [
        new("Durban pro-poor water", "durban-water", Title, 1),
        new("Durban landfill gas", "durban-gas", Title, 1),
        new("Durban's Institute of Learning", "durban-mile", Title, 1),
        new("Durban reforests Buffelsdraai", "durban-trees", Title, 1),
        new("Durban counts its street traders", "durban-traders", Title, 1),
        new("São Paulo buys from family farms", "sao-paulo-farms", Title, 1),
        new("Les îlots de fraîcheur de l’école", "paris-ilots", Title, 1),
        new("广州的绿道连接水道和公园", "guangzhou-greenways", Title, 1),
        new("حدائق المدينة", "cairo-gardens", Title, 1),
        new("Зелёные крыши Москвы", "moscow-roofs", Title, 1),
        new("ガーデンシティ", "garden-city", Title, 1),
        new("Water", "water", Theme, 30),
        new("Agua", "water", Theme, 30),
        new("水", "water", Theme, 30),
        new("Waste", "waste", Theme, 40),
        new("Heat in cities", "heat", Theme, 20),
        new("Durban", "durban", City, 6),
        new("eThekwini", "durban", City, 6),
        new("Duisburg", "duisburg", City, 1),
        new("…!", "nothing", City, 99),
    ]);

    [Theory]
    [InlineData("Durban pro-poor water")]
    [InlineData("dur wat")]
    [InlineData("wat dur")]
    [InlineData("WATER POOR")]
    [InlineData("pro-p")]
    [InlineData("  poor,  durb ")]
    public void Every_typed_word_begins_a_word(string typed) => Assert.Contains("Durban pro-poor water", Texts(typed));

    [Theory]
    [InlineData("urban")]
    [InlineData("durban zebra")]
    [InlineData("durbanwater")]
    [InlineData("lecole")]
    [InlineData("")]
    [InlineData(" -!? ")]
    public void What_begins_no_word_finds_nothing(string typed) => Assert.Empty(Texts(typed));

    [Theory]
    [InlineData("sao p", "São Paulo buys from family farms")]
    [InlineData("SÃO", "São Paulo buys from family farms")]
    [InlineData("sa\u0303o", "São Paulo buys from family farms")]
    [InlineData("ecole", "Les îlots de fraîcheur de l’école")]
    [InlineData("l'eco", "Les îlots de fraîcheur de l’école")]
    [InlineData("durbans inst", "Durban's Institute of Learning")]
    [InlineData("зеленые", "Зелёные крыши Москвы")]
    [InlineData("المدينه", "حدائق المدينة")]
    [InlineData("ｶﾞｰﾃﾞﾝ", "ガーデンシティ")]
    public void Accents_case_width_and_apostrophes_do_not_count(string typed, string expected) => Assert.Equal([expected], Texts(typed));

    [Theory]
    [InlineData("广州")]
    [InlineData("绿道")]
    [InlineData("连接水道")]
    [InlineData("水道 绿")]
    [InlineData("园")]
    [InlineData("广州的绿道连接水道和公园")]
    public void Text_without_spaces_is_found_by_any_run_of_its_characters(string typed) => Assert.Contains("广州的绿道连接水道和公园", Texts(typed));

    [Fact]
    public void A_run_that_is_longer_than_a_word_is_found_by_its_parts()
    {
        var title = string.Concat(Enumerable.Range(0, 60).Select(i => (char)('一' + i)));
        var suggester = Suggester.Build([new(title, "long", Title, 1)]);
        Assert.Equal(new SuggestionMark(3, 55), Assert.Single(Assert.Single(suggester.Suggest(TypedText.Read(title[3..55]), 8, 8)).Marks));
        Assert.Empty(suggester.Suggest(TypedText.Read(title[3..30] + title[40]), 8, 8));
    }

    [Fact]
    public void What_begins_with_the_typed_text_comes_first_then_the_weightier_then_by_text() =>
        Assert.Equal(["Waste", "Water", "Durban pro-poor water"], Texts("wa"));

    [Fact]
    public void What_only_holds_the_word_comes_after_what_begins_with_it_however_weighty()
    {
        var suggester = Suggester.Build([new("Heavy water", "a", Title, 100), new("Water", "b", Title, 1), new("Water world", "c", Title, 2)]);
        Assert.Equal(["Water world", "Water", "Heavy water"], suggester.Suggest(TypedText.Read("water"), 8, 8).Select(s => s.Entry.Text));
    }

    [Fact]
    public void Many_titles_hide_no_city() => Assert.Equal(
        ["Durban", "Durban counts its street traders", "Durban landfill gas"],
        Small.Suggest(TypedText.Read("durban"), 3, 2).Select(s => s.Entry.Text));

    [Fact]
    public void Where_other_groups_leave_room_a_group_fills_it() => Assert.Equal(6, Small.Suggest(TypedText.Read("durban"), 8, 2).Length);

    [Fact]
    public void A_thing_with_several_names_is_suggested_once_by_the_best() => Assert.Equal(["Agua"], Texts("agua"));

    [Fact]
    public void Several_names_of_one_thing_that_match_are_one_suggestion()
    {
        var suggester = Suggester.Build([new("BRT", "brt", Theme, 3), new("Bus rapid transit", "brt", Theme, 3), new("Buses", "buses", Theme, 2)]);
        Assert.Equal(["BRT", "Buses"], suggester.Suggest(TypedText.Read("b"), 8, 8).Select(s => s.Entry.Text));
        Assert.Equal(["Bus rapid transit", "Buses"], suggester.Suggest(TypedText.Read("bus"), 8, 8).Select(s => s.Entry.Text));
    }

    [Theory]
    [InlineData("dur wat", "Durban pro-poor water", "[Dur]ban pro-poor [wat]er")]
    [InlineData("durbans in", "Durban's Institute of Learning", "[Durban's] [In]stitute of Learning")]
    [InlineData("eco", "Les îlots de fraîcheur de l’école", "Les îlots de fraîcheur de l’[éco]le")]
    [InlineData("l'eco", "Les îlots de fraîcheur de l’école", "Les îlots de fraîcheur de l’[éco]le")]
    [InlineData("acq l", "La carta dell'acqua", "[L]a carta dell'[acq]ua")]
    [InlineData("il", "Les i\u0302lots", "Les [i\u0302l]ots")]
    [InlineData("str", "Die Straße", "Die [Str]aße")]
    [InlineData("strass", "Die Straße", "Die [Straß]e")]
    [InlineData("水", "广州的绿道连接水道和公园", "广州的绿道连接[水]道和公园")]
    [InlineData("绿道 道连", "广州的绿道连接", "广州的[绿道连]接")]
    [InlineData("w water", "Waste and water", "[W]aste and [water]")]
    [InlineData("wat no", "Water", "Water")]
    [InlineData("ガ", "カ\u3099", "[カ\u3099]")]
    public void What_was_typed_is_marked(string typed, string text, string marked)
    {
        var result = text;
        foreach (var mark in TypedText.Read(typed).MarksIn(text).Reverse())
            result = result.Insert(mark.End, "]").Insert(mark.Start, "[");
        Assert.Equal(marked, result);
    }

    [Fact]
    public void A_pasted_page_is_read_to_its_hundredth_character_and_eighth_word()
    {
        Assert.Contains("Durban landfill gas", Texts("durban landfill gas durban landfill gas durban landfill zebra"));
        Assert.Contains("Durban landfill gas", Texts("durban" + new string(' ', 94) + "zebra"));
        Assert.Empty(Texts(new string('水', 100_000)));
    }

    [Fact]
    public void Without_entries_nothing_is_found() => Assert.Empty(Suggester.Build([]).Suggest(TypedText.Read("a"), 8, 8));

    [Fact]
    public void An_entry_without_a_word_is_left_out() => Assert.Equal(19, Small.Count);

    private static IEnumerable<string> Texts(string typed) => Small.Suggest(TypedText.Read(typed), 8, 8).Select(s => s.Entry.Text);
}
