using Practices.Indexer.Content;

namespace Practices.Web;

/// <summary>Every address of the site, made in one place. All are paths on this host.</summary>
public static class Routes
{
    public const string Home = "/";
    public const string Search = "/practices";
    public const string Explore = "/explore";
    public const string Compare = "/compare";
    public const string Shortlist = "/shortlist";
    public const string MyCity = "/my-city";
    public const string Offline = "/offline";
    public const string Goals = "/sdgs";
    public const string Regions = "/regions";
    public const string Themes = "/themes";
    public const string Awards = "/awards";
    public const string Learning = "/learning";
    public const string Networks = "/networks";
    public const string About = "/about";
    public const string Error = "/error";
    public const string Api = "/api";
    public const string ApiSearch = "/api/v1/practices";
    public const string ApiSuggest = "/api/v1/suggest";
    public const string Sitemap = "/sitemap.xml";

    /// <summary>What tells a browser how to search here (OpenSearch 1.1).</summary>
    public const string OpenSearch = "/opensearch.xml";

    /// <summary>Suggestions in the shape that browsers ask for.</summary>
    public const string ApiCompletions = "/api/v1/completions";

    /// <summary>What a search finds, the newest first, as an Atom feed.</summary>
    public const string Feed = Search + ".atom";

    /// <summary>The coming dates of all learning offers, as a calendar.</summary>
    public const string Calendar = "/learning.ics";

    /// <summary>The canonical address of a record: each kind has its own folder.</summary>
    public static string Record(RecordKind kind, string id) => $"{Folder(kind)}/{Uri.EscapeDataString(id)}";

    /// <summary>The brief for a visit to a practice, with the checklist for learning from it.</summary>
    public static string Brief(string id) => $"{Record(RecordKind.Practice, id)}/brief";

    /// <summary>The folder that a kind of record lives in.</summary>
    public static string Folder(RecordKind kind) => kind switch
    {
        RecordKind.Learning => Learning,
        RecordKind.Network => Networks,
        RecordKind.Award => Awards,
        _ => Search,
    };

    /// <summary>A record as JSON.</summary>
    public static string ApiRecord(string id) => $"{ApiSearch}/{Uri.EscapeDataString(id)}";

    public static string Goal(int goal) => $"{Goals}/{goal}";

    public static string Region(string id) => $"{Regions}/{Uri.EscapeDataString(id)}";

    public static string Country(string iso) => $"/countries/{Uri.EscapeDataString(iso)}";

    public static string City(string id) => $"/cities/{Uri.EscapeDataString(id)}";

    public static string Theme(string id) => $"{Themes}/{Uri.EscapeDataString(id)}";

    public static string Award(string id) => $"{Awards}/{Uri.EscapeDataString(id)}";

    public static string AwardCycle(string award, string cycle) => $"{Award(award)}/{Uri.EscapeDataString(cycle)}";

    /// <summary>The dates of a learning offer, as a calendar.</summary>
    public static string CalendarOf(string id) => $"{Learning}/{Uri.EscapeDataString(id)}.ics";

    /// <summary>A search with one value of one facet chosen.</summary>
    public static string SearchFor(string field, string value) => $"{Search}?{Uri.EscapeDataString(field)}={Uri.EscapeDataString(value)}";

    /// <summary>A search for words.</summary>
    public static string SearchFor(string text) => $"{Search}?q={Uri.EscapeDataString(text)}";
}
