using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>The terms of an index that may stand in a place of a query.</summary>
internal static class SlotTerms
{
    /// <summary>The numbers of the terms, each once; none when no document holds any.</summary>
    public static List<int> Of(Slot slot, TermDictionary terms)
    {
        var numbers = new List<int>();
        foreach (var prefix in slot.Prefixes)
        {
            var (first, end) = terms.Prefix(prefix);
            for (var number = first; number < end; number++) numbers.Add(number);
        }

        foreach (var term in slot.Terms)
        {
            var number = terms.Find(term);
            if (number >= 0 && !numbers.Contains(number)) numbers.Add(number);
        }

        return numbers;
    }
}
