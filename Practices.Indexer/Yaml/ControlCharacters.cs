namespace Practices.Indexer.Yaml;

/// <summary>Characters that no editor types and no page shows, and that HTML, XML and YAML forbid.</summary>
public static class ControlCharacters
{
    /// <summary>Whether a character is a control other than tab, line feed, carriage return and the next-line character, which YAML allows.</summary>
    public static bool IsOne(char character) => character is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\x7F' and < '\xA0' and not '\x85') or '\uFFFE' or '\uFFFF';
}
