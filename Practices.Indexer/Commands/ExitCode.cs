namespace Practices.Indexer.Commands;

/// <summary>What the program ends with, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Ok = 0;

    /// <summary>There are findings in the content, or nothing was found.</summary>
    public const int Findings = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Something could not be read or written.</summary>
    public const int InputOutput = 3;
}
