using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;

namespace Practices.Web;

/// <summary>Records that an address names, as <c>id=a&amp;id=b</c>: the whole state of a comparison and of a shortlist.</summary>
/// <param name="Records">Those that there are, each once, in the order of the address.</param>
/// <param name="Text">Words to find more records by; only a shortlist has them.</param>
/// <param name="Ignored">What was left out, and why.</param>
public sealed record ChosenRecords(ImmutableArray<Practice> Records, string Text, ImmutableArray<IgnoredParameter> Ignored)
{
    /// <summary>The most practices that are read side by side.</summary>
    public const int MostCompared = 4;

    /// <summary>The most records on a shortlist: what fits into an address that every program passes on.</summary>
    public const int MostListed = 40;

    /// <summary>The key that names a record.</summary>
    public const string Key = "id";

    private const string TextKey = "q";
    private const int MaxText = 200;
    private const int MaxShown = 60;

    /// <summary>Whether there are as many as are compared side by side, and all of them practices.</summary>
    public bool CanBeCompared => Records.Length is >= 2 and <= MostCompared && Records.All(record => record.Kind == RecordKind.Practice);

    /// <summary>Reads the practices to compare.</summary>
    public static ChosenRecords ToCompare(IQueryCollection query, PracticeCatalog catalog) => Read(query, catalog, MostCompared, RecordKind.Practice);

    /// <summary>Reads a shortlist.</summary>
    public static ChosenRecords Listed(IQueryCollection query, PracticeCatalog catalog) => Read(query, catalog, MostListed, kind: null) with { Text = TextOf(query) };

    /// <summary>The address of these records, and of the words, below a path.</summary>
    public string Url(string path) => UrlOf(path, Records.Select(record => record.Id)) + (Text.Length == 0 ? "" : $"{(Records.IsEmpty ? '?' : '&')}{TextKey}={Uri.EscapeDataString(Text)}");

    /// <summary>The address with one record more, and without words.</summary>
    public string With(string path, string id) => UrlOf(path, Records.Select(record => record.Id).Append(id));

    /// <summary>The address with one record less, and without words.</summary>
    public string Without(string path, string id) => UrlOf(path, Records.Select(record => record.Id).Where(other => other != id));

    private static ChosenRecords Read(IQueryCollection query, PracticeCatalog catalog, int most, RecordKind? kind)
    {
        var records = ImmutableArray.CreateBuilder<Practice>();
        var ignored = ImmutableArray.CreateBuilder<IgnoredParameter>();
        foreach (var value in query[Key])
        {
            if (string.IsNullOrWhiteSpace(value)) continue;
            var id = value.Trim();
            var record = catalog.Find(id) ?? (catalog.CurrentId(id) is { } current ? catalog.Find(current) : null);
            if (record is not null && records.Any(other => other.Id == record.Id)) continue;
            var reason = record is null ? "There is no such record."
                : kind is not null && record.Kind != kind ? $"“{record.Title}” is not a practice."
                : records.Count == most ? $"This is more than {most} records."
                : null;
            if (reason is null) records.Add(record!);
            else if (ignored.Count < most) ignored.Add(new(Key, id.Length <= MaxShown ? id : id[..MaxShown] + "…", reason));
        }

        return new(records.ToImmutable(), "", ignored.ToImmutable());
    }

    private static string TextOf(IQueryCollection query)
    {
        var text = string.Join(' ', query[TextKey].Select(value => value?.Trim())).Trim();
        return text.Length <= MaxText ? text : text[..MaxText].TrimEnd();
    }

    private static string UrlOf(string path, IEnumerable<string> ids)
    {
        var query = string.Join('&', ids.Select(id => $"{Key}={Uri.EscapeDataString(id)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
