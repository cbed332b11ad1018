using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Ingest;

/// <summary>
/// One group of keys as a record's definition asks for it. A definition is a function that asks for each key once, saying what it means and what may stand there.
/// Run against front matter it reads and checks; run against nothing it describes itself. So the reader, the list of known keys and the JSON Schema are one text.
/// </summary>
public sealed partial class Fields
{
    private readonly VocabularySet _vocabularies;
    private readonly RecordContext? _context;
    private readonly YamlMapping? _mapping;
    private readonly string _path;
    private readonly List<FieldDescription> _asked = [];

    private Fields(VocabularySet vocabularies, RecordContext? context, YamlMapping? mapping, string path)
    {
        _vocabularies = vocabularies;
        _context = context;
        _mapping = mapping;
        _path = path;
    }

    /// <summary>Reads a group of keys by its definition. Problems go to the context; what is wrong or missing is empty in the result.</summary>
    public static T Read<T>(YamlMapping mapping, RecordContext context, Func<Fields, T> definition) => ReadGroup(mapping, context, "", definition);

    /// <summary>What a definition asks for, in its order.</summary>
    public static ImmutableArray<FieldDescription> Describe<T>(VocabularySet vocabularies, Func<Fields, T> definition)
    {
        var fields = new Fields(vocabularies, context: null, mapping: null, path: "");
        definition(fields);
        return [.. fields._asked];
    }

    /// <summary>Whether a key stands there, with or without a value.</summary>
    public bool Has(string key) => _mapping?.Find(key) is not null;

    /// <summary>Where the value of a key stands, or the group where the key is absent.</summary>
    public Position At(string key) => _mapping?.Find(key)?.Value.At ?? _mapping?.At ?? Position.Start;

    /// <summary>Reports what the definition finds wrong with a value.</summary>
    public void Error(string rule, string key, string message) => _context?.Problems.Error(rule, At(key), $"{Name(key)}: {message}");

    /// <summary>Reports what the definition finds worth mending.</summary>
    public void Warning(string rule, string key, string message) => _context?.Problems.Warning(rule, At(key), $"{Name(key)}: {message}");

    /// <summary>What is gathered of the record; <see langword="null"/> while a definition describes itself.</summary>
    public RecordContext? Context => _context;

    /// <summary>A group of keys below a key.</summary>
    public T? Group<T>(string key, string help, Func<Fields, T> definition, bool required = false)
        where T : class
    {
        Ask(new(key, FieldShape.Group, help) { Required = required, Fields = IsDescribing ? Describe(_vocabularies, definition) : [] });
        switch (Value(key, required))
        {
            case null:
                return null;
            case YamlMapping group:
                return ReadGroup(group, _context!, Name(key) + ".", definition);
            case var other:
                Error("wrong-shape", key, $"Here stands {other.Description}; a group of keys is expected, such as {{ {FirstKey(definition)}: … }}.");
                return null;
        }
    }

    /// <summary>A list of groups of keys below a key.</summary>
    public ImmutableArray<T> List<T>(string key, string help, Func<Fields, T> definition, bool required = false)
    {
        Ask(new(key, FieldShape.List, help) { Required = required, Item = IsDescribing ? new("", FieldShape.Group, "") { Fields = Describe(_vocabularies, definition) } : null });
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var (item, name) in Items(key, required, () => $"- {{ {FirstKey(definition)}: … }}"))
        {
            if (item is YamlMapping group) items.Add(ReadGroup(group, _context!, name + ".", definition));
            else _context!.Problems.Error("wrong-shape", item.At, $"{name}: Here stands {item.Description}; a group of keys is expected, such as {{ {FirstKey(definition)}: … }}.");
        }

        return items.DrainToImmutable();
    }

    /// <summary>A key that only records of another kind have.</summary>
    public T? OfAnotherKind<T>(string key, string kind)
        where T : class
    {
        if (_mapping?.Find(key) is { } entry)
            _context!.Problems.Error("key-of-another-kind", entry.Key.At, $"{Name(key)}: Only records of kind {kind} have this key. Delete it, or write \"kind: {kind}\".");
        _ignored.Add(key);
        return null;
    }

    private readonly HashSet<string> _ignored = new(StringComparer.Ordinal);

    private static T ReadGroup<T>(YamlMapping mapping, RecordContext context, string path, Func<Fields, T> definition)
    {
        var fields = new Fields(context.Vocabularies, context, mapping, path);
        var value = definition(fields);
        fields.ReportUnknownKeys();
        return value;
    }

    private void ReportUnknownKeys()
    {
        var known = _asked.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, _) in _mapping!.Entries)
        {
            if (known.Contains(key.Text) || _ignored.Contains(key.Text)) continue;
            var name = _path + ScalarText.Shown(key.Text);
            var remedy = Suggestions.Closest(key.Text, known.Where(k => !Has(k)).Concat(known)) is { } near
                ? $"Did you mean \"{near}\"?"
                : $"The keys here are: {string.Join(", ", _asked.Select(field => field.Key))}.";
            _context!.Problems.Error("unknown-key", key.At, $"Unknown key \"{name}\". {remedy}");
        }
    }

    // What lies below a key is described for the schema alone; a reader would describe it for every record.
    private bool IsDescribing => _context is null;

    private string FirstKey<T>(Func<Fields, T> definition) => Describe(_vocabularies, definition)[0].Key;

    private void Ask(FieldDescription field) => _asked.Add(field);

    private string Name(string key) => _path + key;

    // The value of a key; null where there is none, which is reported when one is required.
    private YamlNode? Value(string key, bool required)
    {
        if (_mapping is null) return null;
        var entry = _mapping.Find(key);
        if (entry is not null && entry.Value is not YamlScalar { IsNull: true }) return entry.Value;
        if (required)
        {
            var at = entry?.Key.At ?? _mapping.At;
            _context!.Problems.Error("missing-key", at, $"\"{Name(key)}\" is {(entry is null ? "missing" : "empty")}. {_asked[^1].Help}");
        }

        return null;
    }

    private IEnumerable<(YamlNode Item, string Name)> Items(string key, bool required, Func<string> example)
    {
        switch (Value(key, required))
        {
            case null:
                yield break;
            case YamlSequence { Items.IsEmpty: true } when required:
                Error("missing-key", key, $"The list is empty. {_asked[^1].Help}");
                yield break;
            case YamlSequence list:
                for (var i = 0; i < list.Items.Length; i++) yield return (list.Items[i], $"{Name(key)}[{i + 1}]");
                yield break;
            case var other:
                Error("wrong-shape", key, $"Here stands {other.Description}; a list is expected, such as {example()}.");
                yield break;
        }
    }
}
