using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Where mapping files lie: in the folder <c>id.mappings</c> beside the record of the award or the learning programme.</summary>
public static class MappingShelf
{
    /// <summary>The name of the mapping that is taken when none is named.</summary>
    public const string Default = "default";

    /// <summary>What stands in the place of an award's id for the mapping that serves every award: the one that templates are made of.</summary>
    public const string Generic = "generic";

    private static readonly ImmutableArray<string> Folders = ["awards", "learning"];

    /// <summary>
    /// The mapping file that is meant: the file itself where one is named, else the one of that name beside the award's record, else the generic one where none is named.
    /// </summary>
    /// <param name="contentFolder">The content folder.</param>
    /// <param name="award">Id of the award or programme.</param>
    /// <param name="named">A path ending in <c>.yaml</c>, or a name; <see langword="null"/> for <see cref="Default"/>.</param>
    /// <returns>The file's path; <see langword="null"/> when there is no such mapping.</returns>
    public static string? Find(string contentFolder, string award, string? named)
    {
        if (named is not null && named.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)) return File.Exists(named) ? named : null;
        return Path(award, named ?? Default) ?? (named is null ? Path(Generic, Default) : null);

        string? Path(string owner, string name) =>
            RecordId.IsValid(owner) && RecordId.IsValid(name)
                ? Folders.Select(folder => System.IO.Path.Combine(contentFolder, folder, $"{owner}.mappings", $"{name}.yaml")).FirstOrDefault(File.Exists)
                : null;
    }

    /// <summary>The names of the mappings of an award, in ordinal order, for saying which there are.</summary>
    public static ImmutableArray<string> Names(string contentFolder, string award) =>
        !RecordId.IsValid(award) ? [] :
        [
            .. Folders.Select(folder => System.IO.Path.Combine(contentFolder, folder, $"{award}.mappings"))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.GetFiles(folder, "*.yaml"))
                .Select(file => System.IO.Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];
}
