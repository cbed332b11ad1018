namespace Practices.Web.Hosting;

/// <summary>
/// Where the site is for the public: for canonical addresses, the sitemap and citations, which are read away from the site.
/// What is configured wins over the host that a request names, for anybody can name any.
/// </summary>
public sealed class PublicAddress
{
    /// <summary>The environment variable that holds it.</summary>
    public const string Variable = "PRACTICES_URL";

    private readonly string? _configured;

    private PublicAddress(string? configured) => _configured = configured;

    /// <summary>The address that the configuration names as <c>Url</c>, else the environment's <c>PRACTICES_URL</c>, else that of each request.</summary>
    /// <exception cref="FormatException">It is no address of a site; the message says what is meant.</exception>
    public static PublicAddress Read(IConfiguration configuration)
    {
        var text = configuration["Url"] is { Length: > 0 } setting ? setting : Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(text)) return new(null);
        var isAddress = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address is { Query: "", Fragment: "", UserInfo: "" };
        if (!isAddress)
            throw new FormatException($"{Variable} is \"{text}\", which is no address of a site. Give scheme and host, such as https://HOST, or leave it out.");
        return new(address!.AbsoluteUri.TrimEnd('/'));
    }

    /// <summary>The whole address of a page.</summary>
    /// <param name="request">Names the host where none is configured.</param>
    /// <param name="path">A path of <see cref="Routes"/>.</param>
    public string Of(HttpRequest request, string path) => (_configured ?? $"{request.Scheme}://{request.Host}{request.PathBase}") + path;
}
