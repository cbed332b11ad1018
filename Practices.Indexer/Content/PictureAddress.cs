namespace Practices.Indexer.Content;

/// <summary>Where a record's pictures are found on the site.</summary>
public static class PictureAddress
{
    /// <summary>What the addresses of a record's pictures begin with.</summary>
    public static string PrefixOf(string id) => $"/practices/{id}/";

    /// <summary>The address of a picture: the record's address and the file's name from the record's folder.</summary>
    public static string Of(string id, string file) => PrefixOf(id) + string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The address of a picture as it is now, which may be kept for ever: it changes with the picture's bytes.</summary>
    public static string Of(string id, Picture picture) => $"{Of(id, picture.File)}?v={picture.Hash}";
}
