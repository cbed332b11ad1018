namespace Practices.Web.Hosting;

/// <summary>What is sent when something is missing or broken: pages for people, problem documents (RFC 9457) for programs. Never details of the program.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !IsApi(context), site =>
        {
            site.UseExceptionHandler(Routes.Error);
            site.UseStatusCodePagesWithReExecute(Routes.Error);
        });
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Routes.Api);
}
