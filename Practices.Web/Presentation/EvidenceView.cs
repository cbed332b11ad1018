using Practices.Indexer.Vocabularies;

namespace Practices.Web.Presentation;

/// <summary>The evidence ladder: how far up its five rungs a record stands, and that in words.</summary>
/// <param name="Rungs">Rungs filled, 1 to 5; 0 when nobody has said.</param>
/// <param name="Label">The highest rung's name.</param>
/// <param name="Scope">What that rung means.</param>
public sealed record EvidenceView(int Rungs, string Label, string Scope)
{
    /// <summary>The rungs of the ladder, from its vocabulary, the lowest first.</summary>
    public const int Steps = 5;

    /// <summary>The ladder of an id of the vocabulary <c>evidence</c>.</summary>
    public static EvidenceView Of(string? evidence, VocabularySet vocabularies)
    {
        var vocabulary = vocabularies["evidence"];
        return evidence is not null && vocabulary.Find(evidence) is { } concept
            ? new(Math.Min(vocabulary.Concepts.IndexOf(concept) + 1, Steps), concept.Label, concept.Scope)
            : new(0, "How it is known has not been said", "");
    }
}
