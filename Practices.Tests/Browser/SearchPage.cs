using System.Globalization;
using Microsoft.Playwright;

namespace Practices.Tests.Browser;

/// <summary>What a reader sees and does on the search page.</summary>
internal static class SearchPage
{
    /// <summary>The titles of the hits, in their order.</summary>
    public static async Task<IReadOnlyList<string>> HitTitlesAsync(this IPage page) => await page.Locator(".hits h3").AllInnerTextsAsync();

    /// <summary>The number that the page says it found.</summary>
    public static async Task<int> CountAsync(this IPage page)
    {
        var words = (await page.GetByRole(AriaRole.Status).InnerTextAsync()).Split(' ');
        return int.Parse(words[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    /// <summary>Ticks a value, opening what it is folded into.</summary>
    public static async Task ChooseAsync(this IPage page, string field, string value)
    {
        var box = page.Locator($"input[name={field}][value='{value}']");
        foreach (var folded in await box.Locator("xpath=ancestor::details[not(@open) and not(@id='filters')]/summary").AllAsync())
            await folded.ClickAsync();
        await box.CheckAsync();
    }
}
