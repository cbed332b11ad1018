namespace Practices.Indexer.Import.Sources;

/// <summary>How many bytes one import may yet unpack, whatever archives hold them.</summary>
internal sealed class UnpackBudget
{
    private long _left = SourceLimits.MaxUnpackedBytes;

    /// <summary>Takes what was unpacked; throws when there is no more.</summary>
    public void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0) throw new SourceException("archive-size", $"What is packed has more than {SourceLimits.MaxUnpackedBytes >> 20} MB. Import it in several parts.");
    }
}
