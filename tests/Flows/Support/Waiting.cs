namespace Isthmus.Flows.Tests.Support;

/// <summary>Waits for what comes to pass in a world by itself, or when its time has come.</summary>
internal static class Waiting
{
    /// <summary>Ends when the run's orchestration is over; its state is written before.</summary>
    public static Task OverAsync(this World world, string run) => Patience.UntilAsync<bool>(
        async () => await world.Parts.Engine.Client.GetInstanceAsync(run) is { IsCompleted: true } ? true : null,
        () => world.App.GetStringAsync("/api/runs/" + run));

    /// <summary>
    /// Passes so much time, and again every other moment, until work flows over a connection: the timer of its next probe may be set
    /// just after the time was passed.
    /// </summary>
    public static Task PassUntilFlowingAsync(this World world, string connection, TimeSpan step)
    {
        var looks = 0;
        return Patience.UntilAsync<bool>(async () =>
        {
            if (looks++ % 100 == 0) await world.PassTimeAsync(step);
            return (await world.CircuitAsync(connection)).GetProperty("state").GetString() == "flowing" ? true : null;
        }, async () => (await world.CircuitAsync(connection)).ToString());
    }
}
