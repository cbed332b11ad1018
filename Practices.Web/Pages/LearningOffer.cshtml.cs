using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Web.Hosting;

namespace Practices.Web.Pages;

/// <summary><c>/learning/{id}</c>.</summary>
public sealed class LearningOfferModel(PracticeLibrary library, TimeProvider clock) : RecordModel(library, RecordKind.Learning)
{
    /// <summary>The sessions that are not over, the next first.</summary>
    public IReadOnlyList<Session> Coming { get; private set; } = [];

    /// <summary>The sessions that are over, the latest first.</summary>
    public IReadOnlyList<Session> Past { get; private set; } = [];

    /// <summary>What is said of dates in words.</summary>
    public IReadOnlyList<string> DatesInWords { get; private set; } = [];

    protected override void Prepare()
    {
        if (Record.Learning is not { } offer) return;
        var over = Session.Of(offer).ToLookup(session => session.IsOver(Today.Of(clock)));
        (Coming, Past, DatesInWords) = ([.. over[false]], [.. over[true].Reverse()], Session.Words(offer));
    }
}
