using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Practices.Benchmarks;

/// <summary>Reads the time that the calling thread has spent on a processor; elsewhere than on Linux the time on the wall.</summary>
internal static partial class Clock
{
    private const int ThreadTime = 3;

    public static double CpuMilliseconds()
    {
        if (!OperatingSystem.IsLinux() || GetTime(ThreadTime, out var time) != 0) return Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;
        return (time.Seconds * 1000.0) + (time.Nanoseconds / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
