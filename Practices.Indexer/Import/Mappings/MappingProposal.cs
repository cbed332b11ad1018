using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Practices.Indexer.Content;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>
/// Guesses the mapping of an unknown file by its headings, in several languages, and by its values. What it writes is a mapping that can be read, with a comment on each line
/// that says how sure it is: a secretariat corrects it before it is used.
/// </summary>
public static class MappingProposal
{
    // Enough to tell what a column holds; more rows would only take longer.
    private const int MaxRows = 300;

    // So much of a column must be read as one thing before it is taken for it.
    private const double Enough = 0.8;

    private static readonly ImmutableArray<string> Required = ["title", "summary", "sdgs"];

    /// <summary>What forms call the fields, the commonest first, in English, French, Spanish, Portuguese, Russian, Arabic and Chinese.</summary>
    private static readonly ImmutableArray<(string Path, ImmutableHashSet<string> Names)> Known =
    [
        Field("external-id", "id", "id code", "submission id", "application id", "entry id", "reference", "reference number", "ref", "code", "number", "no", "numéro", "número", "номер", "رقم", "编号"),
        Field("cycle", "cycle", "edition", "award cycle", "édition", "edición", "edição", "цикл", "الدورة", "届"),
        Field("title", "title", "title or tagline", "project name", "project title", "name of initiative", "name of the project", "initiative", "titre", "nom du projet", "título", "nombre del proyecto", "nome do projeto", "название", "العنوان", "标题", "项目名称"),
        Field("summary", "summary", "abstract", "short description", "elevator pitch", "résumé", "resumen", "resumo", "краткое описание", "аннотация", "ملخص", "摘要"),
        Field("places.city", "city", "city name", "name of city", "city or community", "municipality", "town", "ville", "commune", "ciudad", "municipio", "cidade", "município", "город", "المدينة", "城市"),
        Field("places.area", "region", "state", "province", "state or province", "province or state", "région", "región", "provincia", "região", "регион", "область", "المنطقة", "省"),
        Field("places.country", "country", "countries", "country or region", "nation", "pays", "país", "países", "страна", "البلد", "الدولة", "国家"),
        Field("places.coordinates", "coordinates", "location point", "geo", "geometry", "wkt", "coordonnées", "coordenadas", "координаты", "الإحداثيات", "坐标"),
        Field("places.lat", "lat", "latitude", "latitud", "широта"),
        Field("places.lon", "lon", "lng", "long", "longitude", "longitud", "долгота"),
        Field("places.population", "population", "population size", "inhabitants", "población", "população", "население", "السكان", "人口"),
        Field("places", "location", "place", "main city and country", "lieu", "lugar", "местоположение"),
        Field("sdgs", "sdg", "sdgs", "goals", "sustainable development goals", "ods", "odd", "цур", "أهداف التنمية المستدامة", "可持续发展目标"),
        Field("themes", "theme", "themes", "topic", "topics", "sector", "sectors", "thematic area", "thematic areas", "keywords", "thèmes", "temas", "темы", "المواضيع", "主题"),
        Field("beneficiaries", "beneficiaries", "target group", "target groups", "bénéficiaires", "beneficiarios", "beneficiários", "бенефициары", "المستفيدون", "受益人"),
        Field("period.start", "start", "start date", "begin", "start year", "date de début", "fecha de inicio", "data de início", "дата начала", "تاريخ البدء", "开始日期"),
        Field("period.end", "end", "end date", "end year", "tentative end date", "date de fin", "fecha de fin", "data de fim", "дата окончания", "تاريخ الانتهاء", "结束日期"),
        Field("partners.name", "partner", "partners", "partner organisations", "partner organizations", "partenaires", "socios", "parceiros", "партнеры", "الشركاء", "合作伙伴"),
        Field("language", "language", "langue", "idioma", "язык", "اللغة", "语言"),
        Field("sources.url", "url", "website", "web page", "link", "source url", "site web", "sitio web", "сайт", "الموقع", "网址"),
        Field("recognition.outcome", "outcome", "award result", "result of the award"),
    ];

    /// <summary>Writes the mapping of rows that a reader gave.</summary>
    /// <param name="rows">Rows of one file, of which the first few hundred are looked at.</param>
    /// <param name="file">The file's name, for the comment at the top.</param>
    /// <param name="vocabularies">The words that tell what a value is.</param>
    /// <param name="award">Id of the award that the mapping is for; <see langword="null"/> when it is not known.</param>
    public static string Write(IEnumerable<SourceRow> rows, string file, VocabularySet vocabularies, string? award)
    {
        var lookup = new ConceptLookup(vocabularies);
        var columns = rows.Take(MaxRows).SelectMany(row => row.Fields).Where(field => field.Value.Trim().Length > 0).GroupBy(field => field.Heading, StringComparer.Ordinal)
            .Select(group => new Column(group.Key, [.. group.Select(field => TransformKinds.PlainText(new(field.Value, 0, field.IsHtml)))], group.Any(field => field.IsHtml)))
            .ToList();
        var personal = columns.Where(column => Headings.IsPersonal(column.Heading)).ToList();
        columns = [.. columns.Except(personal)];
        var taken = new Dictionary<string, (Column Column, string Why, string Steps)>(StringComparer.Ordinal);
        foreach (var (path, names) in Known)
        {
            if (columns.Except(taken.Values.Select(one => one.Column)).FirstOrDefault(column => names.Contains(Headings.Key(column.Heading))) is { } found)
                taken[path] = (found, "sure of the heading", Steps(path, found, lookup));
        }

        foreach (var column in columns.Except(taken.Values.Select(one => one.Column)).ToList())
        {
            if (ByValues(column, lookup) is var (path, why) && path is not null && !taken.ContainsKey(path) && !(path.StartsWith("places.", StringComparison.Ordinal) && taken.ContainsKey("places")))
                taken[path] = (column, why, Steps(path, column, lookup));
        }

        var rest = columns.Except(taken.Values.Select(one => one.Column)).ToList();
        if (!taken.ContainsKey("title") && rest.Find(column => column.IsShort && column.IsUnique) is { } title)
            taken["title"] = (title, "a guess: short texts, each another", "");
        if (!taken.ContainsKey("summary") && rest.Find(column => column.MedianWords is > 8 and <= RecordFields.MaxSummaryWords && column != taken.GetValueOrDefault("title").Column) is { } summary)
            taken["summary"] = (summary, "a guess: the first column of sentences", "");
        rest = [.. columns.Except(taken.Values.Select(one => one.Column))];
        var story = rest.Where(column => column.MedianWords > 8).ToList();
        return Text(file, award, taken, story, [.. rest.Except(story)], personal, columns);
    }

    private static string Text(
        string file, string? award, Dictionary<string, (Column Column, string Why, string Steps)> taken, List<Column> story, List<Column> rest, List<Column> personal, List<Column> columns)
    {
        var text = new StringBuilder();
        Line($"# A mapping guessed from {ScalarText.OneLine(Path.GetFileName(file))}. Correct it, then try it with \"practices import AWARD FILE --mapping THIS.yaml --dry-run\".");
        Line("# Keys and steps are explained in docs/mappings.md.");
        Line($"about: {Quoted($"Guessed from {Path.GetFileName(file)}")}");
        if (award is not null && RecordId.IsValid(award)) Line($"award: {award}");
        var orders = columns.SelectMany(column => column.Values).Select(OrderOf).Where(order => order != DateOrder.Unknown).Distinct().ToList();
        if (orders is [var only]) Line($"dates: {(only == DateOrder.DayFirst ? "day-first" : "month-first")}  # some dates can be read in no other way");
        if (taken.Remove("external-id", out var id)) Line($"external-id: {Quoted(id.Column.Heading)}  # {id.Why}");
        else Line("# external-id: [ID]  # not found: ids will be made of title and city");
        if (taken.Remove("cycle", out var cycle)) Line($"cycle: {Quoted(cycle.Column.Heading)}  # {cycle.Why}");
        Line("fields:");
        foreach (var missing in Required.Where(path => !taken.ContainsKey(path))) Line($"  # {missing} is required and was not found. Name its column: {missing}: [Heading]");
        if (!taken.Keys.Any(path => path.StartsWith("places", StringComparison.Ordinal))) Line("  # places are required and were not found. Name their columns: places.city: [Heading] and places.country: [Heading]");
        if (taken.Count == 0) Line("  title: [Title]  # nothing was recognised: this name is an example");
        foreach (var (path, (column, why, steps)) in taken.OrderBy(pair => Known.Select(one => one.Path).ToList().IndexOf(pair.Key)))
            Line(steps.Length == 0 ? $"  {path}: {Quoted(column.Heading)}  # {why}" : $"  {path}: {{ from: {Quoted(column.Heading)}, do: [{steps}] }}  # {why}");
        if (story.Count > 0) Line("# Long texts, in the order of the file. Give them the headings of our records, such as \"What they did\".\nstory:");
        foreach (var column in story) Line($"  - {{ heading: {Quoted(column.Heading)}, from: {Quoted(column.Heading)} }}");
        List("private", "# What is a person's own; it is never carried over.", personal);
        List("ignore", "# Not recognised. Give them a place above, or leave them here.", rest);
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        void List(string key, string comment, List<Column> left)
        {
            if (left.Count == 0) return;
            Line(comment);
            Line($"{key}:");
            foreach (var column in left) Line($"  - {Quoted(column.Heading)}");
        }
    }

    private static (string? Path, string Why) ByValues(Column column, ConceptLookup lookup)
    {
        if (column.Share(value => UrlRules.IsWeb(value)) >= Enough) return ("sources.url", "guessed: the values are web addresses");
        if (column.Share(value => CoordinateText.Read(value).Value is not null) >= Enough) return ("places.coordinates", "guessed: the values are coordinates");
        if (column.MedianWords <= 4 && column.SplitShare(part => lookup.Country(part).Value is not null) >= Enough) return ("places.country", "guessed: the values are countries");
        if (column.MedianWords <= 4 && column.Share(value => lookup.City(value, country: null) is not null) >= Enough / 2) return ("places.city", "guessed: many values are known cities");
        if (column.Share(value => !int.TryParse(value, CultureInfo.InvariantCulture, out _)) >= Enough && column.SplitShare(part => SdgText.Read(part, lookup).Wrong is null) >= Enough) return ("sdgs", "guessed: the values are goals");
        if (column.SplitShare(part => lookup.Known("themes", part) is not null) >= Enough) return ("themes", "guessed: the values are themes");
        if (column.Share(value => value.Length > 4 && DateText.Read(value, DateOrder.DayFirst).Value is not null) >= Enough) return ("period.start", "unsure: the values are dates; is it the day when the practice began?");
        return (null, "");
    }

    private static string Steps(string path, Column column, ConceptLookup lookup)
    {
        if (path == "summary" && column.MedianWords > RecordFields.MaxSummaryWords) return "cut-words: 80";
        if (path is "themes" or "beneficiaries" && column.Separator is { } mark) return $"split: {{ by: {Quoted(mark)}, names-of: {path} }}";
        if (path is "sdgs" && column.Separator is ";" or "|") return $"split: {Quoted(column.Separator!)}";
        if (path is "places.country" && column.Separator is { } between && column.SplitShare(part => lookup.Country(part).Value is not null) > column.Share(value => lookup.Country(value).Value is not null))
            return $"split: {Quoted(between)}";
        return path == "partners.name" && column.Separator is ";" or "|" ? $"split: {Quoted(column.Separator!)}" : "";
    }

    private static DateOrder OrderOf(string value) =>
        value.Length is < 8 or > 10 || DateText.Read(value, DateOrder.Unknown).Value is null || !char.IsAsciiDigit(value[0]) || value.Split(['/', '-', ' ']) is not [var a, var b, { Length: 4 }] ? DateOrder.Unknown
        : int.TryParse(a, CultureInfo.InvariantCulture, out var first) && first > 12 ? DateOrder.DayFirst
        : int.TryParse(b, CultureInfo.InvariantCulture, out var second) && second > 12 ? DateOrder.MonthFirst
        : DateOrder.Unknown;

    private static string Quoted(string text) => $"\"{ScalarText.OneLine(string.Concat(text.Where(c => !Yaml.ControlCharacters.IsOne(c)))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static (string, ImmutableHashSet<string>) Field(string path, params IEnumerable<string> names) => (path, [.. names.Select(Headings.Key)]);

    // A heading with what stands below it.
    private sealed record Column(string Heading, ImmutableArray<string> Values, bool IsHtml)
    {
        private static readonly ImmutableArray<string> Separators = [";", "|", ","];

        public int MedianWords { get; } = Values.Select(ScalarText.WordCount).Order().ElementAt(Values.Length / 2);

        public bool IsShort => MedianWords is > 1 and <= 25;

        public bool IsUnique => Values.Distinct(StringComparer.Ordinal).Count() == Values.Length;

        /// <summary>The mark that parts several values in a cell, where there is one.</summary>
        public string? Separator { get; } = Separators.FirstOrDefault(mark => Values.Any(value => value.Contains(mark, StringComparison.Ordinal)));

        public double Share(Func<string, bool> holds) => (double)Values.Count(holds) / Values.Length;

        public double SplitShare(Func<string, bool> holds)
        {
            var parts = Values.SelectMany(value => Separator is null ? [value] : value.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
            return parts.Count == 0 ? 0 : (double)parts.Count(holds) / parts.Count;
        }
    }
}
