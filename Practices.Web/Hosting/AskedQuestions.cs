namespace Practices.Web.Hosting;

/// <summary>
/// Which questions in free words are worth their page's place in the cache. There is no end of such questions and most are asked once, by programs above all: kept like any other, they would push
/// out the pages that are read again and again. So the first are kept at once, later ones when they are asked a second time soon. Safe for any number of threads.
/// </summary>
public sealed class AskedQuestions
{
    private const int KeptAtOnce = 1000;
    private const int Remembered = 4096;

    // A question has one place, by its hash; another one there forgets it.
    private readonly int[] _recent = new int[Remembered];
    private int _asked;

    /// <summary>Whether the answer to a question that is asked now is to be kept.</summary>
    public bool IsWorthKeeping(string question)
    {
        var hash = string.GetHashCode(question, StringComparison.Ordinal);
        ref var place = ref _recent[(uint)hash % Remembered];
        var isKnown = place == hash;
        place = hash;
        return isKnown || (_asked < KeptAtOnce && Interlocked.Increment(ref _asked) <= KeptAtOnce);
    }
}
