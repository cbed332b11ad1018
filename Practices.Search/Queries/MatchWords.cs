namespace Practices.Search.Queries;

/// <summary>What words that stand side by side ask for.</summary>
public enum MatchWords
{
    /// <summary>Documents that hold all of them.</summary>
    All,

    /// <summary>Documents that hold at least one.</summary>
    Any,
}
