using System.Collections.Frozen;

namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// The English stemmer of Martin Porter, second version ("Porter2"), in the form that Snowball 3 gave it; written from the description at
/// snowballstem.org/algorithms/english/stemmer.html. Expects lower case.
/// </summary>
public sealed class EnglishStemmer : ITokenFilter
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Exceptions = new Dictionary<string, string>
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        if (term.Length <= 2 || term.Letters.ContainsAnyExcept(LowerCaseLetters)) return;

        if (Exceptions.TryGetValue(term.Letters, out var stem))
        {
            stem.CopyTo(term.Letters);
            term.Truncate(stem.Length);
            return;
        }

        if (term.Letters[0] == '\'') term.RemoveStart(1);
        var word = new EnglishWord(term.Letters);
        word.Stem();
        term.Truncate(word.Length);
    }

    private static readonly System.Buffers.SearchValues<char> LowerCaseLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz'");
}
