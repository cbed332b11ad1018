namespace Practices.Benchmarks;

/// <summary>A file that was given cannot be used. The message names it, and the line where there is one.</summary>
internal sealed class InputException(string message) : Exception(message);
