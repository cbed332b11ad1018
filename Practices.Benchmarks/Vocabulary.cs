namespace Practices.Benchmarks;

/// <summary>
/// 60,000 made-up words, of which the k-th most frequent is drawn with a chance of about 1 / (k + 2.7) (Zipf and Mandelbrot). They end in a, o or u,
/// which no English ending does that the stemmer removes: a word is its own stem, so that a brute-force check need not stem.
/// </summary>
internal static class Vocabulary
{
    public const int Count = 60_000;

    private const string Consonants = "bcdfghjklmnprtv";
    private const string InnerVowels = "aeiou";
    private const string LastVowels = "aou";

    private static readonly double[] Cumulated = Draw.Cumulate(Count, rank => 1 / (rank + 3.7));
    private static readonly string[] Words = [.. Enumerable.Range(0, Count).Select(Spell)];

    public static string Word(int rank) => Words[rank];

    public static int Next(ref Draw draw) => draw.Weighted(Cumulated);

    /// <summary>The share of documents of some words that hold the word of a rank, if words were drawn independently.</summary>
    public static double ShareOfDocuments(int rank, int words) => 1 - Math.Exp(-words / (rank + 3.7) / Cumulated[^1]);

    // Frequent words are short, as in languages.
    private static string Spell(int rank)
    {
        const int last = 15 * 3;
        const int inner = 15 * 5;
        var number = rank < 3000 ? rank : 3000 + ((rank - 3000) * 7L % (Count - 3000)) + (last * inner);
        var word = Syllable((int)(number % last), LastVowels);
        number /= last;
        do
        {
            word = Syllable((int)(number % inner), InnerVowels) + word;
            number /= inner;
        }
        while (number > 0);
        return word;
    }

    private static string Syllable(int number, string vowels) => $"{Consonants[number / vowels.Length]}{vowels[number % vowels.Length]}";
}
