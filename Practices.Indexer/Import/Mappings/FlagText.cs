using System.Collections.Frozen;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Reads a yes or a no in the languages of the vocabularies, and the marks of ticked boxes.</summary>
internal static class FlagText
{
    private static readonly FrozenSet<string> Yes = Words("yes y true 1 x oui vrai si sí verdadero sim да نعم 是 有 ja checked ticked");
    private static readonly FrozenSet<string> No = Words("no n false 0 non faux falso não нет لا 否 无 nein unchecked");
    private static readonly FrozenSet<string> Marks = new[] { "✓", "✔", "☑", "☒", "✗", "✘", "●" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary><c>true</c> or <c>false</c>; else what is wrong.</summary>
    public static (string? Value, string? Wrong) Read(string text)
    {
        var word = NameFolding.Fold(text);
        if (Yes.Contains(word) || Marks.Contains(text.Trim())) return ("true", null);
        return No.Contains(word) || text.Trim() == "☐" ? ("false", null) : (null, "This is neither yes nor no. Write yes or no.");
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').Select(NameFolding.Fold).ToFrozenSet(StringComparer.Ordinal);
}
