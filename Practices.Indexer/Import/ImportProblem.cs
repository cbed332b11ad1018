using System.Text;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Import;

/// <summary>One problem in what is imported and its remedy. A value, not an exception.</summary>
/// <param name="Severity">An error refuses the row; a warning is worth mending.</param>
/// <param name="Rule">A stable id of the kind of problem in kebab-case.</param>
/// <param name="File">The file, as in <see cref="SourceRow.File"/>.</param>
/// <param name="Sheet">The sheet, where there are sheets.</param>
/// <param name="Row">The row, from 1; 0 for the file as a whole.</param>
/// <param name="Place">The column or its like, as in <see cref="SourceField.Place"/>; <see langword="null"/> for the row as a whole.</param>
/// <param name="Value">The value that is wrong, shortened for showing; <see langword="null"/> when none is.</param>
/// <param name="Message">What is wrong and what to do about it, in full sentences.</param>
public sealed record ImportProblem(Severity Severity, string Rule, string File, string? Sheet, int Row, string? Place, string? Value, string Message)
{
    /// <summary>The longest value that a message shows, in UTF-16 units.</summary>
    public const int MaxShownValue = 80;

    /// <summary>One line: <c>file:sheet:row:column: severity: message "value" [rule]</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Sheet is not null) text.Append(':').Append(Sheet);
        if (Row > 0) text.Append(':').Append(Row);
        if (Place is not null) text.Append(':').Append(Place);
        text.Append(Severity == Severity.Error ? ": error: " : ": warning: ").Append(Message);
        if (Value is not null) text.Append(" \"").Append(Value).Append('"');
        return text.Append(" [").Append(Rule).Append(']').ToString();
    }
}
