using System.Text;

namespace Practices.Web.Exports;

/// <summary>
/// References as BibTeX, in UTF-8 (Patashnik, "BibTeXing", 1988). A page is <c>@online</c>, which styles that do not know it print as <c>@misc</c>.
/// </summary>
public static class BibTexText
{
    /// <summary>Writes references.</summary>
    public static string Of(IEnumerable<Reference> references)
    {
        var text = new StringBuilder();
        foreach (var reference in references)
        {
            text.Append("@online{").Append(reference.Id);

            // In braces of their own: a title keeps its capitals, an organisation is no first and last name.
            Field(text, "title", $"{{{Escaped(reference.Title)}}}");
            Field(text, "author", $"{{{Escaped(reference.Author)}}}");
            Field(text, "publisher", Escaped(reference.Publisher));
            if (reference.Published is { } day)
            {
                Field(text, "year", $"{day:yyyy}");
                Field(text, "date", $"{day:yyyy-MM-dd}");
            }

            Field(text, "url", reference.Address.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal));
            Field(text, "abstract", Escaped(reference.Abstract));
            Field(text, "keywords", Escaped(string.Join("; ", reference.Keywords)));
            Field(text, "langid", reference.Language);
            text.Append("\n}\n\n");
        }

        return text.ToString();
    }

    private static void Field(StringBuilder text, string name, string value) => text.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');

    // What TeX reads as a command is written as the command that prints it.
    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value)
        {
            text.Append(letter switch
            {
                '\\' => "\\textbackslash{}",
                '{' => "\\{",
                '}' => "\\}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '#' or '$' or '%' or '&' or '_' => $"\\{letter}",
                '\r' or '\n' or '\t' => " ",
                _ => letter.ToString(),
            });
        }

        return text.ToString();
    }
}
