using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Indexing;

/// <summary>
/// What public records say of records that are not public: nothing. A reference to one that is staged, under embargo or withdrawn would give its name away,
/// so it is left out until the other is public too.
/// </summary>
/// <param name="publicIds">The ids that are public at the moment of indexing.</param>
/// <param name="now">That moment: a recognition that is announced later is left out, too.</param>
/// <param name="ownerOf">The record that a former id leads to.</param>
internal sealed class PublicReferences(IReadOnlySet<string> publicIds, DateTimeOffset now, Func<string, string?> ownerOf)
{
    /// <summary>The record with the references that may be seen.</summary>
    public Practice Of(Practice practice) => practice with
    {
        Lineage = [.. practice.Lineage.Select(Of).Where(HasSomethingToSay)],
        Recognition = [.. practice.Recognition.Where(recognition => publicIds.Contains(recognition.Award) && recognition.IsPublic(now))],
        Learning = practice.Learning is { } learning ? learning with { HostRecord = Of(learning.HostRecord), Shows = Of(learning.Shows) } : null,
        Network = practice.Network is { } network ? network with { Runs = Of(network.Runs) } : null,
        MergedInto = null,
        BodyHtml = StoryLinks.Only(practice.BodyHtml, LeadsTo),
    };

    private LineageLink Of(LineageLink link) => link with { Record = Of(link.Record) };

    private static bool HasSomethingToSay(LineageLink link) => link.Record is not null || link.Place is not null || link.Note is not null;

    private string? LeadsTo(string id) => Of(id) ?? Of(ownerOf(id));

    private string? Of(string? id) => id is not null && publicIds.Contains(id) ? id : null;

    private ImmutableArray<string> Of(ImmutableArray<string> ids) => [.. ids.Where(publicIds.Contains)];
}
