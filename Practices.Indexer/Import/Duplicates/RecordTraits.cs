using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>A name that a record goes by, as it is compared.</summary>
/// <param name="Text">The name.</param>
/// <param name="Terms">Its words after the analysis of the record's language, without stop words and without the names of the record's places.</param>
/// <param name="Concepts">The themes, goals and people served that its words name in that language.</param>
/// <param name="Part">The number of a part, a phase or an edition that it states; 0 for none.</param>
internal sealed record ComparedName(string Text, ImmutableArray<string> Terms, ImmutableArray<string> Concepts, int Part);

/// <summary>What a record is compared by.</summary>
/// <param name="Record">The record.</param>
/// <param name="Names">Its title, then its other names.</param>
/// <param name="Text">How often each word of its summary and story stands there, after analysis and without stop words.</param>
/// <param name="Concepts">How often its title, summary and story name each concept.</param>
/// <param name="ProperNames">Words that no language translates: acronyms and names in the text, without those of its places.</param>
/// <param name="Figures">Numbers of three digits and more that are no years.</param>
/// <param name="Links">Addresses, without what differs between ways to write one; <see langword="true"/> for one that the record says is of itself.</param>
/// <param name="Partners">Who took part, folded.</param>
/// <param name="Cities">Ids of its cities.</param>
/// <param name="Areas">Its areas, folded.</param>
/// <param name="Countries">Codes of its countries.</param>
internal sealed record RecordTraits(
    Practice Record,
    ImmutableArray<ComparedName> Names,
    Dictionary<string, int> Text,
    Dictionary<string, int> Concepts,
    HashSet<string> ProperNames,
    HashSet<string> Figures,
    Dictionary<string, bool> Links,
    HashSet<string> Partners,
    HashSet<string> Cities,
    HashSet<string> Areas,
    HashSet<string> Countries);
