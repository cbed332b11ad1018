using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Mappings;

/// <summary>A kind of step that a mapping can name.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Help">What it does, in one sentence.</param>
/// <param name="Example">How it stands in the file.</param>
/// <param name="Create">Makes the step of its argument, which is <see langword="null"/> when there is none; reports what is wrong with it.</param>
internal sealed record TransformKind(string Name, string Help, string Example, Func<YamlNode?, TransformArguments, Transform?> Create);

/// <summary>Every kind of step: the one place to add another. The mapping's reader and the reference in the docs are held to it.</summary>
internal static class TransformKinds
{
    public static ImmutableArray<TransformKind> All { get; } =
    [
        Plain("trim", "Takes spaces and line breaks from both ends.", (text, _) => (text.Trim(), null)),
        Plain("collapse", "Makes one line of the text and one space of many.", (text, _) => (ScalarText.OneLine(text.Replace('\u00A0', ' ')).Trim(), null)),
        Plain("text", "Takes the words out of HTML.", (text, _) => (text, null)),
        new("split", "Cuts a value into several at a pattern; one character stands for itself. Phrases under keep, and names of a vocabulary, are never cut.", "split: { by: \",| and \", keep: [Water and sanitation], names-of: themes }", Split),
        new("first", "Keeps the first value, or the first few.", "first: 2", (node, arguments) => arguments.Count(node) is { } n ? (pieces, _) => [.. pieces.Take(n)] : null),
        new("last", "Keeps the last value, or the last few.", "last", (node, arguments) => arguments.Count(node) is { } n ? (pieces, _) => [.. pieces.TakeLast(n)] : null),
        new("join", "Makes one value of several, with this text between them.", "join: \", \"", Join),
        new("find", "Keeps what a pattern finds: its first group, or all of it; each time it is found.", "find: \"SDGs? ([0-9, and]+)\"", Find),
        new("replace", "Puts a text in the place of what a pattern finds.", "replace: { pattern: \"^City of \", with: \"\" }", Replace),
        new("map", "Puts one value in the place of another, whatever the case and accents; what is not in the table stays, an empty value leaves it out.", "map: { Ongoing: running, Closed: ended }", Map),
        new("default", "Takes this where there is no value.", "default: self-reported", (node, arguments) => arguments.Text(node) is { } text ? (pieces, _) => pieces.IsEmpty ? [new(text, -1)] : pieces : null),
        new("max-words", "Warns when there are more words than this.", "max-words: 25", MaxWords),
        new("cut-words", "Keeps whole sentences up to this many words.", "cut-words: 80", CutWords),
        new("markdown", "Makes Markdown of HTML, through the sanitizer; plain text is escaped.", "markdown", (_, _) => Markdown),
        Plain("date", "Reads a year, month or day in many forms; day and month that could be swapped are refused unless the mapping says \"dates\".", (text, context) => DateText.Read(text, context.Dates)),
        Plain("year", "Reads the year of a date, or the one year in a text.", (text, context) => DateText.Year(text, context.Dates)),
        new("number", "Reads one number with its marks, such as 1.2 million.", "number", (_, _) => Number),
        Plain("boolean", "Reads yes and no in many languages as true and false.", (text, _) => FlagText.Read(text)),
        Plain("country", "Reads a country by any name, or by its two or three letters.", (text, context) => context.Lookup.Country(text)),
        Plain("city", "Gives a known city its common English name; any other name stays.", (text, context) => (context.Lookup.City(text, country: null)?.Label ?? text, null)),
        Plain("region", "Gives a region of the vocabulary its English name.", (text, context) => Region(text, context)),
        Plain("coordinates", "Reads decimal degrees, degrees with minutes, or POINT(east north).", (text, _) => CoordinateText.Read(text)),
        new("sdg", "Reads goals and targets by number or by name in any of the seven languages.", "sdg", (_, _) => Goals),
        Plain("target", "Reads a target of a goal, such as 11.3.", (text, context) => Target(text, context)),
        new("theme", "Reads a theme by any name; an unknown one is a warning.", "theme", (_, _) => Concept("themes")),
        new("beneficiary", "Reads whom it serves by any name; an unknown one is a warning.", "beneficiary", (_, _) => Concept("beneficiaries")),
        new("language", "Reads a language by any name or code.", "language", (_, _) => Concept("languages")),
        new("concept", "Reads an entry of any vocabulary by any name; an unknown one is a warning.", "concept: states", (node, arguments) => arguments.Vocabulary(node) is { } name ? Concept(name) : null),
        new("outcome", "Reads an outcome by the award's own words for it.", "outcome", (_, _) => Outcome),
        Plain("url", "Reads a web address; one that begins with www. gets https:// before it.", (text, _) => Url(text)),
    ];

    /// <summary>The kind of a name; <see langword="null"/> when there is none.</summary>
    public static TransformKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The step of a kind that takes no argument.</summary>
    public static Transform Of(string name) => Find(name)!.Create(null, TransformArguments.None)!;

    /// <summary>A step that reads an entry of a vocabulary.</summary>
    public static Transform Concept(string vocabulary) => (pieces, context) => Each(pieces, piece =>
    {
        var (id, wrong) = context.Lookup.Concept(vocabulary, PlainText(piece));
        if (wrong is not null) context.Warn("unknown-concept", piece, wrong);
        return id;
    });

    /// <summary>The words of a piece on one line.</summary>
    public static string PlainText(Piece piece) => ScalarText.OneLine(piece.IsHtml ? MarkdownText.PlainFromHtml(piece.Text) ?? "" : piece.Text.Replace('\u00A0', ' ')).Trim();

    // A step of one value that needs no argument: the value, or what is wrong with it.
    private static TransformKind Plain(string name, string help, Func<string, TransformContext, (string? Value, string? Wrong)> read) => new(name, help, name, (node, arguments) =>
    {
        arguments.Nothing(node);
        if (name == "trim") return (pieces, _) => [.. pieces.Select(piece => piece with { Text = piece.Text.Trim() }).Where(piece => piece.Text.Length > 0)];
        return (pieces, context) => Each(pieces, piece =>
        {
            var text = piece.IsHtml ? MarkdownText.PlainFromHtml(piece.Text) ?? "" : piece.Text;
            if (text.AsSpan().Trim().IsEmpty) return null;
            var (value, wrong) = read(text.Trim(), context);
            if (wrong is not null) context.Refuse($"wrong-{name}", piece, wrong);
            return value;
        });
    });

    private static ImmutableArray<Piece> Each(ImmutableArray<Piece> pieces, Func<Piece, string?> read) =>
        [.. pieces.Select(piece => (piece, Text: read(piece))).Where(one => one.Text is { Length: > 0 }).Select(one => new Piece(one.Text!, one.piece.Field))];

    private static Transform? Split(YamlNode? node, TransformArguments arguments)
    {
        var (by, keep, vocabulary) = arguments.Split(node);
        if (by is null) return null;
        ImmutableArray<string>? known = vocabulary is null ? [] : null;
        return (pieces, context) =>
        {
            known ??= [.. context.Lookup.Vocabularies[vocabulary!].Concepts.SelectMany(c => c.Labels.Values.Concat(c.AltLabels.Values.SelectMany(n => n))).Where(name => by.IsMatch(name))];
            return [.. pieces.SelectMany(piece => Cut(piece.IsHtml ? MarkdownText.PlainFromHtml(piece.Text) ?? "" : piece.Text, by, [.. keep, .. known.Value]).Select(part => new Piece(part, piece.Field)))];
        };
    }

    private static IEnumerable<string> Cut(string text, Regex by, ImmutableArray<string> kept)
    {
        // What must stay whole is hidden behind private-use characters while the rest is cut; such characters of the text itself mean nothing to anybody.
        text = string.Concat(text.Where(c => c is < '\uE000' or > '\uF8FF'));
        var hidden = new List<string>();
        foreach (var name in kept.OrderByDescending(name => name.Length))
        {
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0 && hidden.Count < 0xF8FF - 0xE000; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                hidden.Add(text.Substring(at, name.Length));
                text = $"{text[..at]}{(char)(0xE000 + hidden.Count - 1)}{text[(at + name.Length)..]}";
            }
        }

        return by.Split(text)
            .Select(part => string.Concat(part.Select(c => c is >= '\uE000' and <= '\uF8FF' ? hidden[c - 0xE000] : c.ToString())).Trim())
            .Where(part => part.Length > 0);
    }

    private static Transform? Join(YamlNode? node, TransformArguments arguments) =>
        arguments.Text(node) is { } between ? (pieces, _) => pieces.Length < 2 ? pieces : [new(string.Join(between, pieces.Select(piece => piece.IsHtml ? PlainText(piece) : piece.Text)), pieces[0].Field)] : null;

    private static Transform? Find(YamlNode? node, TransformArguments arguments) =>
        arguments.Pattern(node) is { } pattern
            ? (pieces, _) => [.. pieces.SelectMany(piece => pattern.Matches(PlainLines(piece)).Select(match => match.Groups.Count > 1 ? match.Groups[1].Value : match.Value).Where(found => found.Length > 0).Select(found => new Piece(found, piece.Field)))]
            : null;

    private static Transform? Replace(YamlNode? node, TransformArguments arguments) =>
        arguments.Replacement(node) is var (pattern, with) && pattern is not null ? (pieces, _) => Each(pieces, piece => pattern.Replace(PlainLines(piece), with)) : null;

    private static Transform? Map(YamlNode? node, TransformArguments arguments) =>
        arguments.Table(node) is { } table ? (pieces, _) => [.. pieces.SelectMany(piece => table.TryGetValue(NameFolding.Fold(PlainText(piece)), out var to) ? to.Select(text => new Piece(text, piece.Field)) : [piece])] : null;

    private static Transform? MaxWords(YamlNode? node, TransformArguments arguments) => arguments.Count(node) is { } most ? (pieces, context) =>
    {
        foreach (var piece in pieces)
        {
            var words = ScalarText.WordCount(PlainText(piece));
            if (words > most) context.Warn("max-words", piece, $"There are {words} words; the form allows {most}. Shorten it.");
        }

        return pieces;
    }
    : null;

    private static Transform? CutWords(YamlNode? node, TransformArguments arguments) => arguments.Count(node) is { } most ? (pieces, _) => Each(pieces, piece =>
    {
        var words = PlainText(piece).Split(' ');
        if (words.Length <= most) return string.Join(' ', words);
        var end = Array.FindLastIndex(words, most - 1, most, word => word[^1] is '.' or '!' or '?' or '。' or '؟');
        return end >= 0 ? string.Join(' ', words[..(end + 1)]) : string.Join(' ', words[..most]) + " …";
    }) : null;

    private static ImmutableArray<Piece> Markdown(ImmutableArray<Piece> pieces, TransformContext context) => Each(pieces, piece =>
    {
        var text = piece.IsHtml ? MarkdownText.FromHtml(piece.Text) : MarkdownText.FromPlain(piece.Text);
        if (text is null) context.Refuse("html-depth", piece, "The HTML is nested too deeply, or too long, to be read. Save it as plain text.");
        return text;
    });

    private static ImmutableArray<Piece> Number(ImmutableArray<Piece> pieces, TransformContext context) => Each(pieces, piece =>
    {
        var (value, wrong, doubt) = NumberText.Read(PlainText(piece), context.HasDecimalComma);
        if (wrong is not null) context.Refuse("wrong-number", piece, wrong);
        else if (doubt is not null) context.Warn("doubtful-number", piece, doubt);
        return value;
    });

    private static ImmutableArray<Piece> Goals(ImmutableArray<Piece> pieces, TransformContext context) => [.. pieces.SelectMany(piece =>
    {
        var (ids, wrong) = SdgText.Read(PlainText(piece), context.Lookup);
        if (wrong is not null) context.Refuse("wrong-sdg", piece, wrong);
        return ids.Select(id => new Piece(id, piece.Field));
    }).DistinctBy(piece => piece.Text)];

    private static ImmutableArray<Piece> Outcome(ImmutableArray<Piece> pieces, TransformContext context) => Each(pieces, piece =>
    {
        var text = NameFolding.Fold(PlainText(piece));
        var outcomes = context.Programme.Outcomes;
        if (outcomes.FirstOrDefault(outcome => NameFolding.Fold(outcome.Id) == text || NameFolding.Fold(outcome.Label) == text) is { } found) return found.Id;
        context.Refuse("unknown-outcome", piece, outcomes.IsEmpty ? $"\"{context.Programme.Id}\" has no outcomes." : $"The outcomes of \"{context.Programme.Id}\" are {string.Join(", ", outcomes.Select(outcome => outcome.Id))}. Write one of them, or give the mapping a \"map\".");
        return null;
    });

    private static (string? Value, string? Wrong) Region(string text, TransformContext context)
    {
        var (id, wrong) = context.Lookup.Concept("regions", text);
        return (id is null ? null : context.Lookup.Vocabularies.Label("regions", id), wrong);
    }

    private static (string? Value, string? Wrong) Target(string text, TransformContext context)
    {
        var (ids, wrong) = SdgText.Read(text, context.Lookup);
        if (wrong is not null) return (null, wrong);
        return ids is [var id] && id.Contains('.') ? (id, null) : (null, "This is no target. Write it as goal and target, such as 11.3.");
    }

    private static (string? Value, string? Wrong) Url(string text)
    {
        if (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) text = "https://" + text;
        text = text.Replace(" ", "%20", StringComparison.Ordinal);
        return UrlRules.IsWeb(text) ? (text, null) : (null, "This is no web address. Write it whole, with https:// before it.");
    }

    private static string PlainLines(Piece piece) => piece.IsHtml ? MarkdownText.PlainFromHtml(piece.Text) ?? "" : piece.Text;
}
