using Practices.Indexer.Indexing;

namespace Practices.Web.Presentation;

/// <summary>Says in words what two records share.</summary>
public static class SharedWords
{
    private const int MostThemes = 2;

    /// <summary><c>Shares solid waste management and goals 12 and 13</c>.</summary>
    public static string Of(SimilarRecord other, PracticeCatalog catalog)
    {
        var themes = other.Shared.Where(value => value.Field == "theme").Select(value => Words.InSentence(catalog.LabelOf(value.Field, value.Path), "themes")).Take(MostThemes);
        var goals = other.Shared.Where(value => value.Field == "sdg").Select(value => int.Parse(value.Path.Leaf)).Order().Select(goal => goal.ToString()).ToList();
        var named = goals.Count == 0 ? [] : new[] { $"{(goals.Count == 1 ? "goal" : "goals")} {Words.List(goals)}" };
        return $"Shares {string.Join("; ", themes.Concat(named))}";
    }
}
