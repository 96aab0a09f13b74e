using System.Diagnostics;
using Isthmus.Tests.Support;

namespace Isthmus.Flows.Tests.Console;

/// <summary>A Chromium without a window and with a profile of its own, steered through its debugging port.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private readonly TemporaryFolder profile = new();
    private readonly TaskCompletionSource<Uri> debugger = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    public Chromium()
    {
        var start = new ProcessStartInfo(Program!) { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] flags =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--user-data-dir=" + profile.Path, "--remote-debugging-port=0", "about:blank",
        ];
        foreach (var flag in flags) start.ArgumentList.Add(flag);
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>The program's path, or null where it is not installed.</summary>
    public static string? Program { get; } = (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from name in Names
        let path = Path.Combine(folder, name)
        where File.Exists(path)
        select path).FirstOrDefault();

    /// <summary>Where it listens for debuggers.</summary>
    public Task<Uri> DebuggerAsync() => debugger.Task.WaitAsync(TimeSpan.FromMinutes(2));

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        profile.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null) debugger.TrySetException(new InvalidOperationException("Chromium ended at once."));
        else if (line.StartsWith(Announcement, StringComparison.Ordinal)) debugger.TrySetResult(new Uri(line[Announcement.Length..]));
    }
}
