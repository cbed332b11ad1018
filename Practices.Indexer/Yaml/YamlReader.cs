using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Practices.Indexer.Yaml;

/// <summary>
/// Makes a tree of a YAML text from the parser's events, never through a deserializer. The YAML of content is plain: lists, groups and text;
/// anchors, aliases, tags, directives, second documents and repeated keys are refused, because an editor who meets them meets them by accident.
/// </summary>
public sealed class YamlReader
{
    private const string NoDirectives = "Directives (lines that begin with %) are not used here. Delete the line.";

    private readonly Parser _parser;
    private readonly SourceText _source;
    private readonly int _start;
    private readonly FileDiagnostics _problems;
    private readonly Stack<(Position At, bool IsFlow, char Bracket)> _open = new();

    private YamlReader(SourceText source, int start, int length, FileDiagnostics problems)
    {
        _source = source;
        _start = start;
        _problems = problems;
        _parser = new(new StringReader(source.Text.Substring(start, length)));
    }

    /// <summary>Reads a whole file; <see langword="null"/> when it cannot be read, which is reported.</summary>
    public static YamlMapping? Read(SourceText source, YamlLimits limits, FileDiagnostics problems) => Read(source, 0, source.Text.Length, limits, problems);

    /// <summary>
    /// Reads a part of a file, such as its front matter. Positions are those of the file. The top must be a group of keys; nothing at all is an empty one.
    /// </summary>
    /// <param name="source">The file's text.</param>
    /// <param name="start">Where the YAML begins.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The keys and values; <see langword="null"/> when the text cannot be read, which is reported.</returns>
    public static YamlMapping? Read(SourceText source, int start, int length, YamlLimits limits, FileDiagnostics problems)
    {
        var at = source.PositionOf(start);
        if (length > limits.MaxLength)
        {
            problems.Error("yaml-size", at, $"This is {length / 1024} KB of YAML; at most {limits.MaxLength / 1024} KB are read. Move long text into the body.");
            return null;
        }

        var reader = new YamlReader(source, start, length, problems);
        try
        {
            return reader.ReadDocument(at);
        }
        catch (YamlException e)
        {
            if (reader.ReportUnclosed() || reader.ReportDirective(at)) return null;
            var offset = Math.Clamp(start + (int)e.Start.Index, start, start + length);
            var (place, message) = YamlMessages.Explain(source, start, offset, e);
            problems.Error("yaml-syntax", place, message);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            // The parser is not ours and throws InvalidOperationException where a bracket is not closed; a bad file must never end the run, whatever it is.
            if (!reader.ReportUnclosed()) problems.Error("yaml-syntax", reader.Current, "This is not YAML. Check quotes, brackets and backslashes from here on.");
            return null;
        }
    }

    private Position Current => _parser.Current is { } current ? PositionOf(current.Start) : _source.PositionOf(_start);

    private Position PositionOf(Mark mark) => _source.PositionOf(Math.Clamp(_start + (int)mark.Index, 0, _source.Text.Length));

    private YamlMapping? ReadDocument(Position at)
    {
        Next<StreamStart>();
        if (_parser.Current is StreamEnd) return new([], at);
        if (_parser.Current is DocumentStart document && HasDirective(document))
            _problems.Error("yaml-directive", at, NoDirectives);
        Next<DocumentStart>();
        var root = ReadNode();
        if (root is null) return null;
        Next<DocumentEnd>();
        if (_parser.Current is DocumentStart)
        {
            _problems.Error("yaml-documents", Current, "A second YAML document begins here. Keep one; if this is text, quote it.");
            return null;
        }

        if (root is YamlMapping mapping) return mapping;
        if (root is YamlScalar { IsNull: true }) return new([], at);
        _problems.Error("yaml-shape", root.At, $"Here stands {root.Description}; keys with values are expected, such as \"title: Green corridors\".");
        return null;
    }

    // Every document carries the handles ! and !!, written or not.
    private static bool HasDirective(DocumentStart document) =>
        document.Version is not null || (document.Tags?.Any(tag => tag.Handle is not ("!" or "!!")) ?? false);

    // Reads one value and stands behind it. Null when the nesting is too deep, after which nothing more is read.
    private YamlNode? ReadNode()
    {
        var at = Current;
        switch (_parser.Current)
        {
            case AnchorAlias:
                _problems.Error("yaml-alias", at, "Aliases (*name) are not used here. Write the value out.");
                _parser.MoveNext();
                return new YamlScalar("", isPlain: true, at);
            case Scalar scalar:
                CheckNodeEvent(scalar, at);
                _parser.MoveNext();
                CheckText(scalar.Value, at);
                return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, at);
            case SequenceStart sequence:
                CheckNodeEvent(sequence, at);
                return Descend(at, sequence.Style == SequenceStyle.Flow, '[') ? ReadSequence(at) : null;
            case MappingStart mapping:
                CheckNodeEvent(mapping, at);
                return Descend(at, mapping.Style == MappingStyle.Flow, '{') ? ReadMapping(at) : null;
            default:
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "did not find expected node content");
        }
    }

    private bool Descend(Position at, bool isFlow, char bracket)
    {
        _open.Push((at, isFlow, bracket));
        if (_open.Count > YamlLimits.MaxDepth)
        {
            _problems.Error("yaml-depth", at, $"Lists and groups are nested more than {YamlLimits.MaxDepth} levels deep here. Quote the value if it is text.");
            return false;
        }

        _parser.MoveNext();
        return true;
    }

    // Where the text ends in the middle of brackets, the bracket is the mistake, not the place where the parser noticed.
    private bool ReportUnclosed()
    {
        if (!_open.TryPeek(out var last) || !last.IsFlow) return false;
        var (kind, close) = last.Bracket == '[' ? ("list", ']') : ("group", '}');
        _problems.Error("yaml-syntax", last.At, $"The {kind} that is opened here with {last.Bracket} is not closed, or not by commas parted. Check for {close}, for commas, and for quotes around text that holds them.");
        return true;
    }

    // A directive that no document follows is no YAML to the parser.
    private bool ReportDirective(Position at)
    {
        if (_start == _source.Text.Length || _source.Text[_start] != '%') return false;
        _problems.Error("yaml-directive", at, NoDirectives);
        return true;
    }

    private YamlSequence? ReadSequence(Position at)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (_parser.Current is not SequenceEnd)
        {
            if (ReadNode() is not { } item) return null;
            items.Add(item);
        }

        _open.Pop();
        _parser.MoveNext();
        return new(items.DrainToImmutable(), at);
    }

    private YamlMapping? ReadMapping(Position at)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var seen = new Dictionary<string, Position>(StringComparer.Ordinal);
        while (_parser.Current is not MappingEnd)
        {
            var key = ReadNode();
            if (key is null) return null;
            var value = ReadNode();
            if (value is null) return null;
            if (key is not YamlScalar { Text.Length: > 0 } name)
                _problems.Error("yaml-key", key.At, "A key must be a word. If this is text, put it between quotes.");
            else if (!seen.TryAdd(name.Text, name.At))
                _problems.Error("duplicate-key", name.At, $"The key \"{Shown(name.Text)}\" stands twice; the first is in line {seen[name.Text].Line}. Keep one of them.");
            else
                entries.Add(new(name, value));
        }

        _open.Pop();
        _parser.MoveNext();
        return new(entries.DrainToImmutable(), at);
    }

    private void CheckNodeEvent(NodeEvent node, Position at)
    {
        if (!node.Anchor.IsEmpty) _problems.Error("yaml-anchor", at, $"Anchors (&{Shown(node.Anchor.Value)}) are not used here. Delete it, or quote the value if it is text.");
        if (!node.Tag.IsEmpty) _problems.Error("yaml-tag", at, "Tags (!name) are not used here. Delete it, or quote the value if it is text.");
    }

    // A file is checked when it is decoded, but "\0" and "\ud800" between double quotes only come to be here.
    private void CheckText(string text, Position at)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (ControlCharacters.IsOne(text[i]) || char.IsSurrogate(text[i]))
            {
                _problems.Error("control-character", at, $"This text holds U+{(int)text[i]:X4}, which cannot be shown. Delete the escape.");
                return;
            }
        }
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private void Next<TEvent>()
        where TEvent : ParsingEvent
    {
        if (_parser.Current is null) _parser.MoveNext();
        if (_parser.Current is not TEvent) throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"expected {typeof(TEvent).Name}");
        _parser.MoveNext();
    }
}
