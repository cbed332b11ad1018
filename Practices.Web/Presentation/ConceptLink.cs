namespace Practices.Web.Presentation;

/// <summary>A concept as a link to its page.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Code">A goal's or target's code, else empty.</param>
/// <param name="Label">Its name.</param>
/// <param name="Count">How many records we hold of it.</param>
/// <param name="Url">Its page.</param>
public sealed record ConceptLink(string Id, string Code, string Label, int Count, string Url)
{
    /// <summary>A concept of a vocabulary that has pages.</summary>
    /// <param name="folder">The folder of its page.</param>
    /// <param name="id">The concept.</param>
    /// <param name="label">Its name.</param>
    /// <param name="tally">Counts the records.</param>
    public static ConceptLink Of(ConceptFolder folder, string id, string label, Tally tally) =>
        new(id, folder.Facet == FacetView.GoalField ? id : "", label, tally[folder.Facet, id], folder.UrlOf(id));
}
