using System.Net;
using Isthmus.Bench.Chaos;
using Isthmus.Bench.Chaos.Checks;
using Isthmus.Cli.Replay.Playing;
using Isthmus.Cli.Stack;
using Isthmus.Flows.Tests.Support;
using Isthmus.Tests.Support;

namespace Isthmus.Flows.Tests.Processes;

/// <summary>The real program on a real file system that has no room left in the middle of the work.</summary>
public sealed class When_the_disk_is_full : IDisposable
{
    private static readonly int[] EverySecond = [.. Enumerable.Repeat(1, 60)];
    private readonly TemporaryFolder home = new();
    private readonly TemporaryFolder logs = new();

    public void Dispose()
    {
        home.Dispose();
        logs.Dispose();
    }

    [MountFact]
    public async Task Nothing_is_acknowledged_and_work_goes_on_by_itself_when_there_is_room()
    {
        using var disk = SmallDisk.Mount(home.Path, "256m");
        var options = new ChaosOptions { Orders = 8, Seed = 5, AwaitForgotten = false, Stack = SmallStack.At(home.Path, logs.Path) };
        var plan = new ChaosPlan(options);
        await using var stack = await LocalStack.StartAsync(options.Stack, CancellationToken.None);
        await stack.Sandbox.PostAsync(
            "/_sandbox/settings", new Dictionary<string, object> { ["stripe"] = new { webhookRetrySeconds = EverySecond } }, default);
        await Catalogue.SeedAsync(stack.Sandbox, plan.Items, default);
        var checkouts = new Checkouts(stack.Sandbox, 1);
        var paid = await checkouts.PayAsync([.. plan.Orders.Take(4)], _ => { }, default);

        disk.Fill();
        paid.AddRange(await checkouts.PayAsync([.. plan.Orders.Skip(4)], _ => { }, default));
        await PingAsync(stack, HttpStatusCode.ServiceUnavailable);
        Assert.Null(stack.Fallen);
        disk.Free();
        await new Quiet(stack, options, _ => { }).WaitAsync(CancellationToken.None);
        await PingAsync(stack, HttpStatusCode.OK);

        Assert.Empty((await new Verification(stack, paid).RunAsync(CancellationToken.None)).Findings);
        var log = await File.ReadAllTextAsync(Path.Combine(options.Stack.Logs, "app.log"));
        Assert.Contains("is full: nothing was stored", log);
        Assert.Contains("Writes are stored again; work goes on.", log);
    }

    private static Task<bool> PingAsync(LocalStack stack, HttpStatusCode wanted) => Patience.UntilAsync<bool>(async () =>
        (await stack.App.Http.GetAsync("/admin/host/ping")).StatusCode == wanted ? true : null);
}
