using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Import.Sources;

/// <summary>Gathers the fields of one row, and what is wrong with it.</summary>
internal sealed class RowBuilder(SourceFile file, string? sheet, int number, SourceCounter counter)
{
    // Pictures are not imported, so no address of one is let through.
    private static readonly HtmlSanitizer Sanitizer = new("");

    private readonly ImmutableArray<SourceField>.Builder _fields = ImmutableArray.CreateBuilder<SourceField>();
    private readonly List<ImportProblem> _problems = [];

    /// <summary>Adds a value; an empty one is no field.</summary>
    public void Add(string heading, string value, string place, bool isHtml = false)
    {
        if (value.Length > SourceLimits.MaxCellLength)
        {
            Error("cell-length", $"The value has {value.Length:N0} letters; at most {SourceLimits.MaxCellLength:N0} are read. Shorten it, or link to the long document.", place, value);
            return;
        }

        var (text, isMended) = FieldText.Clean(value);
        if (isMended) Warning("control-character", "The value holds characters that cannot be shown; they were left out. Look whether the file's encoding is right.", place, text);
        if (text.Length == 0) return;
        if (_fields.Count >= SourceLimits.MaxFields)
        {
            if (_fields.Count == SourceLimits.MaxFields && !_problems.Exists(p => p.Rule == "too-many-fields"))
            {
                Error("too-many-fields", $"The row has more than {SourceLimits.MaxFields:N0} values. Delete the columns that are not needed.", place);
            }

            return;
        }

        counter.Add(text.Length, number);
        _fields.Add(new(heading, text, place, isHtml));
    }

    /// <summary>Adds HTML of which nothing but harmless elements is left: no script, no handler, no address that is not one of the web.</summary>
    public void AddHtml(string heading, string html, string place)
    {
        if (Sanitizer.Sanitize(html) is not { } safe)
        {
            Error("html-limits", "The HTML of the value is too long or nested too deeply. Shorten or simplify it.", place);
            return;
        }

        if (!string.IsNullOrWhiteSpace(safe.Text)) Add(heading, safe.Html, place, isHtml: true);
    }

    /// <summary>Refuses the row.</summary>
    public void Error(string rule, string message, string? place = null, string? value = null) => _problems.Add(file.Error(rule, message, number, place, value, sheet));

    /// <summary>Says what is worth mending.</summary>
    public void Warning(string rule, string message, string? place = null, string? value = null) => _problems.Add(file.Warning(rule, message, number, place, value, sheet));

    /// <summary>The problems, then the row unless one of them refuses it. A row without values is nothing.</summary>
    public IEnumerable<SourceItem> Build()
    {
        foreach (var problem in _problems) yield return problem;
        if (_fields.Count > 0 && !_problems.Exists(p => p.Severity == Severity.Error)) yield return new SourceRow(file.Name, sheet, number, _fields.ToImmutable());
    }
}
