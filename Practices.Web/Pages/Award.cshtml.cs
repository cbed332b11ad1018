using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/awards/{id}</c>: an award, its cycles, and what it recognised, in its own words and order.</summary>
public sealed class AwardModel(PracticeLibrary library) : RecordModel(library, RecordKind.Award)
{
    public AwardHonours Honours { get; private set; } = null!;

    protected override void Prepare() => Honours = new(Record, null, Catalog);
}
