using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>What a screen reader finds its way by.</summary>
public sealed class StructureTests : BrowserTest
{
    [BrowserFact]
    public async Task The_count_is_a_status_and_the_results_are_a_region()
    {
        var page = await OpenAsync(PageKinds.Filtered);
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Climate action in Africa");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Results" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Search)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Region", Exact = true }).GetByRole(AriaRole.Checkbox, new() { Name = "Africa" }).First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_count_is_read_out_with_its_filter()
    {
        var page = await OpenAsync(PageKinds.Filtered);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new(@"^13 Climate action \d+$", default, TimeSpan.FromSeconds(1)) })).ToBeCheckedAsync();
    }
}
