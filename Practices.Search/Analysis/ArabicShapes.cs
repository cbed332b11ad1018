namespace Practices.Search.Analysis;

/// <summary>
/// The letter behind each shape that an Arabic letter takes in a line. Texts from old systems and from PDF files hold the shapes (the block Arabic
/// Presentation Forms-B of Unicode).
/// </summary>
internal static class ArabicShapes
{
    private const char First = '\uFE80';
    private const char FirstOfPairs = '\uFEF5';
    private const char Last = '\uFEFC';

    // One letter for each shape, then two for each lam-alef.
    private const string Behind =
        "ءآآأأؤؤإإئئئئااببببةةتتتتثثثثججججححححخخخخدد" +
        "ذذررززسسسسششششصصصصضضضضططططظظظظععععغغغغففففقققق" +
        "ككككللللممممننننههههووىىيييي" +
        "لآلآلألألإلإلالا";

    /// <summary>Whether a word holds such shapes.</summary>
    public static bool AreIn(ReadOnlySpan<char> word) => word.ContainsAnyInRange(First, Last);

    /// <summary>The letters behind a shape; none for any other character.</summary>
    public static ReadOnlySpan<char> Letters(char shape) => shape switch
    {
        < First or > Last => [],
        < FirstOfPairs => Behind.AsSpan(shape - First, 1),
        _ => Behind.AsSpan(FirstOfPairs - First + ((shape - FirstOfPairs) * 2), 2),
    };
}
