using Practices.Indexer.Content;
using Practices.Indexer.Indexing;

namespace Practices.Web.Pages;

/// <summary><c>/practices/{id}</c>.</summary>
public sealed class PracticeModel(PracticeLibrary library) : RecordModel(library, RecordKind.Practice);
