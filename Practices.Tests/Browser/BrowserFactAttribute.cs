using Xunit;

namespace Practices.Tests.Browser;

/// <summary>A test that needs a browser; it skips, and says so, where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    internal const string Missing = "No browser: install chromium, or name one in the environment's CHROMIUM.";

    public BrowserFactAttribute()
    {
        if (Chromium.Executable is null) Skip = Missing;
    }
}

/// <summary>A test with several cases that needs a browser; it skips, and says so, where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.Executable is null) Skip = BrowserFactAttribute.Missing;
    }
}
