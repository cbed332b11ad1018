using System.Collections.Immutable;

namespace Practices.Indexer.Diagnostics;

/// <summary>The problems of one file, gathered by the thread that reads it.</summary>
/// <param name="file">The file, relative to the content folder.</param>
public sealed class FileDiagnostics(string file)
{
    // A file of another kind altogether would report every line; nobody reads past the first screens.
    private const int Limit = 100;

    private readonly List<Diagnostic> _all = [];

    /// <summary>The file, relative to the content folder.</summary>
    public string File { get; } = file;

    /// <summary>The problems in the order found.</summary>
    public ImmutableArray<Diagnostic> All => [.. _all];

    /// <summary>Whether any of them refuses the file.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Reports what refuses the record.</summary>
    public void Error(string rule, Position at, string message)
    {
        HasErrors = true;
        Add(new(Severity.Error, rule, File, at.Line, at.Column, message));
    }

    /// <summary>Reports what is worth mending.</summary>
    public void Warning(string rule, Position at, string message) => Add(new(Severity.Warning, rule, File, at.Line, at.Column, message));

    private void Add(Diagnostic diagnostic)
    {
        if (_all.Count < Limit)
            _all.Add(diagnostic);
        else if (_all.Count == Limit)
            _all.Add(diagnostic with { Rule = "too-many-problems", Message = $"More than {Limit} problems; mend these first, the rest is not shown." });
    }
}
