using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Isthmus.Embedded.Hosting.Logging;

namespace Isthmus.Cli.Stack;

/// <summary>One of our programs, running beside this one. What it prints goes to its log.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int TermSignal = 15;
    private const int LinesKept = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process process;
    private const long LargestLog = 10 * 1024 * 1024;
    private const int LogsKept = 3;

    private readonly RollingFile log;
    private readonly ConcurrentQueue<string> last = new();
    private readonly ConcurrentQueue<string> complaints = new();

    private ChildProcess(string name, Process process, string logFile)
    {
        (Name, this.process, LogFile) = (name, process, logFile);
        log = new RollingFile(logFile, LargestLog, LogsKept);
    }

    public string Name { get; }

    public string LogFile { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>What it said last; the reason, where it ended at once.</summary>
    public IReadOnlyList<string> LastLines => [.. last];

    /// <summary>What it said since the last time that a person should read.</summary>
    public IEnumerable<string> TakeComplaints()
    {
        while (complaints.TryDequeue(out var line)) yield return line;
    }

    public static ChildProcess Start(
        string name, string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string logs)
    {
        if (!File.Exists(assembly)) throw new StackException($"{assembly} is missing.", "Build it: ./run does that by itself.");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(assembly)
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        Directory.CreateDirectory(logs);
        var child = new ChildProcess(name, new Process { StartInfo = start }, Path.Combine(logs, name + ".log"));
        child.process.OutputDataReceived += (_, line) => child.Keep(line.Data);
        child.process.ErrorDataReceived += (_, line) => child.Keep(line.Data);
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until everything that an ended program said has arrived.</summary>
    public Task ReadToEndAsync() => process.WaitForExitAsync();

    /// <summary>Ends it as kill -9 does: it hears nothing of it.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, waits, and ends it where it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited && !OperatingSystem.IsWindows()) _ = Kill(process.Id, TermSignal);
        else if (!process.HasExited) process.Kill(entireProcessTree: true);
        using var limit = new CancellationTokenSource(Patience);
        try { await process.WaitForExitAsync(limit.Token); }
        catch (OperationCanceledException) { process.Kill(entireProcessTree: true); }
        process.Dispose();
        lock (log) log.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        last.Enqueue(line);
        while (last.Count > LinesKept) last.TryDequeue(out _);
        if (Complaint().IsMatch(line) && complaints.Count < LinesKept) complaints.Enqueue(line);
        try
        {
            lock (log) log.Add(Encoding.UTF8.GetBytes(line + Environment.NewLine));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk costs lines of the log; the program goes on.
        }
    }

    /// <summary>The clock and a level, as the app writes its lines.</summary>
    [GeneratedRegex(@"^\d\d:\d\d:\d\d (warning|error|critical) ")]
    private static partial Regex Complaint();

    [DllImport("libc", EntryPoint = "kill"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
