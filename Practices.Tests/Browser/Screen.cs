using Microsoft.Playwright;

namespace Practices.Tests.Browser;

/// <summary>What a reader looks at.</summary>
public enum Screen
{
    /// <summary>A phone held upright, 360 by 740.</summary>
    Phone,

    /// <summary>A small laptop, 1280 by 900.</summary>
    Laptop,

    /// <summary>The narrowest that WCAG 1.4.10 asks for, 320 by 640.</summary>
    Narrow,

    /// <summary>A laptop at 200 %: half as many pixels, 640 by 450.</summary>
    Enlarged,
}

/// <summary>How large each screen is.</summary>
internal static class Screens
{
    /// <summary>Width and height in CSS pixels.</summary>
    public static ViewportSize Size(this Screen screen) => screen switch
    {
        Screen.Phone => new() { Width = 360, Height = 740 },
        Screen.Narrow => new() { Width = 320, Height = 640 },
        Screen.Enlarged => new() { Width = 640, Height = 450 },
        _ => new() { Width = 1280, Height = 900 },
    };
}
