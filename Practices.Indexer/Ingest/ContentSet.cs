using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>The content folder as it was read at one moment.</summary>
/// <param name="Root">The folder's full path.</param>
/// <param name="Vocabularies">Its vocabularies.</param>
/// <param name="Practices">Every valid record whatever its status, in ordinal order of ids.</param>
/// <param name="Diagnostics">Every problem found.</param>
/// <param name="RefusedFiles">Files that gave no record because of an error, relative to the root.</param>
/// <param name="FileCount">How many content files were looked at.</param>
/// <param name="Fingerprint">Of the names and bytes of every file, in hexadecimal: equal content, equal fingerprint.</param>
public sealed record ContentSet(
    string Root,
    VocabularySet Vocabularies,
    ImmutableArray<Practice> Practices,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<string> RefusedFiles,
    int FileCount,
    string Fingerprint);
