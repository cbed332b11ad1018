namespace Practices.Tests.Browser;

/// <summary>The same with script switched off: nothing is lost.</summary>
public sealed class PractitionerWithoutScriptTests : PractitionerTests
{
    /// <inheritdoc/>
    protected override bool Script => false;
}
