using System.Globalization;
using System.Text.RegularExpressions;

namespace Practices.Benchmarks;

/// <summary>What Lucene's benchmark printed: the CPU medians of its warm round.</summary>
internal static partial class LuceneOutput
{
    /// <summary>Milliseconds by class.</summary>
    /// <exception cref="InputException">The file cannot be read, or is another.</exception>
    public static Dictionary<string, double> Read(string path)
    {
        try
        {
            var times = new Dictionary<string, double>();
            foreach (var line in File.ReadLines(path))
            {
                if (WarmRound().Match(line) is { Success: true } round) times[round.Groups["class"].Value] = double.Parse(round.Groups["cpu"].Value, CultureInfo.InvariantCulture);
            }

            return times.Count > 0 ? times : throw new InputException($"{path}: holds no line that begins with \"R2\".");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {refused.Message}");
        }
    }

    [GeneratedRegex(@"^R2 (?<class>\S+) .*\bcpu50=(?<cpu>[0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WarmRound();
}
