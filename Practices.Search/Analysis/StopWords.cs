using System.Collections.Frozen;

namespace Practices.Search.Analysis;

/// <summary>Marks words that nearly every text holds. They stay in the index, for phrases and for texts that are made of nothing else.</summary>
public sealed class StopWords(FrozenSet<string> words) : ITokenFilter
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The articles, pronouns, prepositions and auxiliaries of English.</summary>
    public static StopWords English { get; } = new(FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "about", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could", "did", "do", "does",
        "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "me", "may", "might", "must", "my",
        "no", "nor", "not", "of", "on", "or", "our", "shall", "she", "should", "so", "such", "than", "that", "the", "their", "them", "then", "there",
        "these", "they", "this", "those", "to", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will",
        "with", "would", "you", "your"));

    /// <inheritdoc/>
    public bool KeepsPrefixes => false;

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        if (_words.Contains(term.Letters)) term.IsStopWord = true;
    }
}
