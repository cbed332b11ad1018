using System.Collections.Immutable;

namespace Practices.Web.Presentation;

/// <summary>
/// A heading of the checklist for learning from another city, with what to ask oneself under it. What it goes through is what the checklist of
/// "C2C City to City: A Guide to the UCLG Learning Universe" (2016) does; the questions are this project's own.
/// </summary>
/// <param name="Id">Its id on the page, by which a browser keeps the answer.</param>
/// <param name="Heading">What it is about.</param>
/// <param name="Questions">What to ask, each a sentence.</param>
public sealed record ChecklistStep(string Id, string Heading, ImmutableArray<string> Questions)
{
    /// <summary>The seven, in the guide's order.</summary>
    public static ImmutableArray<ChecklistStep> All { get; } =
    [
        new("idea", "The idea", ["What do we want to learn, in one sentence?", "Where do we stand today? Name a figure or a fact to start from.", "What is our own problem, and whose is it?"]),
        new("purpose", "Purpose", ["Do we want to do the same, to see how we compare, or to hear from who is ahead?", "What can we tell in return, of what worked for us and what did not?"]),
        new("time", "Time", ["How many days can we give to learning, and how many to sharing?", "How long would it take us to put it to use at home?"]),
        new("place", "Place", ["Can our people travel?", "What must be seen on the spot, and what can be learnt from afar?"]),
        new("people", "People", ["Who would learn it, and who would use it at home?", "Is that part of their work, or something beside it?"]),
        new("money", "Money", ["Who pays for the learning?", "What is there to spend on doing it afterwards?"]),
        new("language", "Language", ["In which languages can both sides talk?", "Who interprets where they share none?"]),
    ];
}
