using System.Diagnostics;

namespace Isthmus.Bench.Measuring;

/// <summary>What a process has used since its watch began.</summary>
internal sealed class ProcessUse
{
    private readonly Process process;
    private readonly TimeSpan cpuBefore;
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly long writtenBefore;

    public ProcessUse(int id)
    {
        process = Process.GetProcessById(id);
        cpuBefore = process.TotalProcessorTime;
        writtenBefore = Written(id);
    }

    public static ProcessUse OfThis => new(Environment.ProcessId);

    public double CpuSeconds
    {
        get
        {
            process.Refresh();
            return (process.TotalProcessorTime - cpuBefore).TotalSeconds;
        }
    }

    /// <summary>Of all cores, from 0 to 1.</summary>
    public double Share => CpuSeconds / Stopwatch.GetElapsedTime(began).TotalSeconds / Environment.ProcessorCount;

    /// <summary>Bytes handed to the disk.</summary>
    public long BytesWritten => Written(process.Id) - writtenBefore;

    public double ResidentMb
    {
        get
        {
            process.Refresh();
            return Math.Round(process.WorkingSet64 / 1e6, 1);
        }
    }

    /// <summary>The most that it ever held, since its start.</summary>
    public double PeakMb
    {
        get
        {
            process.Refresh();
            return Math.Round(process.PeakWorkingSet64 / 1e6, 1);
        }
    }

    private static long Written(int id)
    {
        var file = $"/proc/{id}/io";
        return File.Exists(file)
            ? long.Parse(File.ReadLines(file).First(line => line.StartsWith("write_bytes", StringComparison.Ordinal)).Split(' ')[1])
            : 0;
    }
}
