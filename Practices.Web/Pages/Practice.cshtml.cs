using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/practices/{id}</c>, and <c>?city=durban</c> set against a reader's city.</summary>
public sealed class PracticeModel(PracticeLibrary library) : RecordModel(library, RecordKind.Practice)
{
    /// <summary>The reader's city, as far as the address tells of it.</summary>
    public CityQuery City { get; private set; } = null!;

    /// <summary>What is alike and what is not; <see langword="null"/> where nothing is known of the reader's city.</summary>
    public AgainstCity? Against { get; private set; }

    /// <summary>Whether the address names a city, known or not, so that its answer stands first.</summary>
    public bool IsSetAgainst => Against is not null || City.Ignored.Length > 0;

    /// <inheritdoc/>
    protected override void Prepare()
    {
        City = CityQuery.ReadCity(Request.Query, Catalog);
        if (City.Ignored.Length > 0) PageCache.Skip(HttpContext);
        if (!City.IsEmpty) Against = new(Record, City, Catalog.Vocabularies);
    }
}
