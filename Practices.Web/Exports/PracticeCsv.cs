using System.Globalization;
using System.Text;
using Practices.Indexer.Content;
using Practices.Indexer.Import.Sources;
using Practices.Indexer.Vocabularies;
using Practices.Web.Presentation;

namespace Practices.Web.Exports;

/// <summary>
/// Records as a table (RFC 4180), a row each, for spreadsheets and statistics. Several values of a cell stand apart by semicolons. What a spreadsheet program would run as a formula is text.
/// </summary>
public static class PracticeCsv
{
    private static readonly (string Name, Func<Practice, VocabularySet, string> Value)[] Columns =
    [
        ("id", (record, _) => record.Id),
        ("kind", (record, _) => record.Kind.ToString().ToLowerInvariant()),
        ("title", (record, _) => record.Title),
        ("summary", (record, _) => record.Summary),
        ("language", (record, _) => record.Language),
        ("cities", (record, _) => Joined(record.Places.Select(place => place.City ?? place.Area))),
        ("countries", (record, _) => Joined(record.Places.Select(place => place.Country))),
        ("latitude", (record, _) => Number(record.Places.FirstOrDefault()?.Latitude)),
        ("longitude", (record, _) => Number(record.Places.FirstOrDefault()?.Longitude)),
        ("goals", (record, _) => Joined(record.Goals.Select(goal => goal.ToString(CultureInfo.InvariantCulture)))),
        ("themes", (record, vocabularies) => Joined(record.Themes.Select(theme => vocabularies.Label("themes", theme)))),
        ("start", (record, _) => record.Period.Start ?? ""),
        ("end", (record, _) => record.Period.End ?? ""),
        ("state", (record, _) => record.Period.State ?? ""),
        ("evidence", (record, _) => record.Evidence ?? ""),
        ("recognition", (record, vocabularies) => Joined(record.Recognition.Select(recognition => Words.Of(recognition, vocabularies)))),
        ("results", (record, _) => Joined(record.Results.Select(Result))),
        ("failures", (record, _) => Joined(record.Failures.Select(failure => failure.What))),
        ("added", (record, _) => Day(record.Added)),
        ("verified", (record, _) => Day(record.Verified)),
        ("licence", (record, _) => record.Rights?.Licence ?? ""),
    ];

    /// <summary>Writes records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="vocabularies">Has the labels of their themes and awards.</param>
    /// <param name="address">Makes a whole address of a path.</param>
    public static string Of(IEnumerable<Practice> records, VocabularySet vocabularies, Func<string, string> address)
    {
        using var bytes = new MemoryStream();
        TableWriter.WriteCsv(
            bytes,
            records
                .Select(record => Columns.Select(column => column.Value(record, vocabularies)).Append(address(Routes.Record(record.Kind, record.Id))).ToList())
                .Prepend([.. Columns.Select(column => column.Name), "address"]));
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string Joined(IEnumerable<string?> values) => string.Join("; ", values.OfType<string>().Where(value => value.Length > 0).Distinct(StringComparer.Ordinal));

    private static string Number(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Result(Outcome result) => result.Value is { } value
        ? $"{result.Indicator}: {value.ToString(CultureInfo.InvariantCulture)} {result.Unit}{(result.Year is { } year ? $" ({year})" : "")}".TrimEnd()
        : result.Indicator;
}
