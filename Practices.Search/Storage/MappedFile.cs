using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Practices.Search.Storage;

/// <summary>
/// A file in the address space, read as spans; the system keeps in memory what is used. The file may be renamed or deleted meanwhile, not changed.
/// No span may be used after <see cref="Dispose"/>: the owner sees to that.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;

    /// <summary>Maps an open file that is not empty.</summary>
    public MappedFile(SafeFileHandle handle, long length)
    {
        Length = length;
        _file = MemoryMappedFile.CreateFromFile(handle, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
    }

    /// <summary>Bytes in the file.</summary>
    public long Length { get; }

    /// <summary>Some elements of the file.</summary>
    /// <param name="offset">Byte offset of the first.</param>
    /// <param name="count">How many elements.</param>
    public ReadOnlySpan<T> Slice<T>(long offset, int count) where T : unmanaged
    {
        if (offset < 0 || count < 0 || (long)count * sizeof(T) > Length - offset)
            throw new ArgumentOutOfRangeException(nameof(offset), "The stretch lies outside the file.");
        return new ReadOnlySpan<T>(_start + offset, count);
    }

    /// <summary>
    /// Lets go of a file that nobody closed. The pointer that was taken keeps the view's own handle from being finalized, so that without this
    /// a forgotten file would stay mapped, and its disk space in use, until the process ends.
    /// </summary>
#pragma warning disable MA0055 // There is no other way to give back a pointer that was taken.
    ~MappedFile() => ReleasePointer();
#pragma warning restore MA0055

    /// <inheritdoc/>
    public void Dispose()
    {
        ReleasePointer();
        _view?.Dispose();
        _file?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void ReleasePointer()
    {
        if (_start is null) return;
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
    }
}
