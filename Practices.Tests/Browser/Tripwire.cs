using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Practices.Tests.Browser;

/// <summary>
/// A window that notices when a page runs anything: a call of alert and its like, a dialog, a frame, a window, a changed window name,
/// a way to somewhere else, a script or a style from elsewhere. It pokes every element as a reader's pointer and keyboard would.
/// </summary>
internal sealed class Tripwire : IAsyncDisposable
{
    private const string Lay =
        """
        (() => {
          const fired = window.fired = [];
          const say = what => { fired.push(what); console.debug('fired: ' + what) };
          for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => say(name);
          window.name = 'untouched';
          const stay = event => {
            const link = event.target.closest?.('a, area');
            if (event.type === 'submit' || (link && link.protocol !== 'javascript:')) event.preventDefault();
          };
          addEventListener('click', stay, true);
          addEventListener('submit', stay, true);
        })();
        """;

    private const string Poke =
        """
        async () => {
          const events = {
            MouseEvent: ['mouseover', 'mouseenter', 'mousemove', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'auxclick', 'mouseout', 'mouseleave'],
            PointerEvent: ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup', 'pointerout', 'pointerrawupdate'],
            KeyboardEvent: ['keydown', 'keypress', 'keyup'],
            FocusEvent: ['focus', 'focusin', 'blur', 'focusout'],
            DragEvent: ['dragstart', 'drag', 'dragenter', 'dragover', 'drop', 'dragend'],
            Event: ['input', 'change', 'select', 'toggle', 'beforetoggle', 'scroll', 'wheel', 'copy', 'cut', 'paste', 'animationstart', 'animationend', 'transitionend',
              'begin', 'end', 'finish', 'start', 'bounce', 'play', 'loadstart', 'readystatechange', 'touchstart', 'touchend', 'hashchange', 'resize'],
          };
          for (const element of document.querySelectorAll('*')) {
            // What an event has taken off the page is out of a reader's reach.
            if (!element.isConnected) continue;
            for (const [kind, names] of Object.entries(events))
              for (const name of names) element.dispatchEvent(new window[kind](name, { bubbles: kind !== 'FocusEvent', cancelable: true }));
          }
          const wait = () => new Promise(later => setTimeout(later, 10));
          for (let turn = 0; turn < 500 && [...document.images].some(image => !image.complete); turn++) await wait();
          await wait();
          const fired = window.fired.splice(0);
          if (window.name !== 'untouched') fired.push('window.name');
          window.name = 'untouched';
          return fired;
        }
        """;

    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _fired = [];
    private string _wanted = "";

    private Tripwire(IBrowserContext context, IPage page)
    {
        _context = context;
        _page = page;
    }

    /// <summary>Opens such a window.</summary>
    /// <param name="origin">The site's address.</param>
    /// <param name="withPolicy">Whether the pages' Content-Security-Policy holds; without, nothing stands between a page's text and the browser.</param>
    public static async Task<Tripwire> OpenAsync(string origin, bool withPolicy)
    {
        var context = await (await Chromium.Browser).NewContextAsync(new()
        {
            BaseURL = origin,
            BypassCSP = !withPolicy,
            ViewportSize = Screen.Phone.Size(),
        });
        var page = await context.NewPageAsync();
        var wire = new Tripwire(context, page);
        await wire.LayAsync();
        return wire;
    }

    /// <summary>What a page of the site set off.</summary>
    public async Task<IReadOnlyList<string>> VisitAsync(string path)
    {
        _wanted = path;
        await _page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return await PokeAsync();
    }

    /// <summary>What the suggestions set off that come when a reader types into the search box.</summary>
    public async Task<IReadOnlyList<string>> TypeAsync(string text)
    {
        await _page.Locator("#q").FillAsync(text);
        await _page.GetByRole(AriaRole.Option).First.WaitForAsync();
        foreach (var foreign in await _page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#suggestions :not(a, bdi, b, i, small)')].map(element => element.outerHTML)")) _fired.Enqueue($"markup in a suggestion: {foreign}");
        return await PokeAsync();
    }

    /// <summary>What markup sets off that stands in a page as it is.</summary>
    /// <param name="markup">The markup, washed by nobody.</param>
    /// <param name="policy">The Content-Security-Policy that is sent with it.</param>
    public async Task<IReadOnlyList<string>> VisitRawAsync(string markup, string policy)
    {
        await _page.UnrouteAllAsync();
        await _page.RouteAsync("**/raw", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "text/html; charset=utf-8", ["Content-Security-Policy"] = policy },
            Body = $"<!DOCTYPE html><html lang=en><title>Raw</title><body>{markup}",
        }));
        return await VisitAsync("/raw");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private async Task<IReadOnlyList<string>> PokeAsync()
    {
        try
        {
            foreach (var what in await _page.EvaluateAsync<string[]>(Poke)) _fired.Enqueue($"fired: {what}");
        }
        catch (PlaywrightException torn)
        {
            // The page went away below our hands, which no page of the site does.
            _fired.Enqueue(torn.Message);
        }

        var fired = _fired.Select(what => $"{_wanted}: {what}").Distinct(StringComparer.Ordinal).ToList();
        _fired.Clear();
        return fired;
    }

    // The scripts that pages have, and what they ask.
    private static bool IsOurs(IRequest request) => new Uri(request.Url).AbsolutePath is "/suggest.js" or "/keep.js" or "/checklist.js" or "/offline.js" or "/api/v1/suggest";

    private async Task LayAsync()
    {
        await _context.AddInitScriptAsync(Lay);
        _page.Console += (_, message) =>
        {
            if (message.Text.StartsWith("fired: ", StringComparison.Ordinal)) _fired.Enqueue(message.Text);
        };
        _page.Dialog += (_, dialog) =>
        {
            _fired.Enqueue($"a dialog of type {dialog.Type}");
            _ = dialog.DismissAsync();
        };
        _page.FrameAttached += (_, frame) => _fired.Enqueue($"a frame {frame.Url}");
        _page.Request += (_, request) =>
        {
            var isAsked = request.IsNavigationRequest && new Uri(request.Url).PathAndQuery == _wanted;
            if (!isAsked && !IsOurs(request) && request.ResourceType is "document" or "script" or "websocket" or "fetch" or "xhr" or "ping")
                _fired.Enqueue($"a request for {request.ResourceType} {request.Url}");
        };
        _context.Page += (_, opened) =>
        {
            if (opened != _page) _fired.Enqueue($"a window {opened.Url}");
        };
    }
}
