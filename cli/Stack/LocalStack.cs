using Isthmus.Cli.Clients;
using Isthmus.Core.Vault;

namespace Isthmus.Cli.Stack;

/// <summary>The sandbox and the app as child processes, knowing each other.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private readonly List<ChildProcess> children = [];
    private ChildProcess? app;

    private LocalStack(StackOptions options, Uri appAddress, Uri sandboxAddress)
    {
        Options = options;
        App = new AppClient(appAddress, options.Home);
        Sandbox = new SandboxClient(sandboxAddress);
    }

    public StackOptions Options { get; }

    public AppClient App { get; }

    public SandboxClient Sandbox { get; }

    public ChildProcess AppProcess => app!;

    public ChildProcess SandboxProcess => children.Find(child => child.Name == "sandbox")!;

    /// <summary>The child that ended by itself, or null.</summary>
    public ChildProcess? Fallen => children.Find(child => child.HasExited);

    /// <summary>What the programs said since the last time that a person should read.</summary>
    public IEnumerable<string> TakeComplaints() => children.SelectMany(child => child.TakeComplaints());

    public static async Task<LocalStack> StartAsync(StackOptions options, CancellationToken cancel)
    {
        DiskSpace.Require(options.Home);
        var sandboxPort = Ports.Claim(options.SandboxPort, "the sandbox", "--sandbox-port");
        var appPort = Ports.Claim(options.AppPort, "the app", "--port");
        var stack = new LocalStack(options, new Uri($"http://localhost:{appPort}"), new Uri($"http://localhost:{sandboxPort}"));
        try
        {
            await stack.StartSandboxAsync(cancel);
            await stack.FillVaultAsync(cancel);
            await stack.StartAppAsync(cancel);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the app, and waits until it answers.</summary>
    public async Task StartAppAsync(CancellationToken cancel)
    {
        BeginApp();
        await Readiness.WaitAsync(app!, App.Http, "/", cancel);
        App.ReadKey();
    }

    /// <summary>Starts the app without waiting for it.</summary>
    public void BeginApp()
    {
        string[] arguments = ["--urls", App.Address.ToString().TrimEnd('/')];
        app = Start("functions", "Isthmus.Functions", arguments, AppSettings.For(Options, App.Address, Sandbox.Address));
    }

    /// <summary>Ends the app as kill -9 does.</summary>
    public async Task KillAppAsync()
    {
        if (app is not { } victim) return;
        (app, _) = (null, children.Remove(victim));
        await victim.KillAsync();
        await victim.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        App.Dispose();
        Sandbox.Dispose();
        // The app first: what it still says to the sandbox is heard.
        foreach (var child in Enumerable.Reverse(children)) await child.DisposeAsync();
    }

    private async Task StartSandboxAsync(CancellationToken cancel)
    {
        List<string> arguments = ["--url", Sandbox.Address.ToString().TrimEnd('/')];
        if (Options.Constant is { } constant) arguments.AddRange(["--constant", .. constant]);
        if (Options.Seed is { } seed) arguments.AddRange(["--seed", seed.ToString()]);
        if (Options.SandboxBehind > TimeSpan.Zero) arguments.AddRange(["--behind", $"{(int)Options.SandboxBehind.TotalSeconds}"]);
        if (Options.KeepSandbox) arguments.AddRange(["--state", Path.Combine(Options.Home, "sandbox")]);
        var child = Start("sandbox", "Isthmus.Sandbox", arguments, new Dictionary<string, string>());
        await Readiness.WaitAsync(child, Sandbox.Http, "/", cancel);
    }

    private async Task FillVaultAsync(CancellationToken cancel)
    {
        var vault = new FileVault(Options.Home);
        foreach (var (name, value) in AppSettings.Secrets) vault.Set(name, value);
        if (Options.Constant is not null)
        {
            vault.Set("stripe-webhook", AppSettings.ConstantStripeSecret);
            return;
        }
        var known = vault.Names().Contains("stripe-webhook");
        if (await new WebhookEndpoints(Sandbox, App.Address).RegisterAsync(known,
            cancel) is { } secret) vault.Set("stripe-webhook", secret);
    }

    private ChildProcess Start(string folder, string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string,
        string> settings)
    {
        var file = Options.Programs?.Invoke(folder, assembly)
            ?? Path.Combine(Options.Root, folder, "bin", "Release", "net10.0", assembly + ".dll");
        var child = ChildProcess.Start(folder == "functions" ? "app" : folder, file, arguments, settings, Options.Logs);
        children.Add(child);
        return child;
    }
}
