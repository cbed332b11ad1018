using System.Text;
using Microsoft.Playwright;
using Practices.Tests.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>What a delegation does with the brief for a visit: writes into the checklist, comes back to it, prints it.</summary>
public sealed class BriefTests : BrowserTest
{
    private const string Answer = "How Ahmedabad's women chose what to measure.\n<b>Two days</b>";

    [BrowserFact]
    public async Task What_is_written_into_the_checklist_is_there_the_next_time_and_on_that_practice_alone()
    {
        var page = await OpenAsync(PageKinds.Full);
        await page.GetByRole(AriaRole.Link, new() { Name = "Prepare a visit" }).ClickAsync();
        await page.GetByLabel("Purpose").FillAsync(Answer);
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Purpose")).ToHaveValueAsync(Answer);
        await Expect(page.GetByLabel("Money")).ToHaveValueAsync("");

        await page.GotoAsync($"{PageKinds.Short}/brief");
        await Expect(page.GetByLabel("Purpose")).ToHaveValueAsync("");
        await page.GotoAsync(PageKinds.Brief);
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear my answers" }).ClickAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Purpose")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task The_checklist_is_filled_with_the_keyboard_alone()
    {
        var page = await OpenAsync(PageKinds.Brief);
        await page.GetByLabel("The idea").FocusAsync();
        await page.Keyboard.TypeAsync("one");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("two");
        await Expect(page.GetByLabel("Purpose")).ToHaveValueAsync("two");
        await page.GetByLabel("Language").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print the brief" })).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Without_script_the_checklist_can_be_filled_and_says_that_it_is_not_kept()
    {
        var page = await OpenAsync(PageKinds.Brief, script: false);
        await page.GetByLabel("Time").FillAsync("Three days");
        await Expect(page.GetByText("It is not kept, either")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clear my answers" })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_brief_of_every_practice_is_printed_on_two_pages()
    {
        var page = await OpenAsync(PageKinds.Brief);
        var longer = new List<string>();
        foreach (var practice in RunningSite.Shared.Library.Current.Records("practice"))
        {
            await page.GotoAsync($"/practices/{practice.Id}/brief");
            var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" }));
            var pages = pdf.Split("/Type /Page\n").Length - 1;
            if (pages != 2) longer.Add($"{practice.Id}: {pages} pages");
        }

        AssertNone(longer);
    }
}
