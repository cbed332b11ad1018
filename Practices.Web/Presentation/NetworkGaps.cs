using Practices.Indexer.Content;

namespace Practices.Web.Presentation;

/// <summary>What no source says of a network, as calls to whoever knows it.</summary>
public static class NetworkGaps
{
    /// <summary>The gaps of a network's record.</summary>
    public static IReadOnlyList<Gap> Of(RecordView view)
    {
        var network = view.Record.Network;
        (bool IsMissing, string Text, string Ask)[] facts =
        [
            (network?.Members is null, "No source says who its members are.", "Do you know?"),
            (network is null || network.Offers.IsEmpty, "No source says what it offers.", "Do you know?"),
            (view.Record.Contact is null, "No source says whom to ask.", "Do you know?"),
            (network is null || network.Runs.IsEmpty, "We hold no award and no programme that it runs.", "Know one?"),
            (view.Learning.Count == 0, "We hold no learning offer of which it is the host.", "Know one?"),
        ];
        return [.. facts.Where(fact => fact.IsMissing).Select(fact => fact.Ask == "Know one?" ? Gap.OfRecord(fact.Text) : Gap.OfFact(fact.Text, fact.Ask))];
    }
}
