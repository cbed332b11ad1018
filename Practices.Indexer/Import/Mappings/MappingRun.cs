using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Mappings;

/// <summary>
/// One import through a mapping: remembers what must be said once for a file, such as a heading that nobody mentions, and which external ids have been.
/// Not safe for several threads.
/// </summary>
public sealed partial class MappingRun
{
    private const string MaskedAddress = "(e-mail address left out)";

    private readonly Mapping _mapping;
    private readonly Programme _programme;
    private readonly string? _cycle;
    private readonly HashSet<(string File, string? Sheet, string What)> _said = [];
    private readonly Dictionary<(string Cycle, string Id), SourceRow> _ids = [];

    internal MappingRun(Mapping mapping, Programme programme, string? cycle)
    {
        _mapping = mapping;
        _programme = programme;
        _cycle = cycle;
    }

    /// <summary>Understands one row, or says why it cannot be understood or is no submission. What is personal in it goes no further.</summary>
    public MappingResult Apply(SourceRow row)
    {
        var problems = ImmutableArray.CreateBuilder<ImportProblem>();
        CheckHeadings(row, problems);
        row = row with { Fields = [.. row.Fields.Where(field => !_mapping.IsPersonal(field.Heading))] };
        var fields = new RowFields(row);
        var example = Enumerable.Range(0, row.Fields.Length).FirstOrDefault(i => row.Fields[i].Value.Trim() == ImportTemplate.ExampleMark, -1);
        if (example >= 0)
        {
            problems.Add(Problem(row, Severity.Error, "row-refused", new("", example), "This is the example row of the template. Delete it."));
            return new(row, null, null, problems.ToImmutable());
        }

        foreach (var condition in _mapping.Conditions)
        {
            var (isMet, by) = condition.IsMetBy(fields);
            if (isMet == (condition.Fate == RowFate.Keep)) continue;
            if (condition.Fate != RowFate.Refuse) return new(row, null, condition.Because, problems.ToImmutable());
            problems.Add(Problem(row, Severity.Error, "row-refused", by ?? new("", -1), condition.Because));
            return new(row, null, null, problems.ToImmutable());
        }

        var context = new TransformContext(_mapping.Lookup, _programme, _mapping.Dates, _mapping.HasDecimalComma, (severity, rule, piece, message) => problems.Add(Problem(row, severity, rule, piece, message)));
        var cycle = CycleOf(row, fields, context);
        var builder = new RecordBuilder(_mapping.Known, context);
        foreach (var (target, rule) in _mapping.Fields)
        {
            context.Severity = target is { Key: "places", Part: null or "city" or "country" } ? Severity.Error : Severity.Warning;
            var pieces = rule.Take(fields, context);
            if (target.Reader() is { } reader && reader.Name != rule.LastStep) pieces = reader.Step(pieces, context);
            builder.Set(target, target.Key == "contact" ? pieces : Masked(pieces, context));
        }

        context.Severity = Severity.Error;
        var id = ExternalIdOf(row, fields, context, builder);
        var own = new Dictionary<string, JsonObject>(StringComparer.Ordinal) { ["sources"] = SourceOf(cycle) };
        if (_programme.Kind == RecordKind.Award) own["recognition"] = RecognitionOf(cycle, id);
        builder.Default("kind", RecordFields.Kinds[(int)_mapping.Kind]);
        builder.Default("language", _mapping.Language);
        builder.Default("status", "staged");
        var record = builder.Finish(_mapping.ClaimedBy, own);
        var story = Story(fields, context);
        Validate(row, builder, record, story, problems);

        if (cycle is not null && id is not null && !_ids.TryAdd((cycle.Id, id), row) && _ids[(cycle.Id, id)] is var first)
            problems.Add(Problem(row, Severity.Error, "duplicate-external-id", new("", -1), $"The external id \"{id}\" stands already in {Where(first)}. Give each submission its own, or delete one of the rows."));
        if (cycle is null || id is null || problems.Any(problem => problem.Severity == Severity.Error)) return new(row, null, null, problems.ToImmutable());
        return new(row, new() { Key = new(_programme.Id, cycle.Id, id), Source = row, Fields = record, Story = story }, null, problems.ToImmutable());
    }

    // A programme without cycles has one without a name. Null when it cannot be told, which is reported.
    private AwardCycle? CycleOf(SourceRow row, RowFields fields, TransformContext context)
    {
        if (_programme.Cycles.IsEmpty) return new("", null, null);
        var ids = string.Join(", ", _programme.Cycles.Select(cycle => cycle.Id));
        var whole = _cycle is null ? null : Named(_cycle);
        if (_cycle is not null && whole is null)
        {
            context.Refuse("unknown-cycle", new("", -1), $"\"{_programme.Id}\" has no cycle \"{ScalarText.Shown(_cycle)}\". Its cycles are {ids}; add it to the award's record, or name another.");
            return null;
        }

        if (_mapping.Cycle?.Take(fields, context) is not [var piece, ..])
        {
            if (whole is null) context.Refuse("unknown-cycle", new("", -1), $"It is not said to which cycle the submission belongs. Add --cycle with one of {ids}, or let the mapping say which column tells it.");
            return whole;
        }

        var own = Named(TransformKinds.PlainText(piece));
        if (own is null)
        {
            if (whole is not null && piece.Field < 0) return whole;
            context.Refuse("unknown-cycle", piece, $"\"{_programme.Id}\" has no such cycle. Its cycles are {ids}; add it to the award's record, or mend the value.");
            return null;
        }

        if (whole is null || own.Id == whole.Id || piece.Field < 0) return whole ?? own;
        context.Refuse("another-cycle", piece, $"The submission belongs to the cycle {own.Id}, and {whole.Id} is imported. Import it with --cycle {own.Id}, or mend the value.");
        return null;

        AwardCycle? Named(string text)
        {
            var key = NameFolding.Fold(text);
            if (_programme.Cycles.FirstOrDefault(cycle => NameFolding.Fold(cycle.Id) == key) is { } byId) return byId;
            var byYear = _programme.Cycles.Where(cycle => cycle.Year?.ToString(CultureInfo.InvariantCulture) == key).ToList();
            return byYear is [var only] ? only : null;
        }
    }

    private string? ExternalIdOf(SourceRow row, RowFields fields, TransformContext context, RecordBuilder builder)
    {
        if (_mapping.ExternalId?.Take(fields, context) is { IsEmpty: false } pieces)
        {
            var id = string.Join('-', pieces.Select(TransformKinds.PlainText).Where(text => text.Length > 0));
            if (id.Length > 0) return Shortened(id);
        }

        var slug = RecordId.FromName($"{builder.Text("title")} {builder.Text("places", "city")}");
        if (slug.Length == 0)
        {
            context.Refuse("missing-external-id", new("", -1), "There is no external id, and none can be made of title and city. Name the column of the secretariat's own number under \"external-id\".");
            return null;
        }

        if (_said.Add((row.File, row.Sheet, "external-id")))
            context.Warn("missing-external-id", new("", -1), $"There is no external id; one is made of title and city (\"{slug}\"), here and in the rows below. When a title changes, the submission will be taken for a new one.");
        return slug;
    }

    // A long id, such as a page's address, keeps its beginning and gets a sum of the whole, so that it stays the same in every import.
    private static string Shortened(string id)
    {
        const int Longest = 100;
        if (id.Length <= Longest) return id;
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..8];
        return $"{id[..(Longest - 9)].TrimEnd('-')}-{sum}";
    }

    private JsonObject SourceOf(AwardCycle? cycle)
    {
        var source = new JsonObject { ["id"] = 1, ["title"] = $"Submission to {_programme.Title}", ["publisher"] = _programme.Title };
        if (cycle?.Year is { } year) source["year"] = year;
        return source;
    }

    private JsonObject RecognitionOf(AwardCycle? cycle, string? id)
    {
        var recognition = new JsonObject { ["award"] = _programme.Id };
        if (cycle is { Id.Length: > 0 }) recognition["cycle"] = cycle.Id;
        if (id is not null) recognition["external-id"] = id;
        return recognition;
    }

    private string Story(RowFields fields, TransformContext context)
    {
        context.Severity = Severity.Warning;
        var story = new StringBuilder();
        foreach (var (heading, rule) in _mapping.Story)
        {
            var pieces = rule.Take(fields, context);
            if (rule.LastStep != "markdown") pieces = TransformKinds.Of("markdown")(pieces, context);
            pieces = Masked(pieces, context);
            if (pieces.IsEmpty) continue;
            if (story.Length > 0) story.Append('\n');
            if (heading is not null) story.Append("## ").Append(MarkdownText.EscapeLine(heading)).Append("\n\n");
            story.AppendJoin("\n\n", pieces.Select(piece => piece.Text)).Append('\n');
        }

        return story.ToString();
    }

    // The record's own definition judges what the import made, and its problems are told where the values came from.
    private void Validate(SourceRow row, RecordBuilder builder, JsonObject record, string story, ImmutableArray<ImportProblem>.Builder problems)
    {
        var context = new RecordContext(_mapping.Lookup.Vocabularies, new(row.File));
        Ingest.Fields.Read((YamlMapping)builder.ToYaml(record), context, f => RecordFields.Define(f, _mapping.Kind));
        var reported = problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Place).ToHashSet(StringComparer.Ordinal);
        foreach (var problem in context.Problems.All)
        {
            var piece = new Piece("", problem.Line - 2);

            // What a step has said of the same value need not be said again.
            if (problem.Severity == Severity.Error && piece.Field >= 0 && reported.Contains(row.Fields[piece.Field].Place)) continue;
            var remedy = problem.Rule == "missing-key" && Sources(problem.Message) is { Length: > 0 } headings ? $" It is taken from {headings}." : "";
            problems.Add(Problem(row, problem.Severity, problem.Rule, piece, problem.Message + remedy));
        }

        var telling = new RecordContext(_mapping.Lookup.Vocabularies, new(row.File));
        MarkdownReader.Read(SourceText.Of(story), 0, "submission", telling);
        foreach (var problem in telling.Problems.All) problems.Add(Problem(row, problem.Severity, problem.Rule, new("", -1), $"In the story: {problem.Message}"));
    }

    // The headings that the mapping takes a missing key from.
    private string Sources(string message)
    {
        var rules = _mapping.Fields.Where(field => message.StartsWith($"\"{field.Target.Key}", StringComparison.Ordinal) && field.Rule.Origin != ValueOrigin.Constant);
        return string.Join(", ", rules.SelectMany(field => field.Rule.Names).Distinct(StringComparer.Ordinal).Take(4).Select(name => $"\"{name}\""));
    }

    private void CheckHeadings(SourceRow row, ImmutableArray<ImportProblem>.Builder problems)
    {
        foreach (var field in row.Fields)
        {
            var key = Headings.Key(field.Heading);
            if (_mapping.Mentioned.Contains(key) || _mapping.IsPersonal(field.Heading) || !_said.Add((row.File, row.Sheet, key))) continue;
            var near = Suggestions.Closest(field.Heading, _mapping.MentionedNames);
            problems.Add(new(Severity.Warning, "unknown-heading", row.File, row.Sheet, 0, field.Place, Value: null,
                $"The mapping does not mention \"{ScalarText.Shown(field.Heading)}\", so its values are not taken. {(near is null ? "Add it to a field, or to \"ignore\"." : $"Did you mean \"{near}\"? Else add it to a field, or to \"ignore\".")}"));
        }
    }

    // Addresses of persons stand in texts, too.
    private static ImmutableArray<Piece> Masked(ImmutableArray<Piece> pieces, TransformContext context)
    {
        if (!pieces.Any(piece => piece.Text.Contains('@'))) return pieces;
        return [.. pieces.Select(piece =>
        {
            var text = EmailAddress().Replace(piece.Text, MaskedAddress);
            if (text == piece.Text) return piece;
            context.Warn("personal-data", piece with { Text = "" }, "An e-mail address stands in the text and is left out.");
            return piece with { Text = text };
        })];
    }

    private static ImportProblem Problem(SourceRow row, Severity severity, string rule, Piece piece, string message)
    {
        var field = piece.Field >= 0 && piece.Field < row.Fields.Length ? row.Fields[piece.Field] : null;
        var value = field is null || rule == "personal-data" ? null : ScalarText.OneLine(piece.Text.Length > 0 ? piece.Text : field.Value);
        if (value?.Length > ImportProblem.MaxShownValue) value = value[..(char.IsHighSurrogate(value[ImportProblem.MaxShownValue - 2]) ? ImportProblem.MaxShownValue - 2 : ImportProblem.MaxShownValue - 1)] + "…";
        return new(severity, rule, row.File, row.Sheet, row.Row, field?.Place, value, message);
    }

    private static string Where(SourceRow row) => $"{row.File}{(row.Sheet is null ? "" : $", {row.Sheet}")}, row {row.Row}";

    [GeneratedRegex(@"[\p{L}\p{N}._%+\\-]+@[\p{L}\p{N}\\-]+(?:\.[\p{L}\p{N}\\-]+)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmailAddress();
}
