namespace Practices.Web.Hosting;

/// <summary>
/// The headers of every answer. The policy lets nothing in but our own files: were a record's text ever to carry a script, it would not run.
/// </summary>
public static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    // Two years, as OWASP has it. For this host alone: others below a city's domain are not ours to bind.
    private const string TransportSecurity = "max-age=63072000";

    /// <summary>Adds the headers before anything else is done, so that error pages carry them too.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = TransportSecurity;

        // The API is open data: any site may read it.
        var isApi = context.Request.Path.StartsWithSegments(Routes.Api);
        headers["Cross-Origin-Resource-Policy"] = isApi ? "cross-origin" : "same-origin";
        if (isApi) headers.AccessControlAllowOrigin = "*";
    }
}
