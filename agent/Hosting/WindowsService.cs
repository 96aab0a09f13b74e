using System.Runtime.Versioning;

namespace Isthmus.Agent.Hosting;

/// <summary>
/// The life of a Windows service: it begins when the service manager says so, tells it how far it is, and ends when it says
/// so. Used where the program is started with --service.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsService : IHostLifetime
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(5);

    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim ended = new();
    private readonly IHostApplicationLifetime life;

    // The service manager calls these long after they were handed over: they must not be collected.
    private readonly ServiceManager.Main main;
    private readonly ServiceManager.Handler handler;
    private IntPtr status;

    public WindowsService(IHostApplicationLifetime life)
    {
        this.life = life;
        (main, handler) = (Run, Heed);
        life.ApplicationStarted.Register(() => Tell(ServiceState.Running));
        life.ApplicationStopping.Register(() => Tell(ServiceState.StopPending));
    }

    /// <exception cref="InvalidOperationException">The service manager did not start this program.</exception>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        // The service manager keeps the thread for as long as the service runs.
        new Thread(Connect) { IsBackground = true, Name = "Service manager" }.Start();
        return begun.Task.WaitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Tell(ServiceState.Stopped);
        ended.Set();
        return Task.CompletedTask;
    }

    private void Connect()
    {
        if (!ServiceManager.Connect(WindowsHosting.ServiceName, main))
            begun.TrySetException(new InvalidOperationException(
                $"{WindowsHosting.Argument} is for the service manager: sc.exe start {WindowsHosting.ServiceName}."));
    }

    private void Run(int count, IntPtr arguments)
    {
        status = ServiceManager.Register(WindowsHosting.ServiceName, handler);
        Tell(ServiceState.StartPending);
        begun.TrySetResult();
        ended.Wait();
    }

    private int Heed(int control, int type, IntPtr data, IntPtr context)
    {
        if (control is ServiceManager.Stop or ServiceManager.Shutdown) life.StopApplication();
        return 0;
    }

    private void Tell(ServiceState state)
    {
        if (status != IntPtr.Zero) ServiceManager.Tell(status, state, LongestStop);
    }
}
