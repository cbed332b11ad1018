using System.Collections.Immutable;
using System.Globalization;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Sources;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Mappings;

/// <summary>What an award's file says of its submissions: which column, heading or selector becomes which field of a record, and how. Never changes once it is read.</summary>
public sealed class Mapping
{
    internal Mapping(string file, VocabularySet vocabularies)
    {
        File = file;
        Lookup = new(vocabularies);
    }

    /// <summary>The file it was read from, as it was named.</summary>
    public string File { get; }

    /// <summary>What it is for, in a sentence; empty when it does not say.</summary>
    public string About { get; internal init; } = "";

    /// <summary>Id of the award or programme that it is for; <see langword="null"/> for one that serves every award.</summary>
    public string? Award { get; internal init; }

    /// <summary>The kind of record that its submissions become: practice or learning.</summary>
    public RecordKind Kind { get; internal init; }

    /// <summary>What it says about the form of its files.</summary>
    public SourceOptions Options { get; internal init; } = new();

    internal ConceptLookup Lookup { get; }

    internal ImmutableArray<FieldDescription> Known { get; init; } = [];

    internal string Language { get; init; } = "en";

    internal string ClaimedBy { get; init; } = "award";

    internal DateOrder Dates { get; init; }

    internal bool HasDecimalComma { get; init; }

    internal ValueRule? Cycle { get; init; }

    internal ValueRule? ExternalId { get; init; }

    internal ImmutableArray<RowCondition> Conditions { get; init; } = [];

    internal ImmutableArray<(FieldTarget Target, ValueRule Rule)> Fields { get; init; } = [];

    internal ImmutableArray<(string? Heading, ValueRule Rule)> Story { get; init; } = [];

    /// <summary>Keys of the headings that are personal because the mapping says so.</summary>
    internal ImmutableHashSet<string> Private { get; init; } = [];

    /// <summary>Every heading that it mentions, as it writes it.</summary>
    internal ImmutableArray<string> MentionedNames { get; init; } = [];

    /// <summary>The keys of those headings.</summary>
    internal ImmutableHashSet<string> Mentioned { get; init; } = [];

    /// <summary>
    /// Reads a mapping file. Every problem is reported with the line as <see cref="ImportProblem.Row"/> and the column as <see cref="ImportProblem.Place"/>;
    /// an error gives no mapping.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (Mapping? Mapping, ImmutableArray<ImportProblem> Problems) Read(string path, VocabularySet vocabularies) => Read(path, System.IO.File.ReadAllBytes(path), vocabularies);

    /// <summary>Reads a mapping from bytes.</summary>
    /// <param name="file">The name that problems give.</param>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="vocabularies">The words that fields may have.</param>
    public static (Mapping? Mapping, ImmutableArray<ImportProblem> Problems) Read(string file, ReadOnlySpan<byte> bytes, VocabularySet vocabularies)
    {
        var problems = new FileDiagnostics(file);
        var mapping = SourceText.Read(bytes, problems) is { } source && YamlReader.Read(source, YamlLimits.FrontMatter, problems) is { } root
            ? new MappingReader(file, vocabularies, problems).Read(root)
            : null;
        return (problems.HasErrors ? null : mapping,
            [.. problems.All.Select(p => new ImportProblem(p.Severity, p.Rule, p.File, Sheet: null, p.Line, p.Column.ToString(CultureInfo.InvariantCulture), Value: null, p.Message))]);
    }

    /// <summary>Begins to read the rows of one import.</summary>
    /// <param name="programme">Whom the submissions were made to.</param>
    /// <param name="cycle">Id of the cycle that all of them belong to; <see langword="null"/> when the rows or the mapping say it.</param>
    public MappingRun Begin(Programme programme, string? cycle) => new(this, programme, cycle);

    /// <summary>Whether what stands below a heading is never carried over.</summary>
    internal bool IsPersonal(string heading)
    {
        var key = Headings.Key(heading);
        return Private.Contains(key) || (Headings.IsPersonal(heading) && !Mentioned.Contains(key));
    }
}
