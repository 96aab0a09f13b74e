using Isthmus.Flows.Tests.Support;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Isthmus.Flows.Tests.Crash;

/// <summary>What one flow's crash proof plays: a record of it, how its end is seen, and what must be there then.</summary>
internal abstract class Scenario
{
    /// <summary>Settings of the app.</summary>
    public virtual (string, string)[] Settings => [];

    /// <summary>Changes the app before it is built, also before it is started again.</summary>
    public virtual Action<FunctionsApplicationBuilder>? Furnish => null;

    /// <summary>What is there before trouble begins.</summary>
    public virtual Task PrepareAsync(World world) => Task.CompletedTask;

    /// <summary>Brings the record in; trouble may meet the app from here on.</summary>
    public abstract Task BeginAsync(World world);

    /// <summary>Ends when every orchestration of the record is over.</summary>
    public abstract Task EndedAsync(World world, CancellationToken cancellation);

    /// <summary>What vendors' own retries and the timers do in minutes, done at once.</summary>
    public virtual Task NudgeAsync(World world, CancellationToken cancellation) =>
        world.App.PostAsync("/api/connections/stripe/sweep", null, cancellation);

    /// <summary>Exactly one effect.</summary>
    public abstract Task ProveAsync(World world);

    /// <summary>Ends when the orchestration is over.</summary>
    protected static Task OverAsync(World world, string instance, CancellationToken cancellation) => Patience.UntilAsync<bool>(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        return await world.Parts.Engine.Client.GetInstanceAsync(instance, cancellation) is { IsCompleted: true } ? true : null;
    });
}
