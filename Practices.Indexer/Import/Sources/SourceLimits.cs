namespace Practices.Indexer.Import.Sources;

/// <summary>How much of a file is read. Every limit is far above what an award's cycle holds; what lies beyond one is refused with a message that names it.</summary>
public static class SourceLimits
{
    /// <summary>The longest file, in bytes: ten thousand submissions of 25 KB.</summary>
    public const long MaxFileBytes = 256L << 20;

    /// <summary>The most files that one import reads, folders and archives included.</summary>
    public const int MaxFiles = 10_000;

    /// <summary>The longest cell of a table or value of a page, in UTF-16 units: what the story of a record may be.</summary>
    public const int MaxCellLength = 256 * 1024;

    /// <summary>The longest cell of a workbook, in UTF-16 units: what Excel itself allows.</summary>
    public const int MaxWorkbookCellLength = 32_767;

    /// <summary>The longest row of a text file, in bytes. A quotation mark that is never closed would make one row of the whole file.</summary>
    public const int MaxRowBytes = 4 << 20;

    /// <summary>The most columns of a table or fields of a submission. Forms have fewer than a hundred.</summary>
    public const int MaxFields = 2_000;

    /// <summary>The last column that a sheet can have, <c>XFD</c>.</summary>
    public const int MaxColumns = 16_384;

    /// <summary>The most rows of a sheet, and the most records of another file.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>The most cells that are read from one file, merged ones counted once for each place they apply to.</summary>
    public const int MaxCells = 5_000_000;

    /// <summary>The most text that one file gives, in UTF-16 units. Shared strings and merged cells make more of it than the file's bytes tell.</summary>
    public const long MaxText = 256L << 20;

    /// <summary>How many rows are looked at to find the headings.</summary>
    public const int MaxBannerRows = 50;

    /// <summary>How many warnings of one rule a file gives; the last says how many more there were.</summary>
    public const int MaxWarnings = 100;

    /// <summary>The most entries of an archive.</summary>
    public const int MaxEntries = 2_000;

    /// <summary>The most bytes that all entries of an archive unpack to, counted while they are read.</summary>
    public const long MaxUnpackedBytes = 512L << 20;

    /// <summary>How many times its packed size an entry may unpack to. Text packs to a fifth, a dull sheet to a fiftieth.</summary>
    public const int MaxRatio = 200;

    /// <summary>Entries that unpack to less than this, in bytes, are let off <see cref="MaxRatio"/>.</summary>
    public const long RatioFloor = 1L << 20;

    /// <summary>The longest JSON file, in bytes: it is held in memory whole. JSON lines are not.</summary>
    public const long MaxJsonBytes = 64L << 20;

    /// <summary>How deep JSON may be nested.</summary>
    public const int MaxJsonDepth = 64;

    /// <summary>The longest page, in bytes.</summary>
    public const long MaxPageBytes = 4L << 20;

    /// <summary>How deep a page's elements may be nested: the parser's time grows with the square of it.</summary>
    public const int MaxPageDepth = 400;

    /// <summary>The longest text of a document, in bytes of its XML or of the text file.</summary>
    public const long MaxDocumentBytes = 64L << 20;

    /// <summary>How deep a document's XML may be nested.</summary>
    public const int MaxDocumentDepth = 200;

    /// <summary>The most merged regions of a sheet.</summary>
    public const int MaxMergedRegions = 20_000;
}
