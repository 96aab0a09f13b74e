using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Isthmus.Flows.Tests.Processes;

/// <summary>The built program as a process of its own.</summary>
internal sealed partial class AppProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder said = new();
    private readonly Process process;

    private AppProcess(Process process) => this.process = process;

    /// <summary>Starts it on a folder; it listens on a free port unless an address is given.</summary>
    public static AppProcess Start(string home, string address = "http://127.0.0.1:0", string vendors = "http://127.0.0.1:9")
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Isthmus.Functions.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in Settings(home, vendors)) start.Environment[name] = value;
        var app = new AppProcess(new Process { StartInfo = start });
        app.process.OutputDataReceived += (_, line) => app.Hear(line.Data);
        app.process.ErrorDataReceived += (_, line) => app.Hear(line.Data);
        app.process.Start();
        app.process.BeginOutputReadLine();
        app.process.BeginErrorReadLine();
        return app;
    }

    public string Said { get { lock (said) return said.ToString(); } }

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> ReadyAsync()
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(ready.Task, ended).WaitAsync(Limit) == ended) Assert.Fail($"It ended with {process.ExitCode}: {Said}");
        return await ready.Task;
    }

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Limit);
        return process.ExitCode;
    }

    /// <summary>As kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Limit);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
        if (Running().Match(line) is { Success: true } running) ready.TrySetResult(new Uri(running.Groups[1].Value));
    }

    private static Dictionary<string, string> Settings(string home, string vendors) => new()
    {
        ["AzureWebJobsStorage"] = "IsthmusHome=" + home,
        ["ISTHMUS_HOME"] = home,
        ["Isthmus__Home"] = home,
        ["Isthmus__Connections__stripe__BaseAddress"] = vendors,
        ["Isthmus__Connections__stripe__WebhookSecrets__0"] = "stripe-webhook",
        ["Isthmus__Connections__zoho-inventory__AccountsServer"] = vendors + "/zoho-accounts",
        ["Isthmus__Connections__zoho-inventory__OrganizationId"] = "10234695",
        ["Isthmus__Connections__zoho-inventory__Webhook__Secrets__0"] = "zoho-webhook",
        ["Isthmus__Connections__sage-100__BaseAddress"] = vendors + "/sage-100/agent/v1",
        ["Isthmus__Connections__sage-100__Company"] = "ABC",
        ["Isthmus__Connections__stripe__Limits__Calls"] = "10000",
        ["Isthmus__Connections__zoho-inventory__Limits__Calls"] = "10000",
        ["Isthmus__Connections__sage-100__Limits__Calls"] = "10000",
        ["Isthmus__Failures__FirstDelay"] = "00:00:00.05",
    };

    [GeneratedRegex(@"functions at (http://\S+?);")]
    private static partial Regex Running();
}
