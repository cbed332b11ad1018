using Xunit;

namespace Practices.Tests.Browser;

/// <summary>One address of every kind of page that the site has.</summary>
public static class PageKinds
{
    public const string Full = "/practices/ahmedabad-womens-climate-action";
    public const string Brief = Full + "/brief";
    public const string Against = Full + "?city=durban";
    public const string Short = "/practices/tshwane-platform-for-solutions";
    public const string Recognised = "/practices/odisha-urban-wage-employment";
    public const string Filtered = "/practices?sdg=13&region=africa";
    public const string Nothing = "/practices?q=zeppelin&sdg=13&region=africa";

    public const string Compared = "/compare?id=durban-landfill-gas&id=ahmedabad-womens-climate-action&id=medellin-metrocable&id=tshwane-platform-for-solutions";

    /// <summary>The addresses.</summary>
    public static TheoryData<string> All =>
    [
        "/",
        "/practices",
        "/practices?q=heat+slum+women",
        "/practices?q=%D0%B2%D0%BE%D0%B4%D0%B0",
        "/practices?q=watter",
        "/practices?q=heat+watter",
        Filtered,
        "/practices?view=map",
        "/practices?region=africa&view=map",
        "/practices?view=matrix",
        "/practices?sdg=13&view=timeline",
        "/practices?region=africa&view=lineage",
        "/practices?kind=award&view=lineage",
        Nothing,
        Full,
        Short,
        Against,
        Full + "?city=atlantis",
        Brief,
        "/explore",
        "/my-city",
        "/my-city?city=durban",
        "/my-city?city=atlantis&size=large&region=africa",
        Compared,
        "/compare",
        "/shortlist",
        "/shortlist?id=durban-landfill-gas&id=ahmedabad-womens-climate-action&id=uclg&q=water",
        "/offline",
        "/offline?sdg=6&region=africa",
        "/learning",
        "/learning/study-visits",
        "/learning/mile-master-class-water-sanitation",
        "/networks",
        "/networks/uclg",
        "/awards",
        "/awards/guangzhou-award",
        "/awards/prize-for-cities/2020-2021",
        "/awards/guangzhou-award/2016",
        Recognised,
        "/sdgs",
        "/sdgs/13",
        "/sdgs/14.2",
        "/regions",
        "/regions/africa",
        "/countries",
        "/countries/ZA",
        "/countries/TD",
        "/cities",
        "/cities/durban",
        "/themes",
        "/themes/urban-heat",
        "/learning/formats",
        "/learning/formats/master-class",
        "/explore/evidence",
        "/explore/evidence/self-reported",
        "/about",
        "/there-is-no-such-page",
        "/awards/guangzhou-award/1999",
    ];
}
