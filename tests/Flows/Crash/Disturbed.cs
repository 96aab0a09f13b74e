using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Isthmus.Flows.Tests.Crash;

/// <summary>Plays a scenario under trouble, and proves what came of it.</summary>
internal sealed class Disturbed(WebApplication sandbox, Trouble trouble, Place place, Scenario scenario)
{
    private static readonly TimeSpan Nudge = TimeSpan.FromMilliseconds(400);

    /// <summary>The connectors' own retries would hide from the steps what went wrong.</summary>
    private static readonly (string, string)[] WithoutRetries =
    [
        ("Logging:LogLevel:Default", "None"),
        ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "None"),
        .. new[] { "stripe", "zoho-inventory", "sage-100" }.Select(vendor => ($"Isthmus:Connections:{vendor}:Limits:Retries", "0")),
    ];

    public async Task PlayAsync()
    {
        await using var world = await World.StartBesideAsync(
            sandbox, () => new TroubledCalls(trouble, place == Place.VendorCall), scenario.Furnish, [.. WithoutRetries, .. scenario.Settings]);
        await scenario.PrepareAsync(world);
        world.Parts.Store.Faults = new TroubledWrites(trouble, place == Place.Write);
        trouble.Arm();
        await scenario.BeginAsync(world);
        await MetOrEndedAsync(world);
        trouble.Disarm();
        if (trouble is { Met.IsCompleted: true, Kills: true }) await world.CrashAndRestartAsync();
        trouble.Over();
        await ProveAsync(world);
    }

    private async Task MetOrEndedAsync(World world)
    {
        using var enough = new CancellationTokenSource();
        var ended = scenario.EndedAsync(world, enough.Token);
        await Task.WhenAny(trouble.Met, ended);
        await enough.CancelAsync();
        await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ProveAsync(World world)
    {
        using var done = new CancellationTokenSource();
        var nudging = NudgeAsync(world, done.Token);
        await scenario.EndedAsync(world, CancellationToken.None);
        await done.CancelAsync();
        await nudging;
        await scenario.ProveAsync(world);
        using var letters = JsonDocument.Parse(await world.App.GetStringAsync("/api/dead-letters"));
        Assert.Empty(letters.RootElement.GetProperty("items").EnumerateArray());
    }

    private async Task NudgeAsync(World world, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Nudge);
        try
        {
            do await scenario.NudgeAsync(world, done);
            while (await timer.WaitForNextTickAsync(done));
        }
        catch (OperationCanceledException) { }
    }
}
