namespace Practices.Indexer.Import;

/// <summary>One value of a submission as it stands in a file.</summary>
/// <param name="Heading">What the file calls it: a column's heading, a property's path, a heading of a document, or the selector that found it.</param>
/// <param name="Value">The value as text; HTML where the file holds HTML. Empty cells are no fields.</param>
/// <param name="Place">Where it stands in its row, for messages: a column such as <c>C</c>, a path such as <c>$.city</c>, a selector.</param>
/// <param name="IsHtml">Whether the value is HTML and not plain text.</param>
public sealed record SourceField(string Heading, string Value, string Place, bool IsHtml = false);
