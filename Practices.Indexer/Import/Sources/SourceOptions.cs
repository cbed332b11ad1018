using System.Collections.Immutable;

namespace Practices.Indexer.Import.Sources;

/// <summary>What a mapping says about the form of its files. Each may be left out: then the reader finds it, and warns where it had to guess.</summary>
public sealed record SourceOptions
{
    /// <summary>The sheet of a workbook; <see langword="null"/> for the first that can be seen.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row that holds the headings (in CSV the line where it begins), from 1; <see langword="null"/> to find it below rows of titles and notes.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>The name of a text file's encoding, such as <c>windows-1251</c>; <see langword="null"/> for what the file says, else UTF-8, else windows-1252 with a warning.</summary>
    public string? Encoding { get; init; }

    /// <summary>What parts the cells of a CSV file, one character; <see langword="null"/> to find it. A file named <c>.txt</c> is a table only with it.</summary>
    public string? Delimiter { get; init; }

    /// <summary>
    /// The path of the array of submissions in JSON, such as <c>data.items</c>; <c>$</c> when the whole file is one submission;
    /// <see langword="null"/> when the file is an array, lines of objects, or an object that holds nothing but an array.
    /// </summary>
    public string? JsonItems { get; init; }

    /// <summary>A CSS selector of one submission in a page; <see langword="null"/> when a page is one.</summary>
    public string? HtmlItem { get; init; }

    /// <summary>
    /// CSS selectors to be read as fields of a page, each with <c>@attribute</c> at its end where an attribute is wanted;
    /// with none, the title, meta data, headings with what follows them, definition lists and tables of two columns are.
    /// </summary>
    public ImmutableArray<string> Selectors { get; init; } = [];

    /// <summary>
    /// A regular expression for the headings of a document that begin a submission. It sees a heading with its level as <c># Title</c>, <c>## Title</c> and so on;
    /// <see langword="null"/> when the document is one submission.
    /// </summary>
    public string? DocumentItem { get; init; }
}
