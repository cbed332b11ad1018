using System.Text;

namespace Practices.Indexer.Vocabularies;

/// <summary>
/// Makes names comparable that people write differently: case, accents on Latin letters, and hyphens, apostrophes or points between words do not count.
/// <c>São Paulo</c>, <c>sao-paulo</c> and <c>SAO PAULO</c> are one name. Needs no culture data, so that every machine gives the same answer.
/// </summary>
public static class NameFolding
{
    // The base letters of U+00C0 to U+024F and of U+1E00 to U+1EFF, by the decompositions of the Unicode Character Database; a point keeps the letter.
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnn.nnoooooo..rrrrrr" +
        "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbb....o..d........f....i........oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg" +
        "..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s...." +
        "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>The name in lower case without accents, its words parted by single spaces.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        var gap = false;
        foreach (var character in name)
        {
            if (character is >= '\u0300' and <= '\u036F') continue; // combining accents
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                if (gap && folded.Length > 0) folded.Append(' ');
                gap = false;
                Append(folded, character);
            }
            else
            {
                gap = true;
            }
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char character)
    {
        var letter = character switch
        {
            >= '\u00C0' and <= '\u024F' => Latin[character - '\u00C0'],
            >= '\u1E00' and <= '\u1EFF' => LatinAdditional[character - '\u1E00'],
            _ => '.',
        };
        if (letter != '.')
            folded.Append(letter);
        else if (character is 'ß' or 'ẞ')
            folded.Append("ss");
        else if (character is 'æ' or 'Æ')
            folded.Append("ae");
        else if (character is 'œ' or 'Œ')
            folded.Append("oe");
        else if (character is 'þ' or 'Þ')
            folded.Append("th");
        else
            folded.Append(char.ToLowerInvariant(character));
    }
}
