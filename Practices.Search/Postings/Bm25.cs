namespace Practices.Search.Postings;

/// <summary>
/// The ranking function: BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004). The occurrences of a word are
/// counted by the weights of their fields first and saturate together, so that a word in title and body is not counted as two words.
/// </summary>
internal static class Bm25
{
    /// <summary>How soon repeating a word stops helping.</summary>
    public const double K1 = 1.2;

    /// <summary>How much long documents are discounted: 0 not at all, 1 in proportion.</summary>
    public const double B = 0.75;

    /// <summary>How much a word tells, by how rare it is (Lucene's form, never negative).</summary>
    public static double Idf(int documentsWithWord, int documents) => Math.Log(1 + ((documents - documentsWithWord + 0.5) / (documentsWithWord + 0.5)));

    /// <summary>How much the length of a document discounts its words: 1 for one of average length.</summary>
    public static double LengthNorm(double length, double averageLength) => 1 - B + (B * length / averageLength);

    /// <summary>How much the occurrences of a word in a document count: from 0, towards K1 + 1.</summary>
    public static double Saturate(double weightedFrequency, double lengthNorm) => (K1 + 1) * Impact(weightedFrequency, lengthNorm);

    /// <summary>The saturated share: from 0, towards 1.</summary>
    public static double Impact(double weightedFrequency, double lengthNorm) => weightedFrequency / (weightedFrequency + (K1 * lengthNorm));

    /// <summary>
    /// The most that an impact can be under one average length, when it is known under another. A longer average discounts less, by no more than the two averages differ;
    /// rounding is allowed for.
    /// </summary>
    /// <param name="impact">The impact, or the largest of some, under <paramref name="before"/>.</param>
    /// <param name="before">The average length that it was computed with.</param>
    /// <param name="now">The average length that it is to hold for.</param>
    public static double ImpactBound(double impact, double before, double now) => Math.Min(1, impact * Math.Max(1, now / before) * (1 + 1e-12));
}
