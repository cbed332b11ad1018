namespace Practices.Indexer.Content;

/// <summary>The days of a public record that feeds, sitemaps and calendars tell.</summary>
public static class RecordDays
{
    /// <summary>When it came before the public: the day it was added, or the end of its embargo where that is later. <see langword="null"/> when not known.</summary>
    public static DateOnly? Appeared(this Practice record) => Latest(record.Added, record.PublishAt is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : null);

    /// <summary>When something of it was last new: it appeared, was checked, or a recognition of it was announced. <see langword="null"/> when not known.</summary>
    public static DateOnly? Changed(this Practice record) => Latest([record.Appeared(), record.Verified, .. record.Recognition.Select(recognition => recognition.Announced)]);

    private static DateOnly? Latest(params ReadOnlySpan<DateOnly?> days)
    {
        DateOnly? latest = null;
        foreach (var day in days)
        {
            if (latest is null || day > latest) latest = day ?? latest;
        }

        return latest;
    }
}
