using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.State;

/// <summary>Writes sandbox.json when records changed: every few seconds, and when the sandbox stops.</summary>
internal sealed class Snapshots(SandboxState state, ChangeSignal changes, SandboxOptions options) : BackgroundService
{
    // A snapshot of a large state takes long; it may cost at most this share of the time.
    private const int RestFactor = 20;
    private long written;

    private string Folder => options.StateDirectory!;

    private string File => Path.Combine(Folder, "sandbox.json");

    public override async Task StartAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        if (System.IO.File.Exists(File)) state.Load(File);
        written = changes.Version;
        await base.StartAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var pause = options.SnapshotEvery;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(pause, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested) return;
            var spent = WriteWhenChanged() * RestFactor;
            pause = spent > options.SnapshotEvery ? spent : options.SnapshotEvery;
        }
    }

    public override async Task StopAsync(CancellationToken cancel)
    {
        await base.StopAsync(cancel);
        WriteWhenChanged();
    }

    private TimeSpan WriteWhenChanged()
    {
        var version = changes.Version;
        if (version == written) return TimeSpan.Zero;
        var started = TimeProvider.System.GetTimestamp();
        var next = File + ".next";
        using (var stream = System.IO.File.Create(next)) stream.Write(JsonAnswer.Bytes(state.Save()));
        System.IO.File.Move(next, File, overwrite: true);
        written = version;
        return TimeProvider.System.GetElapsedTime(started);
    }
}
