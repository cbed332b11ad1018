namespace Practices.Benchmarks;

/// <summary>The least site that shows a page: Razor writes it and nothing is looked up, kept or packed. What the search page is held against.</summary>
internal static class StaticPage
{
    /// <summary>The page's address.</summary>
    public const string Path = "/static";

    // So much the compiler of Razor puts into one literal.
    private const int LongestLiteral = 1024;

    /// <summary>The page, as Razor has the literals of a page that is nothing else.</summary>
    public static string[] Literals { get; private set; } = [];

    /// <summary>Serves the page until the process is ended; what a child process does.</summary>
    /// <param name="address">Where.</param>
    /// <param name="file">The HTML of the page.</param>
    public static void Serve(string address, string file)
    {
        Literals = [.. File.ReadAllText(file).Chunk(LongestLiteral).Select(literal => new string(literal))];
        var builder = WebApplication.CreateBuilder();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        app.MapGet("/readyz", () => Results.Ok());
        app.Run(address);
    }
}
