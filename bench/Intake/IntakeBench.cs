using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Intake;

/// <summary>
/// How many signed webhooks a second does the app acknowledge, how long does one wait for its answer at that rate and at half
/// of it, and is everything that was acknowledged there after a kill -9?
/// </summary>
internal static class IntakeBench
{
    private static readonly string[] Sandbox = [];

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--count", "--senders", "--rate", "--runs"], []);
        var count = line.Number("--count", 100) ?? 20_000;
        var senders = line.Number("--senders", 1) ?? 64;
        var rate = line.Number("--rate", 1);
        var runs = new List<IntakeRun>();
        using var home = new BenchHome();
        var report = new Report("intake", home.Path);
        for (var run = 0; run < (line.Number("--runs", 1) ?? 3); run++)
        {
            runs.Add(await OnceAsync(count, senders, rate));
            Report.Say($"run {run + 1}: {runs[^1]}");
        }
        report.End(runs.OrderBy(run => run.Saturated.PerSecond).ElementAt(runs.Count / 2) with { Runs = runs.Count });
    }

    private static async Task<IntakeRun> OnceAsync(int count, int senders, int? rate)
    {
        // An event that no flow takes: the figure is of the intake, not of the work behind it.
        const string type = "product.updated";
        await using var stack = await BenchStack.StartAsync(Sandbox);
        using var stripe = new StripeWebhooks(stack.Local.App.Address, AppSettings.ConstantStripeSecret, senders * 4);
        await Pace.SaturateAsync(senders, count / 4, number => stripe.SendAsync(1_000_000 + number, type));
        var (app, driver) = (stack.WatchApp(), ProcessUse.OfThis);
        var most = await Pace.SaturateAsync(senders, count, number => stripe.SendAsync(2_000_000 + number, type));
        var who = Saturation.Of(app, null, driver);
        await StoredEvents.RoutedAsync(stack.Home);
        var steady = await Pace.SteadyAsync(rate ?? (most.PerSecond / 2), count / 2, number => stripe.SendAsync(3_000_000 + number, type));
        await stack.Local.KillAppAsync();
        var acknowledged = count / 4 + most.Count - most.Refused + steady.Count - steady.Refused;
        var stored = StoredEvents.Count(stack.Home);
        return new(most, steady, who, acknowledged, stored, acknowledged - stored);
    }

    /// <summary>One run; what was acknowledged and is not stored is lost, and must be 0.</summary>
    private sealed record IntakeRun(Sent Saturated, Sent Steady, Saturation Who, int Acknowledged, int Stored, int Lost, int Runs = 1);
}
