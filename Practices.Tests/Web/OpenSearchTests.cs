using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>How a browser learns to search here (OpenSearch 1.1).</summary>
public sealed class OpenSearchTests(Site site) : IClassFixture<Site>
{
    private static readonly XNamespace Terms = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task The_description_has_what_the_standard_asks_for()
    {
        var description = (await DescriptionAsync()).Root!;
        Assert.Equal(Terms + "OpenSearchDescription", description.Name);
        Assert.InRange(description.Element(Terms + "ShortName")!.Value.Length, 1, 16);
        Assert.InRange(description.Element(Terms + "Description")!.Value.Length, 1, 1024);
        Assert.Equal(
            ["text/html", "application/atom+xml", "application/x-suggestions+json", "application/opensearchdescription+xml"],
            description.Elements(Terms + "Url").Select(url => url.Attribute("type")!.Value));
    }

    [Theory]
    [InlineData("text/html", " with “landfill”")]
    [InlineData("application/atom+xml", "/practices/durban-landfill-gas")]
    [InlineData("application/x-suggestions+json", "Durban turns gas from its landfills into electricity")]
    public async Task A_template_with_the_words_filled_in_answers(string type, string expected)
    {
        var template = (await DescriptionAsync()).Descendants(Terms + "Url").Single(url => url.Attribute("type")!.Value == type).Attribute("template")!.Value;
        var address = template.Replace("{searchTerms}", "landfill", StringComparison.Ordinal).Replace("{startPage?}", "", StringComparison.Ordinal);
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(new Uri(address).PathAndQuery);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(expected, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_addresses_are_those_of_the_public()
    {
        using var configured = site.WithWebHostBuilder(builder => builder.UseSetting("Url", "https://practices.dortmund.de"));
        using var visitor = configured.CreateClient();
        var description = XDocument.Parse(await visitor.GetStringAsync("/opensearch.xml"));
        Assert.All(description.Descendants(Terms + "Url"), url => Assert.StartsWith("https://practices.dortmund.de/", url.Attribute("template")!.Value, StringComparison.Ordinal));
        Assert.Contains("\"https://practices.dortmund.de/practices/durban-landfill-gas\"", await visitor.GetStringAsync("/api/v1/completions?q=gas+land"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/practices", true)]
    [InlineData("/practices?q=water&view=lineage", true)]
    [InlineData("/practices/durban-landfill-gas", false)]
    public async Task The_front_page_and_searches_name_it(string address, bool isNamed) => Assert.Equal(
        isNamed,
        (await site.Read(address)).Contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"Practices\" href=\"/opensearch.xml\">", StringComparison.Ordinal));

    [Theory]
    [InlineData("ethek", "Durban, South Africa", "City", "/practices?city=durban")]
    [InlineData("gas land", "Durban turns gas from its landfills into electricity", "Practice", "/practices/durban-landfill-gas")]
    public async Task Completions_are_what_was_typed_names_what_they_are_and_where_they_lead(string typed, string name, string group, string leads)
    {
        var answer = JsonDocument.Parse(await site.Read($"/api/v1/completions?q={Uri.EscapeDataString(typed)}")).RootElement;
        Assert.Equal(4, answer.GetArrayLength());
        Assert.Equal(typed, answer[0].GetString());
        Assert.Equal((name, group, $"http://localhost{leads}"), (answer[1][0].GetString()!, answer[2][0].GetString()!, answer[3][0].GetString()!));
        Assert.Equal(answer[1].GetArrayLength(), answer[2].GetArrayLength());
        Assert.Equal(answer[1].GetArrayLength(), answer[3].GetArrayLength());
    }

    [Fact]
    public async Task Nothing_typed_is_completed_by_nothing() => Assert.Equal("[\"\",[],[],[]]", await site.Read("/api/v1/completions"));

    private async Task<XDocument> DescriptionAsync()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync("/opensearch.xml");
        Assert.Equal("application/opensearchdescription+xml", answer.Content.Headers.ContentType!.MediaType);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync());
    }
}
