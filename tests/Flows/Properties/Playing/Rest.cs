using System.Diagnostics;
using System.Text.Json;
using Azure.Storage.Queues;
using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;
using Microsoft.DurableTask.Client;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Tells when nothing is under way any more except what waits for money or for a person.</summary>
internal static class Rest
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly string[] UnderWay = ["running", "waiting", "held"];

    public static async Task UntilAsync(World world)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        string? before = null;
        for (var same = 0; same < 3;)
        {
            var (why, now) = await LookAsync(world);
            same = why is null && now == before ? same + 1 : 0;
            before = now;
            if (clock.Elapsed > Limit) throw new TimeoutException($"No rest in {Limit.TotalSeconds} s: {why ?? "it goes on and on"}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>What keeps it from rest, or null; and a picture that changes with whatever happens.</summary>
    private static async Task<(string? Why, string Now)> LookAsync(World world)
    {
        var runs = new Dictionary<string, string>();
        var summary = await world.GetAsync("/api/runs/summary");
        foreach (var (flow, state) in Where(summary))
        {
            foreach (var run in await Repairs.ItemsAsync(world, $"/api/runs?flow={flow}&state={state}&limit=500"))
                runs[run.GetProperty("id").GetString()!] = state;
        }
        var active = await world.Parts.Engine.Client.GetAllInstancesAsync(new OrchestrationQuery
        {
            Statuses = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending],
        }).Select(instance => instance.InstanceId).ToHashSetAsync();
        var now = $"{summary} {await CallsAsync(world)}";
        if (runs.Keys.FirstOrDefault(id => !active.Contains(id)) is { } lost)
        {
            await world.ActAsync("/api/runs/sweep?quietSeconds=0");
            return ($"{lost} is shown as {runs[lost]} without an orchestration", now);
        }
        if (active.FirstOrDefault(id => runs.GetValueOrDefault(id, "running") == "running") is { } busy) return ($"{busy} is at work", now);
        return (await WaitingAsync(world) is > 0 and var waiting ? $"{waiting} events are on the queue" : null, now);
    }

    /// <summary>The flows and states in which something is under way.</summary>
    private static IEnumerable<(string Flow, string State)> Where(JsonElement summary) =>
        from flow in summary.EnumerateObject()
        from state in flow.Value.EnumerateObject()
        let name = state.Name.ToLowerInvariant()
        where UnderWay.Contains(name) && state.Value.GetInt32() > 0
        select (flow.Name, name);

    private static async Task<string> CallsAsync(World world) => await world.Sandbox.GetStringAsync("/_sandbox/calls");

    private static async Task<int> WaitingAsync(World world)
    {
        var waiting = 0;
        foreach (var name in new[] { "events", "events-poison" })
            waiting += (await new QueueClient("IsthmusHome=" + world.Home, name).GetPropertiesAsync()).Value.ApproximateMessagesCount;
        return waiting;
    }
}
