namespace Practices.Indexer.Diagnostics;

/// <summary>Every problem found in one run. Not safe for several threads: each reader fills its own, and bags are joined.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>The problems in order of file, line and column.</summary>
    public IReadOnlyList<Diagnostic> All =>
        [.. _all.OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column)];

    /// <summary>How many problems there are.</summary>
    public int Count => _all.Count;

    /// <summary>Whether any of them refuses a record.</summary>
    public bool HasErrors => _all.Exists(d => d.Severity == Severity.Error);

    /// <summary>Adds a problem.</summary>
    public void Add(Diagnostic diagnostic) => _all.Add(diagnostic);

    /// <summary>Adds the problems of another bag.</summary>
    public void Add(DiagnosticBag other) => _all.AddRange(other._all);
}
