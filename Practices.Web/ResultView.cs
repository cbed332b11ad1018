namespace Practices.Web;

/// <summary>How the results of a search are shown.</summary>
public enum ResultView
{
    /// <summary>One after the other, in pages.</summary>
    List,

    /// <summary>As dots on the world, by country.</summary>
    Map,

    /// <summary>As counts of goals and themes by region.</summary>
    Matrix,

    /// <summary>As bars by the year in which they started.</summary>
    Timeline,

    /// <summary>As lines from who gave to who took over.</summary>
    Lineage,
}
