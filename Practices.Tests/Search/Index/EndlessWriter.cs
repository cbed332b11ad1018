using System.Collections.Immutable;
using System.Globalization;
using Practices.Search.Facets;
using Practices.Search.Index;

namespace Practices.Tests.Search.Index;

/// <summary>Writes one state of an index after another, and says so before and after each, until it is killed.</summary>
internal static class EndlessWriter
{
    public const string Verb = "write-on";

    private const int Documents = 40;
    private static readonly string[] Words = ["water", "trees", "heat", "drinking", "city", "farming", "flood", "copper"];

    /// <summary>Writes the states from a number on. The stamp of each is its number.</summary>
    public static void Run(string folder, int first) => KilledWriters.Write(first, number => Write(folder, number));

    /// <summary>Writes one state over the one before it: most of them as a change of what stands, some of them whole.</summary>
    public static void Write(string folder, int number)
    {
        var stamp = number.ToString(CultureInfo.InvariantCulture);
        var state = StateOf(number);
        if (number % 4 == 1 || !File.Exists(Path.Combine(folder, "manifest.json")))
        {
            IndexWriter.Write(folder, SmallCorpus.Schema, state, stamp, anew: number % 8 == 1);
            return;
        }

        var before = StateOf(number - 1).ToDictionary(document => document.Id, document => document.Date);
        IndexWriter.Update(
            folder,
            SmallCorpus.Schema,
            state.Where(document => !before.TryGetValue(document.Id, out var date) || date != document.Date),
            before.Keys.Except(state.Select(document => document.Id)),
            stamp);
    }

    /// <summary>The documents of a state. Between two states a few are changed (their dates are the states of the change), a few go and a few come back.</summary>
    public static ImmutableArray<Document> StateOf(int number) =>
        [.. Enumerable.Range(0, Documents).Where(doc => doc % 13 != number % 13).Select(doc => DocumentOf(doc, number - ((number - (doc % 7) + 7) % 7)))];

    private static Document DocumentOf(int doc, int changed)
    {
        var random = new Random((doc * 1000) + changed);
        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
        return new()
        {
            Id = $"d{doc:D3}",
            Date = changed,
            Title = Text(3),
            Texts = [new("title", Text(3)), new("body", Text(60))],
            Facets = [new("theme", FacetPath.Of(Words[random.Next(Words.Length)]))],
            Card = new byte[] { (byte)doc, (byte)changed },
            Stored = new byte[random.Next(500)],
        };
    }
}
