namespace Practices.Indexer.Diagnostics;

/// <summary>How much a problem matters.</summary>
public enum Severity
{
    /// <summary>Worth mending; the record is published all the same.</summary>
    Warning,

    /// <summary>The record is refused: its last good version stays, or it is absent.</summary>
    Error,
}

/// <summary>One problem in the content and its remedy. A value, not an exception: content may be wrong.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Rule">A stable id of the kind of problem in kebab-case, such as <c>unknown-key</c>, for filters and fingerprints.</param>
/// <param name="File">The file, relative to the content folder, with <c>/</c> between names.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Column">The column in the line in UTF-16 units, from 1.</param>
/// <param name="Message">What is wrong and what to do about it, in full sentences.</param>
public readonly record struct Diagnostic(Severity Severity, string Rule, string File, int Line, int Column, string Message)
{
    /// <summary>The form that editors and terminals make a link of: <c>file:line:col: severity: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {(Severity == Severity.Error ? "error" : "warning")}: {Message} [{Rule}]";
}
