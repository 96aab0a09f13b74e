using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Isthmus.Bench.Measuring;

/// <summary>What the figures were measured on.</summary>
/// <param name="Cores">Processors that this program may use.</param>
/// <param name="MemoryGb">Memory that this program may use.</param>
/// <param name="Os">The operating system.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="FsyncMs">Median time that the disk below the state folder takes to make 4 KB safe.</param>
/// <param name="LoadBefore">Processes that wanted a core in the minute before, where the system tells; more than a little spoils figures.</param>
internal sealed record Machine(int Cores, double MemoryGb, string Os, string Runtime, double FsyncMs, double? LoadBefore)
{
    public static Machine Look(string folder) => new(
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1),
        $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}",
        RuntimeInformation.FrameworkDescription,
        Math.Round(Fsync(folder), 3),
        Load());

    private static double Fsync(string folder)
    {
        var file = Path.Combine(folder, "fsync");
        using var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write, options: FileOptions.DeleteOnClose);
        var block = new byte[4096];
        var times = new double[64];
        for (var i = 0; i < times.Length; i++)
        {
            var began = Stopwatch.GetTimestamp();
            RandomAccess.Write(handle, block, i * block.Length);
            RandomAccess.FlushToDisk(handle);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        return Samples.Median(times);
    }

    private static double? Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
