using System.Collections.Immutable;
using System.Globalization;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Ingest;

// The kinds of value that a key may have.
public sealed partial class Fields
{
    /// <summary>A vocabulary of at most this many concepts is listed in the JSON Schema.</summary>
    public const int MaxListedValues = 120;

    /// <summary>The longest text of one value, in UTF-16 units: longer text belongs into the body.</summary>
    public const int MaxTextLength = 4000;

    /// <summary>Text on one line.</summary>
    public string? Text(string key, string help, bool required = false, int maxLength = MaxTextLength)
    {
        Ask(new(key, FieldShape.Text, help) { Required = required, MaxLength = maxLength });
        return Parse(key, required, text => OneLine(text, maxLength));
    }

    /// <summary>A list of texts.</summary>
    public ImmutableArray<string> Texts(string key, string help)
    {
        Ask(new(key, FieldShape.List, help) { Item = new("", FieldShape.Text, "") { MaxLength = MaxTextLength } });
        return ParseItems(key, text => OneLine(text, MaxTextLength));
    }

    /// <summary>One text, or a list of days.</summary>
    public ImmutableArray<string> TextOrDates(string key, string help)
    {
        Ask(new(key, FieldShape.TextOrList, help) { Item = new("", FieldShape.Text, "") });
        return Value(key, required: false) is YamlScalar ? [.. new[] { Parse(key, required: false, text => OneLine(text, MaxTextLength)) }.OfType<string>()] : ParseItems(key, ScalarText.YearOrDate);
    }

    /// <summary>A whole number within limits.</summary>
    public int? Integer(string key, string help, int minimum, int maximum, bool required = false)
    {
        Ask(new(key, FieldShape.Integer, help) { Required = required, Minimum = minimum, Maximum = maximum });
        return (int?)ParseValue(key, required, text => Within(ScalarText.Integer(text), minimum, maximum));
    }

    /// <summary>A whole number that may be large, from nought up.</summary>
    public long? Count(string key, string help)
    {
        Ask(new(key, FieldShape.Integer, help) { Minimum = 0 });
        return ParseValue(key, required: false, text => Within(ScalarText.Integer(text), 0L, long.MaxValue));
    }

    /// <summary>A year of our era.</summary>
    public int? Year(string key, string help) => Integer(key, help, 1000, 2100);

    /// <summary>A number.</summary>
    public double? Number(string key, string help, double? minimum = null, double? maximum = null)
    {
        Ask(new(key, FieldShape.Number, help) { Minimum = minimum, Maximum = maximum });
        return ParseValue(key, required: false, text => Within(ScalarText.Number(text), minimum ?? double.MinValue, maximum ?? double.MaxValue));
    }

    /// <summary>An amount of money, from nought up.</summary>
    public decimal? Amount(string key, string help)
    {
        Ask(new(key, FieldShape.Number, help) { Minimum = 0 });
        return ParseValue(key, required: false, text => Within(ScalarText.Amount(text), 0m, decimal.MaxValue));
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool? Flag(string key, string help)
    {
        Ask(new(key, FieldShape.Flag, help));
        return ParseValue(key, required: false, ScalarText.Flag);
    }

    /// <summary>A day.</summary>
    public DateOnly? Date(string key, string help)
    {
        Ask(new(key, FieldShape.Text, help) { Format = "date" });
        return ParseValue(key, required: false, ScalarText.Date);
    }

    /// <summary>A year, a month or a day.</summary>
    public string? YearOrDate(string key, string help)
    {
        Ask(new(key, FieldShape.YearOrDate, help));
        return Parse(key, required: false, ScalarText.YearOrDate);
    }

    /// <summary>A day, a time and a zone.</summary>
    public DateTimeOffset? Moment(string key, string help)
    {
        Ask(new(key, FieldShape.Text, help) { Format = "date-time" });
        return ParseValue(key, required: false, ScalarText.Moment);
    }

    /// <summary>A day, or a day, a time and a zone; the day is the one of that zone.</summary>
    public (DateOnly Day, DateTimeOffset? Moment)? DateOrMoment(string key, string help)
    {
        Ask(new(key, FieldShape.Text, help) { Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}" });
        return ParseValue(key, required: false, ScalarText.DateOrMoment);
    }

    /// <summary>A web address.</summary>
    public string? Url(string key, string help)
    {
        Ask(new(key, FieldShape.Text, help) { Format = "uri", Pattern = "^https?://" });
        return Parse(key, required: false, ScalarText.Url);
    }

    /// <summary>A list of web addresses.</summary>
    public ImmutableArray<string> Urls(string key, string help)
    {
        Ask(new(key, FieldShape.List, help) { Item = new("", FieldShape.Text, "") { Format = "uri", Pattern = "^https?://" } });
        return ParseItems(key, ScalarText.Url);
    }

    /// <summary>An e-mail address.</summary>
    public string? Email(string key, string help)
    {
        Ask(new(key, FieldShape.Text, help) { Format = "email" });
        return Parse(key, required: false, ScalarText.Email);
    }

    /// <summary>A currency's code.</summary>
    public string? Currency(string key, string help)
    {
        Ask(new(key, FieldShape.Text, help) { Pattern = "^[A-Z]{3}$" });
        return Parse(key, required: false, ScalarText.Currency);
    }

    /// <summary>One of a few words.</summary>
    public string? OneOf(string key, string help, ImmutableArray<string> values, bool required = false)
    {
        Ask(new(key, FieldShape.Text, help) { Required = required, Values = values });
        return Parse(key, required, text =>
        {
            if (values.Contains(text)) return (text, null);
            var near = Suggestions.Closest(text, values);
            return (null, $"\"{ScalarText.Shown(text)}\" is not one of {string.Join(", ", values)}.{(near is null ? "" : $" Did you mean \"{near}\"?")}");
        });
    }

    /// <summary>A concept, given by id, label or another name; its id.</summary>
    public string? Concept(string key, string vocabulary, string help, bool required = false)
    {
        Ask(Listed(new(key, FieldShape.Text, help) { Required = required }, vocabulary));
        return Parse(key, required, text => ConceptId(vocabulary, text));
    }

    /// <summary>A list of concepts; their ids, each once.</summary>
    public ImmutableArray<string> Concepts(string key, string vocabulary, string help)
    {
        Ask(new(key, FieldShape.List, help) { Item = Listed(new("", FieldShape.Text, ""), vocabulary) });
        return Once(key, ParseItems(key, text => ConceptId(vocabulary, text)));
    }

    /// <summary>An id by the rule of ids.</summary>
    public string? Id(string key, string help, bool required = false)
    {
        Ask(new(key, FieldShape.Text, help) { Required = required, Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$" });
        return Parse(key, required, ScalarText.Id);
    }

    /// <summary>A list of ids.</summary>
    public ImmutableArray<string> Ids(string key, string help)
    {
        Ask(new(key, FieldShape.List, help) { Item = new("", FieldShape.Text, "") { Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$" } });
        return Once(key, ParseItems(key, ScalarText.Id));
    }

    /// <summary>The id of another record, which is looked for when all are read.</summary>
    public string? Record(string key, string help)
    {
        var id = Id(key, help);
        if (id is not null) _context?.Records.Add(new(id, Name(key), At(key)));
        return id;
    }

    /// <summary>Ids of other records, which are looked for when all are read.</summary>
    public ImmutableArray<string> Records(string key, string help)
    {
        var ids = Ids(key, help);
        foreach (var (item, name) in _mapping is null ? [] : Items(key, required: false, () => ""))
        {
            if (item is YamlScalar scalar && ids.Contains(scalar.Text)) _context!.Records.Add(new(scalar.Text, name, item.At));
        }

        return ids;
    }

    /// <summary>The number of a source, which is looked for when the sources are read.</summary>
    public int? Source(string key, string help)
    {
        var id = Integer(key, help, 1, 999);
        if (id is not null) _context?.Sources.Add((id.Value, At(key)));
        return id;
    }

    /// <summary>A file beside the record, which is looked for when all are read.</summary>
    public string? File(string key, string what, string help, bool required = false)
    {
        Ask(new(key, FieldShape.Text, help) { Required = required });
        var name = Parse(key, required, ScalarText.FileName);
        if (name is not null) _context?.Files.Add(new(name, what, At(key)));
        return name;
    }

    /// <summary>Files beside the record by language code.</summary>
    public ImmutableSortedDictionary<string, string> FilesByLanguage(string key, string what, string help)
    {
        Ask(new(key, FieldShape.ByLanguage, help));
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        switch (Value(key, required: false))
        {
            case null:
                break;
            case YamlMapping group:
                foreach (var (language, value) in group.Entries)
                {
                    var code = Checked(ConceptId("languages", language.Text), language, Name(key));
                    if (code is null || value is YamlScalar { IsNull: true }) continue;
                    var file = value is YamlScalar scalar ? Checked(ScalarText.FileName(scalar.Text), value, $"{Name(key)}.{code}") : NotText(value, $"{Name(key)}.{code}");
                    if (file is null) continue;
                    files[code] = file;
                    _context!.Files.Add(new(file, what, value.At));
                }

                break;
            case var other:
                Error("wrong-shape", key, $"Here stands {other.Description}; a group is expected, such as {{ es: title.es.md }}.");
                break;
        }

        return files.ToImmutable();
    }

    private static (string? Value, string? Wrong) OneLine(string text, int maxLength)
    {
        var line = ScalarText.OneLine(text);
        if (line.Length == 0) return (null, "The text is empty. Write something, or delete the key.");
        return line.Length <= maxLength ? (line, null) : (null, $"The text has {line.Length} characters; at most {maxLength} are allowed. Move the rest into the body.");
    }

    private static (T? Value, string? Wrong) Within<T>((T? Value, string? Wrong) read, T minimum, T maximum)
        where T : struct, IComparable<T>, IFormattable =>
        read.Value is { } value && (value.CompareTo(minimum) < 0 || value.CompareTo(maximum) > 0)
            ? (null, $"{value.ToString(null, CultureInfo.InvariantCulture)} is not between {minimum.ToString(null, CultureInfo.InvariantCulture)} and {maximum.ToString(null, CultureInfo.InvariantCulture)}.")
            : read;

    private (string? Value, string? Wrong) ConceptId(string vocabulary, string text)
    {
        var concepts = _vocabularies[vocabulary];

        // A vocabulary that is missing or broken has been reported once; every record would otherwise be reported with it.
        if (concepts.Concepts.IsEmpty) return (text, null);
        if (concepts.Match(text) is { } concept) return (concept.Id, null);
        var remedy = concepts.Closest(text) is { } near ? $"Did you mean \"{near.Id}\" ({near.Label})?"
            : concepts.Concepts.Length <= 12 ? $"The ids are: {string.Join(", ", concepts.Concepts.Select(c => c.Id))}."
            : $"The ids are listed in vocabularies/{vocabulary}.yaml.";
        return (null, $"\"{ScalarText.Shown(text)}\" is not in the vocabulary {vocabulary}. {remedy}");
    }

    private FieldDescription Listed(FieldDescription field, string vocabulary)
    {
        if (!IsDescribing) return field;
        var concepts = _vocabularies[vocabulary].Concepts;
        return field with { Vocabulary = vocabulary, Values = concepts.Length <= MaxListedValues ? [.. concepts.Select(c => c.Id)] : [] };
    }

    private string? Parse(string key, bool required, Func<string, (string? Value, string? Wrong)> read) =>
        Value(key, required) switch
        {
            null => null,
            YamlScalar scalar => Checked(read(scalar.Text), scalar, Name(key)),
            var other => NotText(other, Name(key)),
        };

    private T? ParseValue<T>(string key, bool required, Func<string, (T? Value, string? Wrong)> read)
        where T : struct
    {
        switch (Value(key, required))
        {
            case null:
                return null;
            case YamlScalar scalar:
                var (value, wrong) = read(scalar.Text.Trim());
                if (wrong is not null) Error("wrong-value", key, wrong);
                return value;
            case var other:
                NotText(other, Name(key));
                return null;
        }
    }

    private ImmutableArray<string> ParseItems(string key, Func<string, (string? Value, string? Wrong)> read)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var (item, name) in Items(key, required: false, () => "[first, second]"))
        {
            if ((item is YamlScalar scalar ? Checked(read(scalar.Text), item, name) : NotText(item, name)) is { } value) values.Add(value);
        }

        return values.DrainToImmutable();
    }

    private string? Checked((string? Value, string? Wrong) read, YamlNode node, string name)
    {
        if (read.Wrong is not null) _context!.Problems.Error("wrong-value", node.At, $"{name}: {read.Wrong}");
        return read.Value;
    }

    private string? NotText(YamlNode node, string name)
    {
        _context!.Problems.Error("wrong-shape", node.At, $"{name}: Here stands {node.Description}; one value is expected. Put it between double quotes if it is text.");
        return null;
    }

    private ImmutableArray<string> Once(string key, ImmutableArray<string> values)
    {
        var once = values.Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (once.Length < values.Length) Warning("duplicate-value", key, "A value stands twice. Keep one of them.");
        return once;
    }
}
