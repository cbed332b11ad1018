using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;

namespace Practices.Web.Presentation;

/// <summary>A place that a practice left or reached.</summary>
/// <param name="Place">Where, in words.</param>
/// <param name="Title">The title of the record of what was done there; <see langword="null"/> where we hold none.</param>
/// <param name="Url">That record's page, or that of the record that names the place.</param>
/// <param name="IsOutside">Whether we hold its record, and the search does not find it.</param>
public sealed record LineageNode(string Place, string? Title, string Url, bool IsOutside = false);

/// <summary>One step: who took over from whom.</summary>
/// <param name="From">Where it was.</param>
/// <param name="To">Where it went.</param>
/// <param name="Mode">How, in small letters, with the year: <c>replication, 2017</c>.</param>
/// <param name="Text">What was changed and what else is known.</param>
public sealed record LineageEdge(LineageNode From, LineageNode To, string Mode, string Text);

/// <summary>How what a search finds travelled, as far as any record tells, in groups that share no place.</summary>
/// <param name="Families">Each group's steps, the largest group first.</param>
/// <param name="Untold">Records of the search that tell of travels and are left out, because there are too many to draw.</param>
public sealed record LineageGraph(ImmutableArray<ImmutableArray<LineageEdge>> Families, int Untold)
{
    // Enough for a page; a collection with more is better asked by a search.
    private const int MostRecords = 200;

    /// <summary>Every step, the largest group first.</summary>
    public IEnumerable<LineageEdge> Edges => Families.SelectMany(family => family);

    /// <summary>How many records of the search have a part in the steps.</summary>
    public int Found => Edges.SelectMany(edge => new[] { edge.From, edge.To }).Where(node => node is { Title: not null, IsOutside: false }).Distinct().Count();

    /// <summary>The largest groups that together have no more than some steps; of a single larger one, its first steps.</summary>
    public LineageGraph Largest(int most)
    {
        var kept = ImmutableArray.CreateBuilder<ImmutableArray<LineageEdge>>();
        foreach (var family in Families.Where(family => kept.Sum(other => other.Length) + family.Length <= most)) kept.Add(family);
        return this with { Families = kept.Count > 0 || Families.IsEmpty ? kept.DrainToImmutable() : [Families[0][..most]] };
    }

    /// <summary>Reads the travels of what a search finds: those that its records tell of, and those that other records tell of them.</summary>
    /// <param name="state">The search.</param>
    /// <param name="catalog">Has the records.</param>
    public static LineageGraph Of(SearchState state, PracticeCatalog catalog)
    {
        var request = state.ToRequest();
        var (tellers, total) = catalog.Travelled(request, MostRecords);
        var found = tellers.ToDictionary(record => record.Id, _ => true, StringComparer.Ordinal);
        var nodes = new Dictionary<string, LineageNode>(StringComparer.Ordinal);
        var edges = new Dictionary<(string From, string To), LineageEdge>();
        foreach (var record in tellers) AddSteps(record, record.Lineage);
        if (!state.IsEmpty)
        {
            var (others, _) = catalog.Travelled(SearchState.Empty.ToRequest(), MostRecords);
            foreach (var record in others.Where(other => !found.ContainsKey(other.Id) && !IsFound(other.Id)))
                AddSteps(record, record.Lineage.Where(link => link.Record is { } id && IsFound(id)));
        }

        return new(FamiliesOf(edges), Math.Max(0, total - tellers.Length));

        bool IsFound(string id)
        {
            if (!found.TryGetValue(id, out var isFound)) found[id] = isFound = state.IsEmpty || catalog.Finds(request, id);
            return isFound;
        }

        void AddSteps(Practice record, IEnumerable<LineageLink> links)
        {
            foreach (var link in links)
            {
                var (here, there) = (NodeOf(record), OtherEnd(record, link));
                var (from, to) = link.Direction == LineageDirection.From ? (there, here) : (here, there);

                // Where both ends tell of a step, the one that is read first is shown.
                edges.TryAdd((from, to), new(nodes[from], nodes[to], ModeOf(link, catalog), string.Join(" ", new[] { link.Changed, link.Note }.OfType<string>().Select(Ended))));
            }
        }

        string NodeOf(Practice record)
        {
            if (!nodes.ContainsKey(record.Id))
                nodes[record.Id] = new(Words.Places(record.Places, catalog.Vocabularies), record.Title, Routes.Record(record.Kind, record.Id), !IsFound(record.Id));
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
