using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Chaos;

/// <summary>
/// Does anything get lost or doubled when the app is killed every 1 to 5 seconds, one vendor call in twenty fails and webhooks
/// come twice, late or never? The same seed gives the same orders, kills and faults.
/// </summary>
internal static class ChaosBench
{
    private const int Broken = 1;
    private const int Stuck = 4;

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--orders", "--seed"], ["--json", "--keep"]);
        var seed = line.Number("--seed", 0) ?? (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % 1_000_000);
        var home = Path.Combine(Places.Home, $"chaos-{seed}");
        if (Directory.Exists(home)) Directory.Delete(home, recursive: true);
        var options = new ChaosOptions
        {
            Orders = line.Number("--orders", 1) ?? 1000, Seed = seed,
            Stack = new StackOptions
            {
                Root = Places.Root, Home = home, AppPort = Ports.Lasting(), SandboxPort = 0, KeepSandbox = false, Seed = seed,
            },
        };
        Console.Error.WriteLine($"Seed {seed}: --seed {seed} repeats this plan.");
        try
        {
            using var progress = new ProgressLine();
            var result = await new ChaosRun(options, progress.Say).RunAsync(CancellationToken.None);
            if (!line.Has("--json")) Console.WriteLine(result.Text());
            Console.WriteLine(result.Json());
            Environment.ExitCode = result.Holds ? 0 : Broken;
            if (result.Holds && !line.Has("--keep")) Directory.Delete(home, recursive: true);
        }
        catch (Exception stuck) when (stuck is ChaosException or StackException or HttpRequestException)
        {
            Console.Error.WriteLine(stuck.Message);
            Environment.ExitCode = Stuck;
        }
        if (Environment.ExitCode != 0) Console.Error.WriteLine($"State and logs: {home}");
    }
}
