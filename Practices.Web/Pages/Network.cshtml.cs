using Practices.Indexer.Content;
using Practices.Indexer.Indexing;

namespace Practices.Web.Pages;

/// <summary><c>/networks/{id}</c>.</summary>
public sealed class NetworkModel(PracticeLibrary library) : RecordModel(library, RecordKind.Network);
