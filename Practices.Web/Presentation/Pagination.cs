namespace Practices.Web.Presentation;

/// <summary>Where in a long list a page stands, and the addresses around it.</summary>
/// <param name="Page">This page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Previous">The page before; <see langword="null"/> on the first.</param>
/// <param name="Next">The page after; <see langword="null"/> on the last.</param>
public sealed record Pagination(int Page, int Pages, string? Previous, string? Next)
{
    /// <summary>The pages of a search of <paramref name="total"/> hits.</summary>
    public static Pagination Of(SearchState state, int total)
    {
        var pages = PageCount(state, total);
        var page = Math.Clamp(state.Page, 1, pages);
        return new(page, pages, page > 1 ? state.AtPage(page - 1).Url() : null, page < pages ? state.AtPage(page + 1).Url() : null);
    }

    /// <summary>How many pages a search has; an empty one has one.</summary>
    public static int PageCount(SearchState state, int total) =>
        state.PageSize == 0 ? 1 : Math.Max(1, (total + state.PageSize - 1) / state.PageSize);
}
