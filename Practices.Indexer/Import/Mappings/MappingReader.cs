using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Sources;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Makes a mapping of its file. Unknown keys are errors, as in records; all problems are reported, not the first alone.</summary>
internal sealed class MappingReader(string file, VocabularySet vocabularies, FileDiagnostics problems)
{
    private static readonly string[] Keys =
        ["about", "award", "kind", "language", "by", "dates", "numbers", "source", "cycle", "external-id", "keep", "leave-out", "refuse", "fields", "constants", "story", "private", "ignore"];

    private readonly TransformArguments _arguments = new(problems, vocabularies, Position.Start);
    private readonly List<string> _mentioned = [];

    /// <summary>Reads the whole file; what has errors is left out of the result.</summary>
    public Mapping Read(YamlMapping root)
    {
        _arguments.CheckKeys(root, Keys);
        var kind = Word(root, "kind", "practice", "learning") == "learning" ? RecordKind.Learning : RecordKind.Practice;
        var known = FieldTarget.Known(vocabularies, kind);
        var fields = FieldsOf(root, known);
        ImmutableArray<RowCondition> conditions = [.. ConditionsOf(root, "refuse", RowFate.Refuse), .. ConditionsOf(root, "leave-out", RowFate.LeaveOut), .. ConditionsOf(root, "keep", RowFate.Keep)];
        var story = StoryOf(root);
        var (cycle, externalId) = (RuleAt(root, "cycle"), RuleAt(root, "external-id"));
        ImmutableArray<string> personal = root.Find("private") is { } secret ? _arguments.Texts(secret.Value) : [];
        ImmutableArray<string> ignored = root.Find("ignore") is { } ignore ? _arguments.Texts(ignore.Value) : [];
        foreach (var name in personal.Where(name => _mentioned.Exists(other => Headings.Key(other) == Headings.Key(name))))
            problems.Error("personal-data", root.Find("private")!.Value.At, $"\"{name}\" is private and taken all the same. Take it out of one of the two.");
        var mentioned = _mentioned.Concat(ignored).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new(file, vocabularies)
        {
            About = Text(root, "about") ?? "",
            Award = Id(root, "award"),
            Kind = kind,
            Known = known,
            Options = OptionsOf(root),
            Language = ConceptAt(root, "language", "languages") ?? "en",
            ClaimedBy = ConceptAt(root, "by", "sdg-claims") ?? "award",
            Dates = Word(root, "dates", "day-first", "month-first") switch { "day-first" => DateOrder.DayFirst, "month-first" => DateOrder.MonthFirst, _ => DateOrder.Unknown },
            HasDecimalComma = Word(root, "numbers", "decimal-point", "decimal-comma") == "decimal-comma",
            Cycle = cycle,
            ExternalId = externalId,
            Conditions = conditions,
            Fields = fields,
            Story = story,
            Private = [.. personal.Select(Headings.Key)],
            MentionedNames = mentioned,
            Mentioned = [.. mentioned.Concat(personal).Select(Headings.Key)],
        };
    }

    private SourceOptions OptionsOf(YamlMapping root)
    {
        if (root.Find("source") is not { } entry) return new();
        if (entry.Value is not YamlMapping group)
        {
            problems.Error("wrong-shape", entry.Value.At, "A group is expected here, such as { sheet: Applications, header-row: 3 }.");
            return new();
        }

        _arguments.CheckKeys(group, "sheet", "header-row", "encoding", "delimiter", "json-items", "html-item", "selectors", "document-item");
        var pattern = group.Find("document-item") is { } item ? _arguments.Pattern(item.Value) : null;
        return new()
        {
            Sheet = Text(group, "sheet"),
            HeaderRow = group.Find("header-row") is { } row ? _arguments.Count(row.Value) : null,
            Encoding = Text(group, "encoding"),
            Delimiter = Text(group, "delimiter"),
            JsonItems = Text(group, "json-items"),
            HtmlItem = Text(group, "html-item"),
            Selectors = group.Find("selectors") is { } selectors ? _arguments.Texts(selectors.Value) : [],
            DocumentItem = pattern is null ? null : Text(group, "document-item"),
        };
    }

    private ImmutableArray<(FieldTarget, ValueRule)> FieldsOf(YamlMapping root, ImmutableArray<FieldDescription> known)
    {
        var fields = ImmutableArray.CreateBuilder<(FieldTarget, ValueRule)>();
        if (root.Find("fields")?.Value is not YamlMapping group)
        {
            problems.Error("missing-key", root.Find("fields")?.Value.At ?? root.At, "\"fields\" is missing or empty. List the fields of the record with the headings that they are taken from.");
            return [];
        }

        Add(group, (value, path) => RuleOf(value, isOffice: path.StartsWith("contact.", StringComparison.Ordinal)));
        if (root.Find("constants")?.Value is { } constants)
        {
            if (constants is YamlMapping said) Add(said, (value, _) => new(ValueOrigin.Constant, _arguments.Texts(value), [], null, value.At));
            else problems.Error("wrong-shape", constants.At, "A group is expected here, such as { evidence: self-reported }.");
        }

        return fields.ToImmutable();

        void Add(YamlMapping keys, Func<YamlNode, string, ValueRule?> read)
        {
            foreach (var (key, value) in keys.Entries)
            {
                var (target, wrong) = FieldTarget.Of(key.Text, known);
                var rule = read(value, key.Text);
                if (wrong is not null) problems.Error("unknown-field", key.At, wrong);
                else if (fields.Any(field => field.Item1.Path == target!.Path)) problems.Error("duplicate-key", key.At, $"\"{key.Text}\" stands under fields and under constants. Keep one, or give the field a \"default\".");
                else if (rule is not null) fields.Add((target!, rule));
            }
        }
    }

    private ImmutableArray<(string? Heading, ValueRule Rule)> StoryOf(YamlMapping root)
    {
        var story = ImmutableArray.CreateBuilder<(string?, ValueRule)>();
        if (root.Find("story") is not { } entry) return [];
        if (entry.Value is not YamlSequence list)
        {
            problems.Error("wrong-shape", entry.Value.At, "A list is expected here: - { heading: The situation before, from: [Background] }.");
            return [];
        }

        foreach (var item in list.Items)
        {
            if (item is not YamlMapping section)
            {
                problems.Error("wrong-shape", item.At, "A section is a group: { heading: The situation before, from: [Background] }.");
                continue;
            }

            if (RuleOf(section, isOffice: false, "heading") is { } rule) story.Add((Text(section, "heading"), rule));
        }

        return story.ToImmutable();
    }

    private IEnumerable<RowCondition> ConditionsOf(YamlMapping root, string key, RowFate fate)
    {
        if (root.Find(key) is not { } entry) yield break;
        if (entry.Value is not YamlSequence list)
        {
            problems.Error("wrong-shape", entry.Value.At, "A list is expected here: - { where: Status, is: [Test], because: \"It is a test.\" }.");
            yield break;
        }

        foreach (var item in list.Items)
        {
            if (item is not YamlMapping condition)
            {
                problems.Error("wrong-shape", item.At, "A condition is a group: { where: Status, is: [Test], because: \"It is a test.\" }.");
                continue;
            }

            _arguments.CheckKeys(condition, "where", "is", "matches", "empty", "because");
            ImmutableArray<string> where = condition.Find("where") is { } headings ? _arguments.Texts(headings.Value) : [];
            var because = Text(condition, "because");
            if (where.IsEmpty || because is null)
            {
                problems.Error("missing-key", condition.At, "A condition needs \"where\", the heading that is looked at, and \"because\", the reason that the report gives.");
                continue;
            }

            if (condition.Find("is") is null && condition.Find("matches") is null && condition.Find("empty") is null)
            {
                problems.Error("missing-key", condition.At, "A condition needs \"is\" with values, \"matches\" with a pattern, or \"empty: true\".");
                continue;
            }

            _mentioned.AddRange(where);
            yield return new(
                fate,
                where,
                condition.Find("is") is { } values ? [.. _arguments.Texts(values.Value).Select(NameFolding.Fold)] : [],
                condition.Find("matches") is { } pattern ? _arguments.Pattern(pattern.Value) : null,
                Word(condition, "empty", "true", "false") == "true",
                because);
        }
    }

    private ValueRule? RuleAt(YamlMapping root, string key) => root.Find(key) is { } entry ? RuleOf(entry.Value, isOffice: false) : null;

    // A heading, several of which the first with a value counts, or a group that says more.
    private ValueRule? RuleOf(YamlNode node, bool isOffice, params string[] more)
    {
        if (node is not YamlMapping group) return Headed(ValueOrigin.First, _arguments.Texts(node), [], null);
        _arguments.CheckKeys(group, [.. more, "from", "all", "ticked", "value", "do"]);
        var given = group.Entries.Where(entry => entry.Key.Text is "from" or "all" or "ticked" or "value").ToList();
        if (given is not [var origin])
        {
            problems.Error("missing-key", group.At, "Say where the value comes from with one of \"from\" (the first heading that has one), \"all\" (every heading), \"ticked\" (headings that are ticked) or \"value\".");
            return null;
        }

        var (steps, last) = group.Find("do") is { } list ? StepsOf(list.Value) : ([], null);
        var names = _arguments.Texts(origin.Value);
        return origin.Key.Text == "value"
            ? new(ValueOrigin.Constant, names, steps, last, node.At)
            : Headed(origin.Key.Text switch { "all" => ValueOrigin.All, "ticked" => ValueOrigin.Ticked, _ => ValueOrigin.First }, names, steps, last);

        ValueRule? Headed(ValueOrigin kind, ImmutableArray<string> headings, ImmutableArray<Transform> steps, string? last)
        {
            if (headings.IsEmpty)
            {
                problems.Error("missing-key", node.At, "No heading stands here. Name the column, heading or selector that the value comes from, or delete the line.");
                return null;
            }

            foreach (var heading in headings.Where(heading => !isOffice && Headings.IsPersonal(heading)))
                problems.Error("personal-data", node.At, $"\"{heading}\" holds what is a person's own. It is never carried over: delete it here.");
            _mentioned.AddRange(headings);
            return new(kind, headings, steps, last, node.At);
        }
    }

    private (ImmutableArray<Transform> Steps, string? Last) StepsOf(YamlNode node)
    {
        var steps = ImmutableArray.CreateBuilder<Transform>();
        string? last = null;
        foreach (var item in node is YamlSequence list ? list.Items : [node])
        {
            var (name, argument, at) = item switch
            {
                YamlScalar scalar => (scalar.Text, null, scalar.At),
                YamlMapping { Entries: [var only] } => (only.Key.Text, only.Value, only.Key.At),
                _ => ("", null, item.At),
            };
            if (TransformKinds.Find(name) is not { } kind)
            {
                var near = Suggestions.Closest(name, TransformKinds.All.Select(k => k.Name));
                problems.Error("unknown-step", at, name.Length == 0 ? "A step is a name, or a name with what it takes: - split: \";\"." : $"There is no step \"{ScalarText.Shown(name)}\". {(near is null ? $"There are {string.Join(", ", TransformKinds.All.Select(k => k.Name))}." : $"Did you mean \"{near}\"?")}");
                continue;
            }

            if (kind.Create(argument, new(problems, vocabularies, at)) is not { } step) continue;
            steps.Add(step);
            last = name;
        }

        return (steps.ToImmutable(), last);
    }

    private string? Text(YamlMapping group, string key)
    {
        if (group.Find(key)?.Value is not { } node || node is YamlScalar { IsNull: true }) return null;
        return _arguments.Text(node);
    }

    private string? Word(YamlMapping group, string key, params string[] words)
    {
        if (Text(group, key) is not { } text || words.Contains(text, StringComparer.Ordinal)) return Text(group, key);
        var near = Suggestions.Closest(text, words);
        problems.Error("wrong-value", group.Find(key)!.Value.At, $"\"{ScalarText.Shown(text)}\" is not one of {string.Join(", ", words)}.{(near is null ? "" : $" Did you mean \"{near}\"?")}");
        return null;
    }

    private string? Id(YamlMapping group, string key)
    {
        if (Text(group, key) is not { } text) return null;
        var (id, wrong) = ScalarText.Id(text);
        if (wrong is not null) problems.Error("wrong-value", group.Find(key)!.Value.At, wrong);
        return id;
    }

    private string? ConceptAt(YamlMapping group, string key, string vocabulary)
    {
        if (Text(group, key) is not { } text) return null;
        var concepts = vocabularies[vocabulary];
        if (concepts.Concepts.IsEmpty) return text;
        if (concepts.Match(text) is { } concept) return concept.Id;
        problems.Error("wrong-value", group.Find(key)!.Value.At, $"\"{ScalarText.Shown(text)}\" is not in the vocabulary {vocabulary}.{(concepts.Closest(text) is { } near ? $" Did you mean \"{near.Id}\"?" : "")}");
        return null;
    }
}
