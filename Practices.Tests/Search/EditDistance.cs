using System.Text;

namespace Practices.Tests.Search;

/// <summary>How many characters must be added, left out, changed or swapped with their neighbour to make one word of another: by the definition, slowly.</summary>
internal static class EditDistance
{
    public static int Between(string from, string to) => Between([.. from.EnumerateRunes()], [.. to.EnumerateRunes()]);

    private static int Between(Rune[] from, Rune[] to)
    {
        var distances = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                List<int> ways = [];
                if (i == 0 && j == 0) ways.Add(0);
                if (i > 0) ways.Add(distances[i - 1, j] + 1);
                if (j > 0) ways.Add(distances[i, j - 1] + 1);
                if (i > 0 && j > 0) ways.Add(distances[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) ways.Add(distances[i - 2, j - 2] + 1);
                distances[i, j] = ways.Min();
            }
        }

        return distances[from.Length, to.Length];
    }
}
