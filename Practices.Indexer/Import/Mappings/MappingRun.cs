using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Practices.Indexer.Import.Mappings;

/// <summary>
/// One import through a mapping: remembers what must be said once for a file, such as a heading that nobody mentions, and which external ids have been.
/// Not safe for several threads.
/// </summary>
public sealed class MappingRun
{
    private readonly Mapping _mapping;
    private readonly Programme _programme;
    private readonly string? _cycle;

    internal MappingRun(Mapping mapping, Programme programme, string? cycle)
    {
        _mapping = mapping;
        _programme = programme;
        _cycle = cycle;
    }

    /// <summary>Understands one row, or says why it cannot be understood or is no submission.</summary>
    public MappingResult Apply(SourceRow row)
    {
        var externalId = Value(_mapping.ExternalId) ?? "";
        var fields = new JsonObject { ["kind"] = Ingest.RecordFields.Kinds[(int)_mapping.Kind] };
        foreach (var (key, heading) in _mapping.Columns)
            if (Value(heading) is { } value) fields[key] = value;
        fields["recognition"] = new JsonArray(new JsonObject { ["award"] = _programme.Id, ["cycle"] = _cycle, ["external-id"] = externalId });
        fields["status"] = "staged";
        return new(row, new() { Key = new(_programme.Id, _cycle ?? "", externalId), Source = row, Fields = fields }, LeftOut: null, ImmutableArray<ImportProblem>.Empty);

        string? Value(string? heading) => row.Fields.FirstOrDefault(field => field.Heading == heading)?.Value;
    }
}
