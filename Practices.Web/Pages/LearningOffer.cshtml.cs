using Practices.Indexer.Content;
using Practices.Indexer.Indexing;

namespace Practices.Web.Pages;

/// <summary><c>/learning/{id}</c>.</summary>
public sealed class LearningOfferModel(PracticeLibrary library) : RecordModel(library, RecordKind.Learning);
