namespace Practices.Search.Storage;

/// <summary>What a manifest knows of a file.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Checksum">Its <see cref="FileChecksum"/>.</param>
internal sealed record FileEntry(string Name, long Length, uint Checksum);
