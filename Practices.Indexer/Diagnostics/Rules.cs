using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Practices.Indexer.Diagnostics;

/// <summary>Every kind of problem, by the id that filters and code scanning know it by.</summary>
public static class Rules
{
    private static readonly FrozenDictionary<string, string> Descriptions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["body-size"] = "The story is too long to be read.",
        ["control-character"] = "Text holds a character that cannot be shown.",
        ["duplicate-id"] = "An id stands for two things.",
        ["duplicate-key"] = "A key stands twice in one group.",
        ["duplicate-source"] = "Two sources have one number.",
        ["duplicate-value"] = "A value stands twice in one list.",
        ["encoding"] = "The file is not UTF-8.",
        ["file-size"] = "The file is too long to be opened.",
        ["former-id"] = "A former id is in use by another record.",
        ["front-matter-missing"] = "The file does not begin with front matter.",
        ["front-matter-unclosed"] = "The front matter does not end.",
        ["html-depth"] = "HTML in the story is nested too deeply.",
        ["internal-error"] = "The program failed to read the file.",
        ["invalid-id"] = "The file's name is no id.",
        ["key-of-another-kind"] = "The key belongs to another kind of record.",
        ["kind-folder"] = "The record lies in the folder of another kind.",
        ["lineage-direction"] = "It is not clear which way the practice travelled.",
        ["link-refused"] = "A link has an address that is not allowed.",
        ["link-relative"] = "A link leads nowhere on the site.",
        ["markdown-density"] = "A paragraph holds too many links or too much emphasis.",
        ["markdown-depth"] = "Markdown is nested too deeply.",
        ["missing-file"] = "A file that the record names is not there.",
        ["missing-key"] = "A key that is required is missing or empty.",
        ["missing-label"] = "A concept has no English label.",
        ["missing-vocabulary"] = "A vocabulary is missing.",
        ["period-order"] = "A period ends before it begins.",
        ["picture-alt"] = "A picture has no alternative text.",
        ["picture-credit"] = "Nothing says who made a picture.",
        ["picture-format"] = "A picture's bytes are not what its name says.",
        ["picture-path"] = "A picture is not a file beside the record.",
        ["picture-position"] = "A picture tells where it was taken.",
        ["picture-size"] = "A picture has more pixels than pages show.",
        ["picture-type"] = "A picture is of a type that pages cannot show safely.",
        ["picture-variant"] = "A smaller size of a picture does not fit the picture.",
        ["picture-weight"] = "A picture is too heavy for slow lines.",
        ["place-incomplete"] = "A place lacks what is needed to find it.",
        ["raw-html"] = "The story holds HTML.",
        ["scheme-name"] = "A vocabulary and its file have different names.",
        ["sdg-target"] = "A target does not exist or belongs to another goal.",
        ["summary-length"] = "The summary is too long.",
        ["too-many-problems"] = "The file has more problems than are shown.",
        ["undefined-link"] = "A link's definition is missing.",
        ["unknown-award"] = "There is no record of the award.",
        ["unknown-broader"] = "There is no such broader concept.",
        ["unknown-cycle"] = "The award has no such cycle.",
        ["unknown-key"] = "The key is not known.",
        ["unknown-outcome"] = "The award has no such outcome.",
        ["unknown-record"] = "There is no such record.",
        ["unknown-source"] = "There is no source of that number.",
        ["unreadable"] = "A file or folder cannot be read.",
        ["wrong-shape"] = "A list, a group or a single value stands where another is expected.",
        ["wrong-value"] = "A value cannot be read as what its key asks for.",
        ["yaml-alias"] = "YAML aliases are not used.",
        ["yaml-anchor"] = "YAML anchors are not used.",
        ["yaml-depth"] = "YAML is nested too deeply.",
        ["yaml-directive"] = "YAML directives are not used.",
        ["yaml-documents"] = "A second YAML document begins.",
        ["yaml-key"] = "A YAML key is not a word.",
        ["yaml-shape"] = "YAML is not a group of keys.",
        ["yaml-size"] = "The YAML is too long to be read.",
        ["yaml-syntax"] = "The text is not YAML.",
        ["yaml-tag"] = "YAML tags are not used.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The ids in ordinal order.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. Descriptions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What a rule is about, in one sentence.</summary>
    public static string Describe(string id) => Descriptions[id];
}
