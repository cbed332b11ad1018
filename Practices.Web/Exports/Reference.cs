using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Web.Presentation;

namespace Practices.Web.Exports;

/// <summary>What a reference manager keeps of a record: the page as something to be cited.</summary>
/// <param name="Id">The record's id: the citation key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Author">Who holds the rights: an organisation, in one piece.</param>
/// <param name="Publisher">This collection.</param>
/// <param name="Published">The day it came into the collection; <see langword="null"/> when that is not known.</param>
/// <param name="Address">The whole address of its page.</param>
/// <param name="Abstract">Its summary.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Keywords">Goals, themes and places, in English.</param>
public sealed record Reference(
    string Id, string Title, string Author, string Publisher, DateOnly? Published, string Address, string Abstract, string Language, IReadOnlyList<string> Keywords)
{
    /// <summary>The name of the collection.</summary>
    public const string Collection = "Practices";

    /// <summary>Who is cited where a record names nobody.</summary>
    public const string Contributors = "Practices contributors";

    /// <summary>The reference to a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="vocabularies">Has the labels of its goals, themes and places.</param>
    /// <param name="address">Makes a whole address of a path.</param>
    public static Reference Of(Practice record, VocabularySet vocabularies, Func<string, string> address) => new(
        record.Id,
        record.Title,
        record.Rights?.Holder ?? Contributors,
        Collection,
        record.Added,
        address(Routes.Record(record.Kind, record.Id)),
        record.Summary,
        record.Language,
        [
            .. record.Goals.Select(goal => $"SDG {goal}"),
            .. record.Themes.Select(theme => vocabularies.Label("themes", theme)),
            .. record.Places.Select(place => Words.PlaceName(place, vocabularies)).Distinct(),
        ]);

    /// <summary>The page in the words of a citation.</summary>
    public string Sentence => $"{Author}{(Published is { } day ? $" ({day.Year})" : "")}. {Title}. {Publisher}, {Address}";
}
