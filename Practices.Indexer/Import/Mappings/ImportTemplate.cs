using System.Collections.Immutable;
using System.IO.Compression;
using System.Security;
using System.Text;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Import.Mappings;

/// <summary>A column of a template.</summary>
/// <param name="Heading">Its heading, which the mapping knows.</param>
/// <param name="Help">What to write there.</param>
/// <param name="IsRequired">Whether a row without it is refused.</param>
/// <param name="Example">What stands in the example row.</param>
public sealed record TemplateColumn(string Heading, string Help, bool IsRequired, string Example);

/// <summary>
/// The table that a secretariat fills in, made of a mapping: a column for each field, under the first heading that the mapping knows for it.
/// Its one row is an example, which no import takes.
/// </summary>
public static class ImportTemplate
{
    /// <summary>What marks the example row: a row that holds this value is refused, whatever the mapping.</summary>
    public const string ExampleMark = "EXAMPLE - delete this row";

    private static readonly ImmutableDictionary<string, string> Examples = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["title"] = "What the initiative is called",
        ["summary"] = "One to three plain sentences that say what happens and for whom.",
        ["language"] = "English",
        ["aliases"] = "Another name; one more name",
        ["places.city"] = "Durban",
        ["places.country"] = "South Africa",
        ["places.coordinates"] = "-29.86, 31.02",
        ["places.population"] = "3.1 million",
        ["sdgs"] = "SDG 11; SDG 13",
        ["themes"] = "Urban heat; Public space",
        ["beneficiaries"] = "Children; Older people",
        ["period.start"] = "2019-05-31",
        ["period.state"] = "Ongoing",
        ["partners.name"] = "Name of a partner; name of another",
        ["evidence"] = "self-reported",
        ["governance"] = "city",
        ["results.indicator"] = "What was counted; what else was counted",
        ["results.value"] = "1,200; 35",
        ["results.unit"] = "unit of the first; unit of the second",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The columns of a mapping's template.</summary>
    public static ImmutableArray<TemplateColumn> Columns(Mapping mapping)
    {
        var columns = new List<TemplateColumn>
        {
            new(mapping.ExternalId?.Names.FirstOrDefault() ?? "ID", "The secretariat's own number of the submission. It must stay the same in later tables: by it the submission is known again.", true, ExampleMark),
        };
        if (mapping.Cycle is { Origin: not ValueOrigin.Constant } cycle) columns.Add(new(cycle.Names[0], "The cycle that it was submitted to, if one table holds several.", false, ""));
        foreach (var (target, rule) in mapping.Fields.Where(field => field.Rule.Origin != ValueOrigin.Constant))
        {
            var top = mapping.Known.First(field => field.Key == target.Key);
            var help = target.Part is null && !top.Item?.Fields.IsEmpty == true ? top.Help.Split(':')[0] + "." : target.Field.Help;
            columns.Add(new(rule.Names[0], $"{help}{Form(target)}", top.Required && target.Part is null or "city" or "country", Examples.GetValueOrDefault(target.Path, "")));
        }

        columns.AddRange(mapping.Story.Where(section => section.Rule.Origin != ValueOrigin.Constant)
            .Select(section => new TemplateColumn(section.Rule.Names[0], section.Heading is null ? "A part of the story." : $"The part of the story under \"{section.Heading}\".", false, "")));
        return [.. columns.DistinctBy(column => Headings.Key(column.Heading))];
    }

    /// <summary>Writes the template as CSV: UTF-8 with a mark at its beginning, by which spreadsheet programs know it.</summary>
    public static void WriteCsv(Mapping mapping, Stream output)
    {
        var columns = Columns(mapping);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', columns.Select(column => Quoted(column.Heading))));
        writer.WriteLine(string.Join(',', columns.Select(column => Quoted(column.Example))));

        static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Writes the template as a workbook: the table, and a second sheet that says what to write into each column. Every cell is text.</summary>
    public static void WriteWorkbook(Mapping mapping, Stream output)
    {
        var columns = Columns(mapping);
        var explained = columns.Select(column => new[] { column.Heading, column.IsRequired ? "required" : "", column.Help, column.Example }).Prepend(["Column", "Required", "What to write", "Example"]);
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Add("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
            $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Content}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Content}.worksheet+xml\"/>" +
            $"<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"{Content}.worksheet+xml\"/></Types>");
        Add("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Submissions\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"What to write\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
            $"<Relationship Id=\"rId2\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
        Add("xl/worksheets/sheet1.xml", Sheet([[.. columns.Select(column => column.Heading)], [.. columns.Select(column => column.Example)]]));
        Add("xl/worksheets/sheet2.xml", Sheet(explained));

        void Add(string name, string xml)
        {
            var entry = archive.CreateEntry(name);

            // The same mapping gives the same bytes.
            entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write(Declaration + xml);
        }

        static string Sheet(IEnumerable<string[]> rows)
        {
            var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
            foreach (var (row, number) in rows.Select((row, i) => (row, i + 1)))
            {
                xml.Append("<row r=\"").Append(number).Append("\">");
                for (var i = 0; i < row.Length; i++)
                    if (row[i].Length > 0) xml.Append("<c r=\"").Append(Column(i)).Append(number).Append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(SecurityElement.Escape(row[i])).Append("</t></is></c>");
                xml.Append("</row>");
            }

            return xml.Append("</sheetData></worksheet>").ToString();
        }

        static string Column(int index) => index < 26 ? ((char)('A' + index)).ToString() : Column((index / 26) - 1) + (char)('A' + (index % 26));
    }

    // What the steps take that the field itself does not say.
    private static string Form(FieldTarget target) => target.Reader()?.Name switch
    {
        "sdg" => " Numbers or names, several with ; between them.",
        "country" => " A name in any language or the ISO code.",
        "coordinates" => " Degrees north, comma, degrees east.",
        "date" => " As 2014-05-31, 2014-05 or 2014.",
        "theme" or "beneficiary" or "concept" or "language" => " A name or an id of the vocabulary.",
        _ => "",
    };
}
