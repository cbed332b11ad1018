namespace Practices.Search.Suggesting;

/// <summary>Something that can be suggested while somebody types.</summary>
/// <param name="Text">The words that find it.</param>
/// <param name="Key">What it stands for. Several entries of a group with one key are several names of one thing, which is suggested once.</param>
/// <param name="Group">The kind of thing it is; no group hides the others.</param>
/// <param name="Weight">How much it is worth suggesting: more comes first. Any unit, the same in all groups.</param>
public sealed record SuggestEntry(string Text, string Key, int Group, double Weight);
