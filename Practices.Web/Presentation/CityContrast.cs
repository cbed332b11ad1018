namespace Practices.Web.Presentation;

/// <summary>One way in which the places of a practice and a reader's city are alike or not.</summary>
/// <param name="Trait">By what they are held against each other.</param>
/// <param name="Verdict">That in a word or two; never a score.</param>
/// <param name="There">What is known of the practice's places.</param>
/// <param name="Here">What is known of the reader's city.</param>
public sealed record CityContrast(string Trait, string Verdict, string There, string Here)
{
    /// <summary>The verdict where all is alike.</summary>
    public const string Similar = "Similar";

    /// <summary>The verdict where some is alike.</summary>
    public const string InPart = "Similar in part";

    /// <summary>The verdict where nothing is alike.</summary>
    public const string Different = "Different";

    /// <summary>The verdict where one side is not known.</summary>
    public const string NotKnown = "Not known";
}
