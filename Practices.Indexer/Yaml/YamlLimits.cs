namespace Practices.Indexer.Yaml;

/// <summary>How much of a YAML file is read. Generous for people, small for a parser that slows down or overflows on hostile nesting.</summary>
/// <param name="MaxLength">The longest text, in UTF-16 units.</param>
public sealed record YamlLimits(int MaxLength)
{
    /// <summary>
    /// Lists and groups inside each other. The parser's events are counted, so that a file of 5,000 <c>[</c> is left at the thirty-third;
    /// a deserializer would follow it until the stack overflows.
    /// </summary>
    public const int MaxDepth = 32;

    /// <summary>For front matter: a record of five thousand lines.</summary>
    public static YamlLimits FrontMatter { get; } = new(256 * 1024);

    /// <summary>For a vocabulary: every city of the world above fifty thousand inhabitants, in seven languages.</summary>
    public static YamlLimits Vocabulary { get; } = new(8 * 1024 * 1024);
}
