using Practices.Indexer.Vocabularies;

namespace Practices.Web.Presentation;

/// <summary>Something that the collection lacks, as a call to whoever knows it.</summary>
/// <param name="Text">What is lacking, in a sentence.</param>
/// <param name="Links">The concepts of which it is lacking; empty where the sentence says all.</param>
/// <param name="Ask">The question to the reader, as the words of a link.</param>
/// <param name="Url">Where it says how to answer.</param>
public sealed record Gap(string Text, IReadOnlyList<ConceptLink> Links, string Ask, string Url)
{
    // More would push the next line out of sight.
    private const int MostInSight = 17;

    /// <summary>Whether the concepts are shown only when asked for.</summary>
    public bool IsFolded => Links.Count > MostInSight;

    /// <summary>A practice, an offer or another record is lacking.</summary>
    public static Gap OfRecord(string text, IReadOnlyList<ConceptLink>? links = null) => new(text, links ?? [], "Know one?", $"{Routes.About}#send");

    /// <summary>The records are there and do not say something.</summary>
    public static Gap OfFact(string text, string ask) => new(text, [], ask, $"{Routes.About}#mistake");

    /// <summary>The concepts at the top of a vocabulary that no record carries.</summary>
    /// <param name="tally">Counts the records.</param>
    /// <param name="vocabulary">A vocabulary that has pages.</param>
    /// <param name="vocabularies">Has it.</param>
    public static IReadOnlyList<ConceptLink> Without(Tally tally, string vocabulary, VocabularySet vocabularies)
    {
        var folder = ConceptFolder.Of(vocabulary);
        return [.. vocabularies[vocabulary].Top.Where(concept => tally[folder.Facet, concept.Id] == 0).Select(concept => ConceptLink.Of(folder, concept.Id, concept.Label, tally))];
    }
}
