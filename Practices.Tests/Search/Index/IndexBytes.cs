using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Practices.Search.Index;
using Practices.Search.Storage;
using Practices.Tests.Search.Searching;

namespace Practices.Tests.Search.Index;

/// <summary>The files of an index as bytes, to be damaged and put into a folder again.</summary>
internal sealed partial class IndexBytes
{
    private const string Manifest = "manifest.json";
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    private IndexBytes(string folder)
    {
        State = IndexState.Of(folder);
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if (Path.GetFileName(path) != WriteLock.FileName) _files.Add(Path.GetFileName(path), File.ReadAllBytes(path));
        }
    }

    /// <summary>What the undamaged index says.</summary>
    public string State { get; }

    /// <summary>The files' names and bytes; a copy whose entries may be replaced.</summary>
    public SortedDictionary<string, byte[]> Files => new(_files, StringComparer.Ordinal);

    /// <summary>An index of random documents, in several segments with deletions.</summary>
    public static IndexBytes Make(int seed, int documents)
    {
        using var folder = new TemporaryFolder();
        SteppedIndex.Write(folder.Path, RandomCorpus.Schema, new RandomCorpus(seed).Documents(documents), seed);
        return new(folder.Path);
    }

    /// <summary>Makes the manifest and the files' own ends agree with damaged files, so that only their structure is wrong.</summary>
    public static void Vouch(SortedDictionary<string, byte[]> files)
    {
        foreach (var (name, bytes) in files.Where(file => file.Key != Manifest && file.Value.Length >= SectionWriter.ChecksumLength).ToArray())
        {
            var vouched = bytes.ToArray();
            BinaryPrimitives.WriteInt64LittleEndian(vouched.AsSpan(bytes.Length - SectionWriter.ChecksumLength), ChecksumOf(bytes));
            files[name] = vouched;
        }

        var manifest = EntryInManifest().Replace(Encoding.UTF8.GetString(files[Manifest]), entry => files.TryGetValue(entry.Groups["name"].Value, out var bytes)
            ? string.Create(CultureInfo.InvariantCulture, $"{entry.Groups["start"]}{ChecksumOf(bytes):x8}")
            : entry.Value);
        var body = manifest[..manifest.LastIndexOf(",\n  \"checksum\"", StringComparison.Ordinal)];
        files[Manifest] = Encoding.UTF8.GetBytes($"{body},\n  \"checksum\": \"{Crc32C.Of(Encoding.UTF8.GetBytes(body)):x8}\"\n}}\n");
    }

    /// <summary>Puts files into a folder.</summary>
    public static void Put(SortedDictionary<string, byte[]> files, string folder)
    {
        foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }

    // The checksum of a segment's file, as the writer makes it.
    private static uint ChecksumOf(byte[] bytes)
    {
        var checksum = new FileChecksum();
        checksum.Append(bytes.AsSpan(0, Math.Max(0, bytes.Length - SectionWriter.ChecksumLength)));
        return checksum.Finish();
    }

    [GeneratedRegex("""(?<start>"name": "(?<name>segment-[^"]+)",\s*"length": \d+,\s*"crc32c": ")[0-9a-f]{8}""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EntryInManifest();
}
