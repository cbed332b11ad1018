using System.Collections.Immutable;
using System.Text;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Searching;

namespace Practices.Tests.Search;

/// <summary>A dozen practices, small enough to know by heart, in an index of their own.</summary>
public sealed class SmallCorpus : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallCorpus()
    {
        IndexWriter.Write(_folder.Path, Schema, Documents, "small");
        Searcher = new(IndexSnapshot.Open(_folder.Path));
    }

    public static IndexSchema Schema { get; } = new([new("title", 2), new("body")], ["place", "theme"]);

    public static ImmutableArray<Document> Documents { get; } =
    [
        Document("ahmedabad", "Heat action plan", "Warnings reach slum women by phone before a heat wave. Cool roofs lower the temperature indoors.", 2013, ["asia", "south-asia", "IN"], "heat", "health"),
        Document("bogota", "Ciclovía: streets without cars", "On Sundays the main streets belong to people on bicycles and on foot.", 1974, ["americas", "south-america", "CO"], "mobility"),
        Document("durban", "Community reforestation", "Women plant trees at Buffelsdraai and are paid in credit notes. The forest holds back floods.", 2008, ["africa", "southern-africa", "ZA"], "nature", "water"),
        Document("freetown", "Freetown the tree town", "Residents plant and track a million trees with their phones against heat and landslides.", 2020, ["africa", "western-africa", "SL"], "nature", "heat"),
        Document("guangzhou", "绿道 Greenways", "广州的绿道连接水道和公园。 Greenways connect parks and waterways.", 2010, ["asia", "eastern-asia", "CN"], "mobility", "nature"),
        Document("kampala", "The who and how of markets", "Vendors plan the market themselves; low-income traders keep their stalls.", 2017, ["africa", "eastern-africa", "UG"], "markets"),
        Document("lima", "Agua para todos", "Water tankers were replaced by pipes: 1,000 households pay 2.5 times less for drinking water.", 2015, ["americas", "south-america", "PE"], "water"),
        Document("medellin", "Green corridors", "Corridors of trees cool the streets by two degrees. Former street vendors were trained as gardeners.", 2016, ["americas", "south-america", "CO"], "nature", "heat"),
        Document("paris", "Les îlots de fraîcheur", "L'eau et les arbres rafraîchissent les cours d'école.", 2018, ["europe", "western-europe", "FR"], "heat", "water") with { Language = "fr" },
        Document("rotterdam", "Water squares", "Squares hold rain water in a storm and children on dry days.", 2013, ["europe", "western-europe", "NL"], "water"),
        Document("sao-paulo", "São Paulo buys from family farms", "School meals are bought from family farmers at the edge of the city.", 2016, ["americas", "south-america", "BR"], "markets", "health"),
        Document("surat", "Floods are forecast", "An early warning of floods gives the city two days; women's groups carry it from door to door.", 2011, ["asia", "south-asia", "IN"], "water", "health"),
    ];

    public Searcher Searcher { get; }

    public SearchResult Search(string text) => Searcher.Search(new() { Text = text });

    public Explanation? Explain(string text, string id) => Searcher.Explain(new() { Text = text }, id);

    public string[] Find(string text) => [.. Search(text).Hits.Select(hit => hit.Id)];

    public void Dispose()
    {
        Searcher.Dispose();
        _folder.Dispose();
    }

    private static Document Document(string id, string title, string body, int year, string[] place, params string[] themes) => new()
    {
        Id = id,
        Title = title,
        Date = year,
        Texts = [new("title", title), new("body", body)],
        Facets = [new("place", FacetPath.Of(place)), .. themes.Select(theme => new FacetValue("theme", FacetPath.Of(theme)))],
        Card = Encoding.UTF8.GetBytes("card of " + id),
        Stored = Encoding.UTF8.GetBytes("all of " + id),
    };
}
