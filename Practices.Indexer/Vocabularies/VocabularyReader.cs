using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Vocabularies;

/// <summary>A vocabulary as it stands in one file, with the places of the broader ids that only the whole set can check.</summary>
/// <param name="Vocabulary">The vocabulary.</param>
/// <param name="Broader">Ids of broader concepts that are not in this vocabulary, and where they stand.</param>
public sealed record VocabularyReading(Vocabulary Vocabulary, ImmutableArray<(string Id, Position At)> Broader);

/// <summary>
/// Reads a vocabulary's file: <c>scheme</c>, <c>label</c> by language and <c>concepts</c>, each with <c>id</c>, <c>label</c>, <c>alt</c>, <c>weak</c>,
/// <c>acronyms</c>, <c>narrower-terms</c>, <c>broader</c>, <c>scope</c>, <c>related</c>, and whatever else it likes to say of itself.
/// </summary>
public sealed class VocabularyReader
{
    private readonly FileDiagnostics _problems;
    private readonly List<(string Id, Position At)> _broader = [];

    private VocabularyReader(FileDiagnostics problems) => _problems = problems;

    /// <summary>Reads a file; <see langword="null"/> when an error in it makes the vocabulary useless, which is reported.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="name">The name that the file's name gives it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static VocabularyReading? Read(ReadOnlySpan<byte> bytes, string name, FileDiagnostics problems)
    {
        if (SourceText.Read(bytes, problems) is not { } source || YamlReader.Read(source, YamlLimits.Vocabulary, problems) is not { } root) return null;
        var reading = new VocabularyReader(problems).ReadRoot(root, name);
        return problems.HasErrors ? null : reading;
    }

    private VocabularyReading ReadRoot(YamlMapping root, string name)
    {
        var concepts = new Dictionary<string, Concept>(StringComparer.Ordinal);
        var order = new List<Concept>();
        var label = name;
        foreach (var (key, value) in root.Entries)
        {
            if (key.Text == "scheme")
            {
                if (Text(value) is { } scheme && scheme != name) _problems.Error("scheme-name", value.At, $"The scheme is \"{scheme}\" but the file is \"{name}\". Give both one name.");
            }
            else if (key.Text == "label")
            {
                label = ByLanguage(value).GetValueOrDefault("en", name);
            }
            else if (key.Text == "concepts")
            {
                foreach (var item in Items(value))
                {
                    if (ReadConcept(item) is not { } concept) continue;
                    if (concepts.TryAdd(concept.Id, concept)) order.Add(concept);
                    else _problems.Error("duplicate-id", item.At, $"The id \"{concept.Id}\" stands twice. Keep one, or rename one.");
                }
            }
            else
            {
                var near = Suggestions.Closest(key.Text, ["scheme", "label", "concepts"]);
                _problems.Error("unknown-key", key.At, $"Unknown key \"{key.Text}\". {(near is null ? "A vocabulary has scheme, label and concepts." : $"Did you mean \"{near}\"?")}");
            }
        }

        if (root.Find("concepts") is null) _problems.Error("missing-key", root.At, "\"concepts\" is missing. List the concepts of the vocabulary under it.");
        return new(new(name, label, order), [.. _broader.Where(b => !concepts.ContainsKey(b.Id))]);
    }

    private Concept? ReadConcept(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            _problems.Error("wrong-shape", node.At, $"Here stands {node.Description}; a concept is a group of keys with an id and a label.");
            return null;
        }

        var labels = mapping.Find("label") is { } label ? ByLanguage(label.Value) : ImmutableSortedDictionary<string, string>.Empty;
        if (mapping.Find("id")?.Value is not YamlScalar { IsNull: false } id)
        {
            _problems.Error("missing-key", mapping.At, "\"id\" is missing or empty. Every concept needs one.");
            return null;
        }

        if (!labels.ContainsKey("en"))
        {
            _problems.Error("missing-label", mapping.At, $"\"{id.Text}\" has no English label. Add one: label: {{ en: … }}.");
            return null;
        }

        var concept = new Concept { Id = id.Text, Labels = labels };
        var properties = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Entries)
        {
            concept = key.Text switch
            {
                "id" or "label" => concept,
                "alt" => concept with { AltLabels = ListsByLanguage(value) },
                "weak" => concept with { WeakLabels = ListsByLanguage(value) },
                "acronyms" => concept with { Acronyms = ByLanguage(value) },
                "narrower-terms" => concept with { NarrowerTerms = Texts(value) },
                "related" => concept with { Related = Texts(value) },
                "scope" => concept with { Scope = Text(value) ?? "" },
                "broader" => concept with { Broader = BroaderId(value) },
                _ => concept,
            };
            if (key.Text is not ("id" or "label" or "alt" or "weak" or "acronyms" or "narrower-terms" or "related" or "scope" or "broader"))
                Flatten(key.Text, value, properties);
        }

        return concept with { Properties = properties.ToImmutable() };
    }

    private string? BroaderId(YamlNode value)
    {
        var id = Text(value);
        if (id is not null) _broader.Add((id, value.At));
        return id;
    }

    private static void Flatten(string key, YamlNode value, ImmutableSortedDictionary<string, string>.Builder into)
    {
        switch (value)
        {
            case YamlScalar { IsNull: false } scalar:
                into[key] = scalar.Text;
                break;
            case YamlSequence sequence:
                into[key] = string.Join(", ", sequence.Items.OfType<YamlScalar>().Select(item => item.Text));
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries) Flatten(entry.Key.Text == "en" ? key : $"{key}.{entry.Key.Text}", entry.Value, into);
                break;
        }
    }

    private string? Text(YamlNode node)
    {
        if (node is YamlScalar scalar) return scalar.IsNull ? null : scalar.Text;
        _problems.Error("wrong-shape", node.At, $"Here stands {node.Description}; text is expected.");
        return null;
    }

    private ImmutableArray<YamlNode> Items(YamlNode node)
    {
        if (node is YamlSequence sequence) return sequence.Items;
        if (node is not YamlScalar { IsNull: true }) _problems.Error("wrong-shape", node.At, $"Here stands {node.Description}; a list is expected.");
        return [];
    }

    private ImmutableArray<string> Texts(YamlNode node) => [.. Items(node).Select(Text).OfType<string>()];

    private ImmutableSortedDictionary<string, string> ByLanguage(YamlNode node) =>
        Pairs(node).Select(e => (e.Key.Text, Value: Text(e.Value))).Where(e => e.Value is not null).ToImmutableSortedDictionary(e => e.Text, e => e.Value!, StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, ImmutableArray<string>> ListsByLanguage(YamlNode node) =>
        Pairs(node).ToImmutableSortedDictionary(e => e.Key.Text, e => Texts(e.Value), StringComparer.Ordinal);

    private ImmutableArray<YamlEntry> Pairs(YamlNode node)
    {
        if (node is YamlMapping mapping) return mapping.Entries;
        if (node is not YamlScalar { IsNull: true })
            _problems.Error("wrong-shape", node.At, $"Here stands {node.Description}; a group is expected, such as {{ en: Women, fr: Femmes }}.");
        return [];
    }
}
