namespace Practices.Web.Hosting;

/// <summary>The two ways to ask for something and change nothing: GET, and HEAD for whoever only wants to know that it is there.</summary>
public static class Reading
{
    /// <summary>Maps an address that is read. Any other method is answered with 405.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);

    /// <summary>Lets pages be read only. The error page stays: it takes the place of an answer to any method.</summary>
    public static PageActionEndpointConventionBuilder OnlyToRead(this PageActionEndpointConventionBuilder pages)
    {
        pages.Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path } && path != Routes.Error.TrimStart('/'))
                endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        });
        return pages;
    }
}
