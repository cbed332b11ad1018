using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;

namespace Practices.Web.Presentation;

/// <summary>A place that a practice left or reached.</summary>
/// <param name="Place">Where, in words.</param>
/// <param name="Title">The title of the record of what was done there; <see langword="null"/> where we hold none.</param>
/// <param name="Url">That record's page, or that of the record that names the place.</param>
public sealed record LineageNode(string Place, string? Title, string Url);

/// <summary>One step: who took over from whom.</summary>
/// <param name="From">Where it was.</param>
/// <param name="To">Where it went.</param>
/// <param name="Mode">How, in small letters, with the year: <c>replication, 2017</c>.</param>
/// <param name="Text">What was changed and what else is known.</param>
public sealed record LineageEdge(LineageNode From, LineageNode To, string Mode, string Text);

/// <summary>How practices travelled, as far as the records tell, in groups that share no place.</summary>
/// <param name="Families">Each group's steps, the largest group first.</param>
/// <param name="Untold">Records that tell of travels and are left out, because there are too many to draw.</param>
public sealed record LineageGraph(ImmutableArray<ImmutableArray<LineageEdge>> Families, int Untold)
{
    // Enough for a page; a collection with more is better asked by a search.
    private const int MostRecords = 200;

    /// <summary>Every step, the largest group first.</summary>
    public IEnumerable<LineageEdge> Edges => Families.SelectMany(family => family);

    /// <summary>Reads the travels of all records.</summary>
    public static LineageGraph Of(PracticeCatalog catalog)
    {
        var records = catalog.Travelled();
        var nodes = new Dictionary<string, LineageNode>(StringComparer.Ordinal);
        var edges = new Dictionary<(string From, string To), LineageEdge>();
        foreach (var record in records.Take(MostRecords))
        {
            foreach (var link in record.Lineage)
            {
                var (here, there) = (NodeOf(record), OtherEnd(record, link));
                var (from, to) = link.Direction == LineageDirection.From ? (there, here) : (here, there);

                // Where both ends tell of a step, the one that is read first is shown.
                edges.TryAdd((from, to), new(nodes[from], nodes[to], ModeOf(link, catalog), string.Join(" ", new[] { link.Changed, link.Note }.OfType<string>().Select(Ended))));
            }
        }

        return new(FamiliesOf(edges), Math.Max(0, records.Length - MostRecords));

        string NodeOf(Practice record)
        {
            nodes.TryAdd(record.Id, new(Words.Places(record.Places, catalog.Vocabularies), record.Title, Routes.Record(record.Kind, record.Id)));
            return record.Id;
        }

        string OtherEnd(Practice teller, LineageLink link)
        {
            if (link.Record is { } id && catalog.Find(id) is { } other) return NodeOf(other);

            // A country that two records name is not one practice: each keeps its own.
            var place = link.Place ?? "A place that no source names";
            var key = $"{teller.Id} {link.Direction} {place}";
            nodes.TryAdd(key, new(place, null, Routes.Record(teller.Kind, teller.Id)));
            return key;
        }
    }

    private static string ModeOf(LineageLink link, PracticeCatalog catalog)
    {
        var mode = link.Mode is null ? "" : catalog.Vocabularies.Label("lineage-modes", link.Mode).ToLowerInvariant();
        return string.Join(", ", new[] { mode, link.Year?.ToString() ?? "" }.Where(part => part.Length > 0));
    }

    private static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";

    private static ImmutableArray<ImmutableArray<LineageEdge>> FamiliesOf(Dictionary<(string From, string To), LineageEdge> edges)
    {
        var family = new Dictionary<string, string>(StringComparer.Ordinal);
        string Head(string node)
        {
            while (family.GetValueOrDefault(node, node) is var next && next != node) node = next;
            return node;
        }

        foreach (var (from, to) in edges.Keys)
        {
            var (one, other) = (Head(from), Head(to));
            (family[one], family[other]) = (one, one);
        }

        return
        [
            .. edges.GroupBy(edge => Head(edge.Key.From), edge => edge.Value)
                .Select(group => group.ToImmutableArray())
                .OrderByDescending(group => group.Length)
                .ThenBy(group => group[0].From.Place, StringComparer.Ordinal),
        ];
    }
}
