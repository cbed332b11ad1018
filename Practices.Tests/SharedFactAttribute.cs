using Xunit;

namespace Practices.Tests;

/// <summary>A test that reads the folder <c>shared</c> beside the repository; it skips, and says so, where that folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Folder is null) Skip = "The folder \"shared\" does not stand beside the repository.";
    }

    /// <summary>The shared folder, or nothing where it is absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>A file of the shared folder.</summary>
    public static string File(params string[] path) => Path.Combine([Folder ?? throw new InvalidOperationException("No shared folder."), .. path]);

    private static string? Find()
    {
        var shared = Path.Combine(Repository.Root, "..", "shared");
        return Directory.Exists(shared) ? shared : null;
    }
}
