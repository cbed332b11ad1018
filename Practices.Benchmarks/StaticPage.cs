using System.Globalization;

namespace Practices.Benchmarks;

/// <summary>The least site that shows pages: Razor writes them and nothing is looked up, kept or packed. What the pages of the site are held against.</summary>
internal static class StaticPage
{
    // So much the compiler of Razor puts into one literal.
    private const int LongestLiteral = 1024;

    private static string[][] _pages = [];

    /// <summary>A page's address.</summary>
    public static string Address(int page) => string.Create(CultureInfo.InvariantCulture, $"/static/{page}");

    /// <summary>The file of a page's HTML in the folder that is served.</summary>
    public static string FileOf(string folder, int page) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{page}.html"));

    /// <summary>A page, as Razor has the literals of a page that is nothing else.</summary>
    public static string[] Literals(object? number) => _pages[int.Parse((string)number!, CultureInfo.InvariantCulture)];

    /// <summary>Serves pages until the process is ended; what a child process does.</summary>
    /// <param name="address">Where.</param>
    /// <param name="folder">The HTML of the pages, numbered from 0.</param>
    public static void Serve(string address, string folder)
    {
        _pages = [.. Enumerable.Range(0, Directory.GetFiles(folder).Length).Select(page => LiteralsOf(File.ReadAllText(FileOf(folder, page))))];
        var builder = WebApplication.CreateBuilder();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        app.MapGet("/readyz", () => Results.Ok());
        app.Run(address);
    }

    private static string[] LiteralsOf(string html) => [.. html.Chunk(LongestLiteral).Select(literal => new string(literal))];
}
