namespace Practices.Search.Analysis;

/// <summary>Finds the words of a text. Holds no state, so that any number of threads share one.</summary>
public interface ITokenizer
{
    /// <summary>Finds the token after another one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">The token before, <see cref="TokenSpan.Before"/> at first; replaced by the one found.</param>
    /// <returns><see langword="false"/> when no token is left.</returns>
    bool MoveNext(ReadOnlySpan<char> text, ref TokenSpan token);
}
