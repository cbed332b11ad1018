using Microsoft.Playwright;
using Xunit;

namespace Practices.Tests.Browser;

/// <summary>Pages fit the window that they are read in.</summary>
public sealed class LayoutTests : BrowserTest
{
    private const string TooWide =
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          return [...document.querySelectorAll('body *')]
            .filter(element => { const box = element.getBoundingClientRect(); return box.width > 0 && (box.right > width + 1 || box.left < -1) })
            .map(element => element.outerHTML.slice(0, 120));
        }
        """;

    [BrowserTheory, MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task Nothing_scrolls_sideways_at_320_pixels_enlarged_to_200_percent_or_right_to_left(string path)
    {
        var page = await OpenAsync(path, Screen.Narrow);
        await UnfoldAsync(page);
        foreach (var direction in (string[])["ltr", "rtl"])
        {
            await page.EvaluateAsync("direction => document.documentElement.dir = direction", direction);
            foreach (var screen in Enum.GetValues<Screen>())
            {
                await page.SetViewportSizeAsync(screen.Size().Width, screen.Size().Height);
                var tooWide = await page.EvaluateAsync<string[]>(TooWide);
                Assert.True(tooWide.Length == 0, $"{direction}, {screen}: {string.Join('\n', tooWide)}");
            }
        }
    }

    [BrowserFact]
    public async Task The_box_that_chooses_a_result_covers_nothing_of_it()
    {
        var page = await OpenAsync(PageKinds.Filtered);
        foreach (var screen in Enum.GetValues<Screen>())
        {
            await page.SetViewportSizeAsync(screen.Size().Width, screen.Size().Height);
            var covered = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('.hit')].flatMap(hit => {
                  const box = hit.querySelector('.pick input').getBoundingClientRect(), words = document.createRange();
                  return [...hit.children].filter(part => !part.matches('.pick')).flatMap(part => {
                    words.selectNodeContents(part);
                    return [...words.getClientRects()].filter(word => word.left < box.right && word.right > box.left && word.top < box.bottom && word.bottom > box.top).map(() => part.textContent);
                  });
                })
                """);
            Assert.True(covered.Length == 0, $"{screen}: {string.Join('\n', covered)}");
        }
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData(PageKinds.Filtered)]
    [InlineData(PageKinds.Full)]
    [InlineData("/sdgs/13")]
    public async Task With_the_readers_own_colours_text_and_paper_differ_and_links_are_told_apart(string path)
    {
        var page = await OpenAsync(path, Screen.Phone, colours: ColorScheme.Dark, forced: ForcedColors.Active);
        var faults = await page.EvaluateAsync<string[]>(
            """
            () => {
              const faults = [], paper = getComputedStyle(document.documentElement).backgroundColor;
              for (const element of document.querySelectorAll('h1, h2, h3, p, a, label, summary, dt, dd, td, th')) {
                if (!element.checkVisibility()) continue;
                const style = getComputedStyle(element);
                if (style.color === paper && style.backgroundColor !== style.color && style.backgroundColor === 'rgba(0, 0, 0, 0)') faults.push(element.outerHTML.slice(0, 120));
              }
              for (const dots of document.querySelectorAll('.dots, .ev .on, .got')) {
                const style = getComputedStyle(dots), drawn = style.stroke === 'none' ? style.fill : style.stroke;
                if (drawn === paper) faults.push(dots.outerHTML.slice(0, 120));
              }
              return faults;
            }
            """);
        AssertNone(faults);
    }
}
