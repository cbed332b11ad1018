using System.Collections.Immutable;

namespace Practices.Web.Presentation;

/// <summary>A folder of pages about the concepts of one vocabulary.</summary>
/// <param name="Folder">Its name in addresses.</param>
/// <param name="Facet">The facet that carries the concepts.</param>
/// <param name="Vocabulary">The vocabulary.</param>
/// <param name="Title">The heading of its list.</param>
/// <param name="Lede">What the list is of.</param>
/// <param name="ListsAll">Whether concepts without a record are listed too.</param>
/// <param name="Parent">The page that its address stands below; empty at the top.</param>
public sealed record ConceptFolder(string Folder, string Facet, string Vocabulary, string Title, string Lede, bool ListsAll, string Parent = "")
{
    /// <summary>Every folder.</summary>
    public static ImmutableArray<ConceptFolder> All { get; } =
    [
        new("sdgs", "sdg", "sdgs", "The Sustainable Development Goals",
            "Seventeen goals that all countries agreed on in 2015, to be reached by 2030. Each record says which goals it serves and who says so.", true),
        new("regions", "region", "regions", "Regions of the world",
            "The regions of the United Nations Statistics Division. A record counts in every region that one of its places lies in.", true),
        new("themes", "theme", "themes", "Themes of city life",
            "What cities work on. A record that carries a sub-theme counts in its theme too.", true),
        new("countries", "country", "countries", "Countries and areas",
            "Where the practices, networks and learning offers that we hold are at home.", false),
        new("cities", "city", "cities", "Cities",
            "The cities that the records name.", false),
        new("formats", "format", "learning-formats", "Ways of learning",
            "How a programme lets cities learn from each other. Each learning offer is of one kind.", true, Routes.Learning),
        new("evidence", "evidence", "evidence", "How results are known",
            "A ladder of five rungs, the lowest first. A low rung does not mean that a practice is bad. It means that less is known.", true, Routes.Explore),
    ];

    /// <summary>The page that lists its concepts.</summary>
    public string Url => $"{Parent}/{Folder}";

    /// <summary>The kind of record that its pages are about first, as an id of the vocabulary <c>kinds</c>.</summary>
    public string MainKind => Facet == "format" ? "learning" : "practice";

    /// <summary>Whether its concepts are places.</summary>
    public bool IsOfPlaces => Folder is "regions" or "countries" or "cities";

    /// <summary>The folder of a name in an address; <see langword="null"/> when there is none.</summary>
    public static ConceptFolder? Find(string folder) => All.FirstOrDefault(f => f.Folder == folder);

    /// <summary>The folder of a vocabulary's concepts.</summary>
    public static ConceptFolder Of(string vocabulary) => All.First(f => f.Vocabulary == vocabulary);

    /// <summary>The page of a concept.</summary>
    public string UrlOf(string id) => $"{Url}/{Uri.EscapeDataString(id)}";
}
