using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Reads goals and targets of the 2030 Agenda as forms and reports write them: <c>SDG 11</c>, <c>Goal 6: Clean water</c>, <c>ODS 13</c>, <c>11.3</c>, <c>SDGs 8 and 9</c>, a name in any language.</summary>
internal static partial class SdgText
{
    private const int MaxLength = 400;

    /// <summary>The ids of the goals and targets in a text, each once, in its order; else what is wrong with it.</summary>
    public static (ImmutableArray<string> Ids, string? Wrong) Read(string text, ConceptLookup lookup)
    {
        if (text.Length > MaxLength) return ([], "This is longer than a list of goals. Take the part that names them with \"find\".");
        var plain = AsciiDigits.Of(text).Trim();
        if (Numbers().Match(plain) is { Success: true } numbers) return OfNumbers(numbers, lookup);
        if (lookup.GoalsNamed(plain) is { IsEmpty: false } named)
            return named.Length == 1 ? (named, null) : ([], $"This name may mean the goals {string.Join(", ", named)}. Write the number.");
        return ([], "No goal has this name. Write its number, such as SDG 11, or its name in one of the languages of the vocabulary sdgs.");
    }

    private static (ImmutableArray<string> Ids, string? Wrong) OfNumbers(Match match, ConceptLookup lookup)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (Capture code in match.Groups["code"].Captures)
        {
            var id = code.Value.ToLowerInvariant();
            var point = id.IndexOf('.', StringComparison.Ordinal);
            var number = int.Parse(point < 0 ? id : id[..point], CultureInfo.InvariantCulture);
            if (number is < 1 or > 17) return ([], $"There is no goal {number}. The goals are 1 to 17.");
            id = number.ToString(CultureInfo.InvariantCulture) + (point < 0 ? "" : id[point..]);
            var sdgs = lookup.Vocabularies["sdgs"];
            if (point >= 0 && !sdgs.Concepts.IsEmpty && sdgs.Find(id) is null)
                return ([], $"There is no target {id}. Goal {number} has {string.Join(", ", sdgs.Narrower($"{number}").Select(target => target.Id))}.");
            if (!ids.Contains(id)) ids.Add(id);
        }

        // A name behind the number must not be the name of another goal: one of the two is a slip.
        var name = match.Groups["name"].Value.Trim();
        if (ids.Count == 1 && name.Length > 0 && lookup.GoalsNamed(name) is { IsEmpty: false } others && !others.Contains(ids[0].Split('.')[0]))
            return ([], $"The number is goal {ids[0].Split('.')[0]} and the name is goal {others[0]}. Write the one that is meant.");
        return (ids.ToImmutable(), null);
    }

    // A code never touches another digit, and something always parts two codes: so the pattern reads every text in one pass.
    private const string Code = @"(?<code>\d{1,2}(?!\d)(?:\.(?:\d{1,2}|[a-d])\b)?)";
    private const string Word = "(?:sdgs?|ods|odds?|goals?|objectifs?|objetivos?|targets?|metas?|cibles?|цур|цел[ьи]|可持续发展目标|目标|الأهداف|الهدف|أهداف|هدف)";

    [GeneratedRegex(
        @"^(?:the\s)?(?:sustainable development |UN )?(?:" + Word + @"\s?[#№:.-]?\s?)?" + Code +
        @"(?:(?:\s|[,;/&+、，]|\b(?:and|y|e|et|и)\b|و|和)+(?:" + Word + @"\s?)?" + Code + ")*" +
        @"(?:\s?[:.)\u2013\u2014-]?\s?(?<name>[^\d]*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
