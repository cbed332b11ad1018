using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Mappings;

/// <summary>What an award's file says of its submissions: which column, heading or selector becomes which field of a record, and how. Immutable.</summary>
public sealed class Mapping
{
    private Mapping(string file, VocabularySet vocabularies)
    {
        File = file;
        Vocabularies = vocabularies;
    }

    /// <summary>The file it was read from, as it was named.</summary>
    public string File { get; }

    /// <summary>Id of the award or programme that it is for; <see langword="null"/> for one that serves every award.</summary>
    public string? Award { get; private init; }

    /// <summary>The kind of record that its submissions become: practice or learning.</summary>
    public RecordKind Kind { get; private init; }

    internal VocabularySet Vocabularies { get; }

    /// <summary>The columns by the key that they become.</summary>
    internal ImmutableDictionary<string, string> Columns { get; private init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The column of the external id.</summary>
    internal string? ExternalId { get; private init; }

    /// <summary>
    /// Reads a mapping file. Every problem is reported with the line as <see cref="ImportProblem.Row"/> and the column as <see cref="ImportProblem.Place"/>;
    /// an error gives no mapping.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (Mapping? Mapping, ImmutableArray<ImportProblem> Problems) Read(string path, VocabularySet vocabularies)
    {
        var problems = new FileDiagnostics(path);
        var mapping = SourceText.Read(System.IO.File.ReadAllBytes(path), problems) is { } source && YamlReader.Read(source, YamlLimits.FrontMatter, problems) is { } root
            ? new Mapping(path, vocabularies)
            {
                Award = (root.Find("award")?.Value as YamlScalar)?.Text,
                ExternalId = (root.Find("external-id")?.Value as YamlScalar)?.Text,
                Columns = (root.Find("fields")?.Value as YamlMapping)?.Entries.ToImmutableDictionary(e => e.Key.Text, e => (e.Value as YamlScalar)?.Text ?? "") ?? ImmutableDictionary<string, string>.Empty,
            }
            : null;
        return (problems.HasErrors ? null : mapping, [.. problems.All.Select(OfFile)]);
    }

    /// <summary>Begins to read the rows of one import.</summary>
    /// <param name="programme">Whom the submissions were made to.</param>
    /// <param name="cycle">Id of the cycle that all of them belong to; <see langword="null"/> when the rows or the mapping say it.</param>
    public MappingRun Begin(Programme programme, string? cycle) => new(this, programme, cycle);

    private static ImportProblem OfFile(Diagnostic problem) =>
        new(problem.Severity, problem.Rule, problem.File, Sheet: null, problem.Line, problem.Column.ToString(System.Globalization.CultureInfo.InvariantCulture), Value: null, problem.Message);
}
