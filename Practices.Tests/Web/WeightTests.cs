using AngleSharp.Html.Parser;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Web;

/// <summary>What travels over the line for a page, packed as a browser is sent it.</summary>
public sealed class WeightTests(ITestOutputHelper output)
{
    private const int FirstFlight = 14 * 1024;
    private const int WholePage = 100 * 1024;
    private const int Script = 10 * 1024;

    [Fact]
    public async Task Text_and_style_of_every_record_and_search_fit_into_the_first_flight()
    {
        var catalog = RunningSite.Shared.Library.Current;
        var records = catalog.Records("practice").Select(record => $"/practices/{record.Id}");
        await HoldAsync(["/", "/practices", "/practices?sdg=13&region=africa", "/practices?q=heat+slum+women", "/practices?view=map", "/practices?region=africa&view=map", "/practices?view=matrix", "/practices?view=timeline", "/practices?view=lineage", "/practices?region=africa&view=lineage", "/practices?q=budget&view=lineage", .. records]);
    }

    [Fact]
    public async Task Every_other_kind_of_page_stays_light() =>
        await HoldAsync(
            ["/explore", "/offline", "/my-city?city=durban", "/compare?id=durban-landfill-gas&id=ahmedabad-womens-climate-action&id=medellin-metrocable", "/shortlist?id=durban-landfill-gas&id=uclg&q=water", "/learning", "/networks", "/awards", "/awards/guangzhou-award", "/awards/guangzhou-award/2020", "/learning/mile-master-class-water-sanitation", "/sdgs", "/sdgs/11", "/sdgs/17", "/regions/africa", "/countries/ZA", "/countries/TD", "/cities/durban", "/themes/governance", "/explore/evidence/self-reported", "/learning/formats", "/learning/formats/master-class", "/themes", "/about"],
            firstFlight: WholePage);

    private async Task HoldAsync(IReadOnlyList<string> addresses, int firstFlight = FirstFlight)
    {
        using var client = RunningSite.Shared.PlainClient();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new("br"));
        var heavy = new List<string>();
        foreach (var address in addresses)
        {
            var weight = await WeighAsync(client, address);
            output.WriteLine($"{weight.Page,6} {weight.Style,6} {weight.Script,6} {weight.Other,6}  {address}");
            if (weight.Page + weight.Style > firstFlight || weight.Script > Script || weight.Page + weight.Style + weight.Script + weight.Other > WholePage)
                heavy.Add($"{address}: page {weight.Page}, style {weight.Style}, script {weight.Script}, other {weight.Other} bytes");
        }

        Assert.True(heavy.Count == 0, string.Join('\n', heavy));
    }

    private static async Task<(int Page, int Style, int Script, int Other)> WeighAsync(HttpClient client, string address)
    {
        var page = await client.GetByteArrayAsync(address);
        using var plain = RunningSite.Shared.PlainClient();
        var document = new HtmlParser().ParseDocument(await plain.GetStringAsync(address));
        return (
            page.Length,
            await SumAsync(client, document.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href"))),
            await SumAsync(client, document.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src"))),
            await SumAsync(client, document.QuerySelectorAll("link[rel=icon], link[rel=preload]").Select(link => link.GetAttribute("href"))));
    }

    private static async Task<int> SumAsync(HttpClient client, IEnumerable<string?> addresses)
    {
        var sum = 0;
        foreach (var address in addresses.Distinct(StringComparer.Ordinal)) sum += (await client.GetByteArrayAsync(address)).Length;
        return sum;
    }
}
