using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Content;

/// <summary>The rule of ids: lower-case ASCII words and numbers with single hyphens between them, so that one id is one address and one file name everywhere.</summary>
public static class RecordId
{
    /// <summary>The longest id, in characters: a file name of this length fits every file system.</summary>
    public const int MaxLength = 100;

    /// <summary>Whether a text is an id.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > MaxLength || text[0] == '-' || text[^1] == '-') return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && !(text[i] == '-' && text[i - 1] != '-')) return false;
        }

        return true;
    }

    /// <summary>The id that a name makes: <c>São Paulo</c> is <c>sao-paulo</c>. Empty when no letter of it is Latin.</summary>
    public static string FromName(string name)
    {
        var words = NameFolding.Fold(name.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal))
            .Split(' ')
            .Select(word => string.Concat(word.Where(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
            .Where(word => word.Length > 0);
        var id = "";
        foreach (var word in words)
        {
            if (id.Length + 1 + word.Length > MaxLength) return id.Length > 0 ? id : word[..MaxLength];
            id = id.Length == 0 ? word : $"{id}-{word}";
        }

        return id;
    }
}
