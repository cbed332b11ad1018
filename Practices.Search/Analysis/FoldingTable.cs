namespace Practices.Search.Analysis;

/// <summary>
/// The letter under each accent, for the scripts that write accents: Latin, Greek and Cyrillic. Derived from the canonical decompositions of
/// Unicode 14, which <see cref="string.Normalize()"/> leaves out in invariant globalization, and from the look of the letters that have none (ø, ł, đ).
/// Letters that are no accented forms to their readers stay themselves: й, ї and ў in Cyrillic.
/// </summary>
internal static class FoldingTable
{
    // Each text holds one folded letter for every code point from the one in its name; a hyphen stands for "itself".
    private const string From00C0 =
        "aaaaaaæceeeeiiiidnooooo-ouuuuyþßaaaaaaæceeeeiiiidnooooo-ouuuuyþy" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkklllllll" +
        "lllnnnnnnŉnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "bbbbƅƅɔccddddƍǝəɛffgɣƕiikklƛɯnnoooƣƣppʀƨƨʃƪttttuuʊvyyzzʒƹƹƺƻƽƽƾƿ" +
        "ǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææggggkkooooʒʒjǳǳǳggƕƿnnaaææoo" +
        "aaaaeeeeiiiioooorrrruuuussttȝȝhhndȣȣzzaaeeooooooooyyȴȵȶjȸȹacclts" +
        "zɂɂbʉʌeejjɋɋrryy";

    private const string From0386 =
        "α-εηι-ο-υωιαβγδεζηθικλμνξοπρ-στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυ" +
        "φχψωιυουωϗβθϒϒϒφπϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯκρσϳθε-ϸϸσϻϻϼͻͼͽ";

    private const string From0400 =
        "ееђгєѕіїјљњћкиўџабвгдежзийклмнопрстуфхцчшщъыьэюяабвгдежзийклмноп" +
        "рстуфхцчшщъыьэюяееђгєѕіїјљњћкиўџ";

    private const string From1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwyasssßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    private const string From1F00 =
        "ααααααααααααααααεεεεεε--εεεεεε--ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιι" +
        "οοοοοο--οοοοοο--υυυυυυυυ-υ-υ-υ-υωωωωωωωωωωωωωωωωααεεηηιιοουυωω--" +
        "ααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωααααα-ααααααα-ι-" +
        "--ηηη-ηηεεηηη---ιιιι--ιιιιιι----υυυυρρυυυυυυρ-----ωωω-ωωοοωωω---";

    /// <summary>The letter without its accents; the letter itself where it has none.</summary>
    public static char Fold(char letter)
    {
        var folded = letter switch
        {
            < '\u00C0' => '-',
            < '\u0250' => From00C0[letter - 0xC0],
            < '\u0386' => '-',
            < '\u0400' => From0386[letter - 0x386],
            < '\u0460' => From0400[letter - 0x400],
            < '\u1E00' => '-',
            < '\u1F00' => From1E00[letter - 0x1E00],
            < '\u2000' => From1F00[letter - 0x1F00],
            _ => '-',
        };
        return folded == '-' ? letter : folded;
    }
}
