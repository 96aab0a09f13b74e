using Isthmus.Bench.Measuring;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Stack;

/// <summary>The app and a sandbox as processes of their own, with fresh state, and a watch on what they use.</summary>
internal sealed class BenchStack : IAsyncDisposable
{
    private readonly BenchHome home = new();

    private BenchStack() { }

    public LocalStack Local { get; private set; } = null!;

    public string Home => home.Path;

    /// <param name="constant">Arguments of the sandbox's constant-answer mode, or null for the full sandbox.</param>
    /// <param name="settings">Further settings of the app.</param>
    /// <param name="crm">Connects the CRM and its sources too.</param>
    /// <param name="behind">How far the sandbox's clock is behind until <see cref="CatchUpAsync"/>.</param>
    public static async Task<BenchStack> StartAsync(
        string[]? constant, IReadOnlyDictionary<string, string>? settings = null, bool crm = false, TimeSpan behind = default)
    {
        var stack = new BenchStack();
        try
        {
            stack.Local = await LocalStack.StartAsync(
                new StackOptions
                {
                    Root = Places.Root, Home = stack.Home, AppPort = 0, SandboxPort = 0, KeepSandbox = false, Constant = constant,
                    Settings = settings ?? new Dictionary<string, string>(), Crm = crm,
                    SandboxBehind = behind,
                },
                CancellationToken.None);
            return stack;
        }
        catch
        {
            stack.home.Dispose();
            throw;
        }
    }

    /// <summary>The sandbox's clock shows the time of day from now on: what was entered until now is as much older.</summary>
    public Task CatchUpAsync() => Local.Sandbox.PostAsync(
        "/_sandbox/clock", new { advanceSeconds = (long)Local.Options.SandboxBehind.TotalSeconds }, CancellationToken.None);

    public ProcessUse WatchApp() => new(Local.AppProcess.Id);

    public ProcessUse WatchSandbox() => new(Local.SandboxProcess.Id);

    public async ValueTask DisposeAsync()
    {
        await Local.DisposeAsync();
        home.Dispose();
    }
}
