using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Measuring;

/// <summary>A state folder for one measurement, on the disk where the state usually lives: a folder in memory would flatter.</summary>
internal sealed class BenchHome : IDisposable
{
    public string Path { get; } =
        Directory.CreateDirectory(System.IO.Path.Combine(Places.Home, $"bench-{Environment.ProcessId}-{Interlocked.Increment(ref count)}")).FullName;

    private static int count;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
