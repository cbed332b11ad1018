namespace Practices.Tests.Search.Index;

/// <summary>Random damage to the files of an index, such as disks, copies and people do. A seed gives the same one always.</summary>
internal sealed class Damage(Random random)
{
    /// <summary>Damages one file, or swaps two; returns what was done. The arrays themselves are not changed.</summary>
    /// <param name="files">The bytes of each file.</param>
    /// <param name="keepsLength">Whether only bytes change.</param>
    public string Do(SortedDictionary<string, byte[]> files, bool keepsLength = false)
    {
        var name = files.Keys.ElementAt(random.Next(files.Count));
        var bytes = files[name].ToArray();
        var at = random.Next(bytes.Length);
        var run = bytes.AsSpan(at, 1 + random.Next(Math.Min(64, bytes.Length - at)));
        switch (random.Next(keepsLength ? 7 : 13))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                run.Clear();
                break;
            case 3:
                random.NextBytes(run);
                break;
            case 4:
                run.Fill(0xFF);
                break;
            case 5:
                // A word of eight bytes, where the format keeps offsets and lengths.
                bytes.AsSpan(at / 8 * 8)[..Math.Min(8, bytes.Length - (at / 8 * 8))].Fill((byte)random.Next(256));
                break;
            case 6:
                // Two stretches change places.
                var other = random.Next(bytes.Length - run.Length + 1);
                var copy = run.ToArray();
                bytes.AsSpan(other, run.Length).CopyTo(run);
                copy.CopyTo(bytes, other);
                break;
            case 7:
                bytes = bytes[..at];
                break;
            case 8:
                bytes = [.. bytes, .. new byte[1 + random.Next(4096)]];
                break;
            case 9:
                bytes = [.. bytes[..at], .. run, .. bytes[at..]];
                break;
            case 10:
                bytes = [.. bytes[..at], .. bytes[(at + run.Length)..]];
                break;
            case 11:
                bytes = new byte[bytes.Length];
                break;
            default:
                var second = files.Keys.ElementAt(random.Next(files.Count));
                (bytes, files[second]) = (files[second], bytes);
                break;
        }

        files[name] = bytes;
        return $"{name} at {at}";
    }
}
