using System.Collections.Immutable;
using System.Globalization;

namespace Practices.Web.Presentation;

/// <summary>A place on a drawing, with its words.</summary>
/// <param name="Node">The place.</param>
/// <param name="X">The dot's middle.</param>
/// <param name="Y">The dot's middle.</param>
/// <param name="Lines">What is read beside the dot, line by line.</param>
/// <param name="Notes">What is read below in small letters: where, and how the practice came there.</param>
public sealed record LineageRow(LineageNode Node, int X, int Y, ImmutableArray<string> Lines, ImmutableArray<string> Notes);

/// <summary>
/// A group of travels drawn from top to bottom: whoever gave stands above who took over, each place keeps a lane of its own until its last step has left it,
/// and a line leads down the lane and across.
/// </summary>
/// <param name="Rows">The places, from top to bottom.</param>
/// <param name="Lines">SVG path data of the steps.</param>
/// <param name="TextX">Where the words begin.</param>
/// <param name="Height">Height of the drawing.</param>
public sealed record LineageDrawing(ImmutableArray<LineageRow> Rows, string Lines, int TextX, int Height)
{
    /// <summary>The width of every drawing, in pixels at which its words can be read: that of a phone.</summary>
    public const int Width = 320;

    /// <summary>How far the lines of a place's words stand apart.</summary>
    public const int LineHeight = 18;

    private const int Lane = 18;
    private const int Margin = 8;
    private const int Gap = 10;

    // Of the 14 and 12 pixels that the words are high; a mean over English text, with room to spare.
    private const int LetterWidth = 8;
    private const int SmallLetterWidth = 7;

    /// <summary>Draws a group.</summary>
    public static LineageDrawing Of(IReadOnlyList<LineageEdge> edges)
    {
        var parents = edges.ToLookup(edge => edge.To);
        var children = edges.ToLookup(edge => edge.From);
        var order = Order(edges, parents, children);
        var lanes = LanesOf(order, parents, children);
        var textX = (lanes.Values.Max() * Lane) + (2 * Margin) + 6;
        var rows = new Dictionary<LineageNode, LineageRow>();
        var y = Margin + 4;
        foreach (var node in order)
        {
            var mode = string.Join("; ", parents[node].Select(edge => edge.Mode).Where(mode => mode.Length > 0).Distinct(StringComparer.Ordinal));
            var note = string.Join(" · ", new[] { node.Title is null ? "" : node.Place, mode, node.IsOutside ? "outside this search" : "" }.Where(part => part.Length > 0));
            var lines = Wrap(node.Title ?? node.Place, (Width - textX) / LetterWidth);
            var notes = Wrap(note, (Width - textX) / SmallLetterWidth);
            rows[node] = new(node, (lanes[node] * Lane) + Margin, y, lines, notes);
            y += (LineHeight * (lines.Length + notes.Length)) + Gap;
        }

        var paths = edges.Select(edge => (From: rows[edge.From], To: rows[edge.To]))
            .Select(step => string.Create(CultureInfo.InvariantCulture, $"M{step.From.X} {step.From.Y}V{step.To.Y - 6}q0 6 6 6H{step.To.X}"));
        return new([.. order.Select(node => rows[node])], string.Concat(paths), textX, y);
    }

    // Whoever gave comes first, and those who took over follow at once, as far as all who gave to them have come.
    private static List<LineageNode> Order(IReadOnlyList<LineageEdge> edges, ILookup<LineageNode, LineageEdge> parents, ILookup<LineageNode, LineageEdge> children)
    {
        var order = new List<LineageNode>();
        var begun = new HashSet<LineageNode>();
        foreach (var edge in edges.OrderBy(edge => parents[edge.From].Any())) Place(edge.From);
        return order;

        void Place(LineageNode node)
        {
            if (!begun.Add(node)) return;
            foreach (var edge in parents[node]) Place(edge.From);
            order.Add(node);

            // A place that passes nothing on is short; it stands before one with a story of its own.
            foreach (var edge in children[node].OrderBy(edge => children[edge.To].Any())) Place(edge.To);
        }
    }

    private static Dictionary<LineageNode, int> LanesOf(List<LineageNode> order, ILookup<LineageNode, LineageEdge> parents, ILookup<LineageNode, LineageEdge> children)
    {
        var rowOf = order.Index().ToDictionary(row => row.Item, row => row.Index);
        var lanes = new Dictionary<LineageNode, int>();
        foreach (var node in order)
        {
            var row = rowOf[node];
            var taken = lanes.Where(other => children[other.Key].Select(edge => rowOf[edge.To]).Append(0).Max() >= row).Select(other => other.Value).ToHashSet();
            var lane = parents[node].Select(edge => lanes.GetValueOrDefault(edge.From, -1)).Append(-1).Max() + 1;
            while (taken.Contains(lane)) lane++;
            lanes[node] = lane;
        }

        return lanes;
    }

    private static ImmutableArray<string> Wrap(string text, int letters)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0) lines.Add(line);
        return lines.DrainToImmutable();
    }
}
