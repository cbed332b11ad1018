using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Indexer.Commands;

/// <summary><c>practices search</c>: the search of the site, in a terminal.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var content = Folders.Content();
        var index = Folders.Index();
        var text = new Argument<string>("words") { Description = "What to look for; may be empty.", DefaultValueFactory = _ => "" };
        var page = new Option<int>("--page") { Description = "Which page, from 1.", DefaultValueFactory = _ => 1 };
        var size = new Option<int>("--page-size") { Description = "Hits a page, up to 100.", DefaultValueFactory = _ => 10 };
        var sort = new Option<SortOrder>("--sort") { Description = "relevance, newest or title.", DefaultValueFactory = _ => SortOrder.Relevance };
        var exact = new Option<bool>("--exact") { Description = "Search for the words as they are typed, even if they find nothing." };
        var noWiden = NoWiden();
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON." };
        var facets = PracticeCatalog.Facets
            .Select(f => (f.Field, Option: new Option<string[]>($"--{f.Field}") { Description = $"{f.Label}; may be given several times.", HelpName = "ID" }))
            .ToImmutableArray();

        var command = new Command("search", "Search the published records.") { text, content, index, page, size, sort, exact, noWiden, json };
        foreach (var (_, option) in facets) command.Add(option);
        command.SetAction(arguments =>
        {
            using var library = Folders.Opened(arguments.GetValue(content), arguments.GetValue(index));
            var catalog = library.Current;
            var filters = FacetSelection.Empty;
            foreach (var (field, option) in facets)
            {
                foreach (var value in arguments.GetValue(option) ?? [])
                {
                    if (catalog.PathOf(field, value) is not { } path) return Unknown(field, value);
                    filters = filters.With(field, path);
                }
            }

            filters = RecognitionFilter.Joined(filters, catalog.Vocabularies);
            var result = catalog.Search(new()
            {
                Text = arguments.GetValue(text) ?? "",
                Correct = !arguments.GetValue(exact),
                Filters = filters,
                Page = arguments.GetValue(page),
                PageSize = arguments.GetValue(size),
                Sort = arguments.GetValue(sort),
                Widen = !arguments.GetValue(noWiden),
            });
            if (arguments.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(Answer(catalog, result, filters), CommandJson.Default.SearchAnswer));
            else Print(catalog, result);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The option that keeps words to themselves.</summary>
    public static Option<bool> NoWiden() => new("--no-widen") { Description = "Look for the words alone, not for the themes, goals and places that they name." };

    /// <summary>The counts of every facet that is shown, with the names of its values.</summary>
    public static ImmutableArray<SearchAnswerFacet> Counts(PracticeCatalog catalog, SearchResult result, FacetSelection filters) =>
    [
        .. from counts in result.Facets
           let facet = PracticeCatalog.Facets.FirstOrDefault(f => f.Field == counts.Field)
           where facet is not null
           select new SearchAnswerFacet(
               facet.Field,
               facet.Label,
               [
                   .. counts.Values.Select(v => new SearchAnswerValue(
                       v.Path.Leaf, catalog.LabelOf(facet.Field, v.Path), v.Count, filters.Contains(facet.Field, v.Path))),
               ]),
    ];

    private static string? Suggested(SearchResult result) => result.Suggestion is { IsApplied: false } suggestion ? suggestion.Text : null;

    private static int Unknown(string field, string value)
    {
        Console.Error.WriteLine($"There is no {field} \"{value}\". `practices stats` lists those in use.");
        return ExitCode.Usage;
    }

    private static SearchAnswer Answer(PracticeCatalog catalog, SearchResult result, FacetSelection filters) => new(
        result.Total,
        result.Page,
        result.PageSize,
        result.Understood,
        [.. result.Widened.Select(w => new SearchAnswerWidened(w.Words, w.Field, w.Path.Leaf, w.Label))],
        result.Notes,
        Suggested(result),
        [
            .. catalog.Read(result).Select(hit => new SearchAnswerHit(
                hit.Card.Id,
                PracticeFacets.IdOf(hit.Card.Kind),
                hit.Card.Title,
                hit.Card.Summary,
                [.. hit.Card.Places.Select(p => p.City).OfType<string>().Distinct(StringComparer.Ordinal)],
                [.. hit.Card.Places.Select(p => p.Country).OfType<string>().Distinct(StringComparer.Ordinal)],
                hit.Card.Goals,
                hit.Hit.Score)),
        ],
        Counts(catalog, result, filters));

    private static void Print(PracticeCatalog catalog, SearchResult result)
    {
        foreach (var note in result.Notes) Console.Error.WriteLine(note);
        if (Suggested(result) is { } suggested) Console.Error.WriteLine($"Did you mean: {suggested}");
        foreach (var widened in result.Widened.GroupBy(w => w.Words))
            Console.Error.WriteLine($"\"{widened.Key}\" also finds {string.Join(", ", widened.Select(w => $"{w.Field}={w.Path.Leaf} ({w.Label})"))}.");
        if (result.Widened.Length > 0) Console.Error.WriteLine("--no-widen looks for the words alone.");
        Console.Error.WriteLine(result.Total == 1 ? "1 record" : $"{result.Total} records");
        foreach (var (hit, card) in catalog.Read(result))
        {
            var places = string.Join("; ", card.Places.Select(p => string.Join(", ", new[] { p.City ?? p.Area, p.Country is null ? null : catalog.Vocabularies.Label("countries", p.Country) }.OfType<string>())));
            Console.Out.WriteLine($"{hit.Score,8:0.000}  {card.Id}");
            Console.Out.WriteLine($"          {card.Title}{(places.Length > 0 ? $" ({places})" : "")}");
        }
    }
}
