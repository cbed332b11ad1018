using System.Text;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Import.Landing;

/// <summary>A record's file that says something of an award.</summary>
/// <param name="File">The file.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Text">Its pieces; <see langword="null"/> when it cannot be read.</param>
/// <param name="Problems">Why it cannot.</param>
internal sealed record AwardFile(ContentFile File, byte[] Bytes, RecordText? Text, FileDiagnostics Problems);

/// <summary>The records' files as they lie in the content folder.</summary>
internal static class RecordFiles
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <summary>Every record's file, in ordinal order of names.</summary>
    public static IReadOnlyList<ContentFile> All(string root)
    {
        var files = new List<ContentFile>();
        foreach (var folder in ContentFile.Folders.Select(one => Path.Combine(root, one.Folder)).Where(Directory.Exists))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.md", Everywhere))
            {
                var name = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
                if (!name.Contains("/.", StringComparison.Ordinal) && !name.EndsWith("/README.md", StringComparison.OrdinalIgnoreCase)) files.Add(ContentFile.Of(path, name));
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    /// <summary>The files that name an award, read one after the other.</summary>
    public static IEnumerable<AwardFile> Naming(IEnumerable<ContentFile> files, string award)
    {
        var word = Encoding.UTF8.GetBytes(award);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file.Path);
            if (bytes.AsSpan().IndexOf(word) < 0) continue;
            var problems = new FileDiagnostics(file.Name);
            yield return new(file, bytes, RecordText.Read(bytes, problems), problems);
        }
    }
}
