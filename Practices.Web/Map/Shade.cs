namespace Practices.Web.Map;

/// <summary>How dark a number of records is drawn, wherever numbers are shaded.</summary>
public static class Shade
{
    /// <summary>0 for none, then 1 to 4 by doublings, so that one record and two can be told apart and fifty do not drown them.</summary>
    public static int Of(int count) => count switch { <= 0 => 0, 1 => 1, <= 3 => 2, <= 7 => 3, _ => 4 };
}
