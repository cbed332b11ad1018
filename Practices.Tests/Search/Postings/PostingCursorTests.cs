using System.Globalization;
using Practices.Search.Index;
using Practices.Search.Postings;
using Xunit;

namespace Practices.Tests.Search.Postings;

public sealed class PostingCursorTests : IDisposable
{
    private static readonly IndexSchema Schema = new([new("title", 2), new("body")], []);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Lists of all densities: blocks of bits, whole packed blocks, short last blocks.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 10)]
    [InlineData(4, 100)]
    [InlineData(5, 900)]
    public void A_list_is_read_as_it_was_written(int seed, int oneIn)
    {
        const int documents = 3000;
        var random = new Random(seed);
        var texts = Enumerable.Range(0, documents).Select(_ => random.Next(oneIn) == 0 ? (Words(random, 2), Words(random, 9)) : ("other", "")).ToArray();
        IndexWriter.Write(_folder.Path, Schema, texts.Select((text, i) => new Document
        {
            Id = i.ToString("D5", CultureInfo.InvariantCulture),
            Language = "sw",
            Texts = [new("title", text.Item1), new("body", text.Item2)],
        }));
        using var snapshot = IndexSnapshot.Open(_folder.Path);
        var terms = snapshot.Segments[0].Segment.Terms;
        var holders = Enumerable.Range(0, documents).Where(doc => Places(texts[doc].Item1).Concat(Places(texts[doc].Item2)).Any()).ToArray();
        var term = terms.Find("alp");
        if (holders.Length == 0)
        {
            Assert.True(term < 0);
            return;
        }

        var cursor = new PostingCursor();
        var positions = new PositionCursor();
        cursor.Open(terms, term);
        positions.Open(terms, term);
        Assert.Equal(holders.Length, terms.DocumentCount(term));
        foreach (var (number, doc) in holders.Index())
        {
            Assert.True(cursor.MoveNext());
            Assert.Equal(doc, cursor.Doc);
            Assert.Equal(number, cursor.Number);
            Assert.Equal((2 * Places(texts[doc].Item1).Count) + Places(texts[doc].Item2).Count, terms.Shapes.WeightedFrequencies[cursor.Shape]);
            AssertPlaces(texts[doc], positions, number);
        }

        // In any order, though most cheaply in theirs.
        for (var i = 0; i < 200; i++)
        {
            var number = random.Next(holders.Length);
            AssertPlaces(texts[holders[number]], positions, number);
        }

        Assert.False(cursor.MoveNext());
        AssertJumps(random, terms, term, holders);
        var set = new DocSet(documents);
        cursor.Rewind();
        cursor.AddTo(set);
        var listed = new int[documents];
        Assert.Equal(holders, listed[..set.CopyTo(listed)]);
    }

    private static void AssertPlaces((string Title, string Body) text, PositionCursor cursor, int number)
    {
        cursor.MoveTo(number);
        Assert.Equal((Places(text.Title).Count > 0 ? 1u : 0) | (Places(text.Body).Count > 0 ? 2u : 0), cursor.Fields);
        Assert.Equal(Places(text.Body), Positions(cursor, 1));
        Assert.Equal(Places(text.Title), Positions(cursor, 0));
    }

    private static int[] Positions(PositionCursor cursor, int field)
    {
        var positions = cursor.Positions(field);
        var listed = new int[positions.Count];
        for (var i = 0; i < listed.Length; i++) listed[i] = positions[i];
        return listed;
    }

    private static void AssertJumps(Random random, TermDictionary terms, int term, int[] holders)
    {
        var cursor = new PostingCursor();
        for (var walk = 0; walk < 20; walk++)
        {
            cursor.Open(terms, term);
            for (var doc = random.Next(50); ; doc += random.Next(1, 400))
            {
                var next = Array.Find(holders, holder => holder >= doc);
                var isThere = holders[^1] >= doc;
                Assert.Equal(isThere, cursor.MoveTo(doc));
                if (!isThere) break;
                Assert.Equal(next, cursor.Doc);
                Assert.True(cursor.MoveTo(doc));
                Assert.Equal(next, cursor.Doc);
            }

            Assert.False(cursor.MoveTo(int.MaxValue));
            Assert.False(cursor.MoveNext());
        }
    }

    private static List<int> Places(string text) => [.. text.Split(' ').Select((word, place) => (word, place)).Where(pair => pair.word == "alp").Select(pair => pair.place)];

    private static string Words(Random random, int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => random.Next(3) == 0 ? "alp" : "bex"));
}
