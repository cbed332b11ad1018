namespace Practices.Web.Hosting;

/// <summary>Pages of learning say what comes next. So they depend, besides the content, on the day: that of the world's clock, the same for every reader.</summary>
public static class Today
{
    /// <summary>The day now, in UTC.</summary>
    public static DateOnly Of(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The day, as a part of the name of an answer that depends on it; empty where the answer does not.</summary>
    public static string For(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Routes.Learning) || context.Request.Path == Routes.Calendar
            ? $"{Of(context.RequestServices.GetRequiredService<TimeProvider>()):yyyyMMdd}"
            : "";
}
