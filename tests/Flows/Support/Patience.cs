using System.Diagnostics;

namespace Isthmus.Flows.Tests.Support;

/// <summary>Looks again and again at what another process does, up to a limit that only a broken test reaches.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<T> UntilAsync<T>(Func<Task<T?>> look, Func<Task<string>>? describe = null) where T : struct
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(15));
        while (clock.Elapsed < Limit)
        {
            if (await look() is { } found) return found;
            await timer.WaitForNextTickAsync();
        }
        throw new TimeoutException($"It did not come to pass in {Limit:c}. " + (describe is null ? "" : await describe()));
    }
}
