using System.Diagnostics;
using Isthmus.Bench.Measuring;

namespace Isthmus.Bench.Stack;

/// <summary>What came of sending: how many a second were answered well, and how long the answers took.</summary>
internal sealed record Sent(int Count, int Refused, double PerSecond, double P50Ms, double P99Ms, double WorstMs)
{
    public static Sent Of(IReadOnlyCollection<double> times, int refused, TimeSpan took)
    {
        var sorted = times.Order().ToList();
        return new(times.Count, refused, Math.Round(times.Count / took.TotalSeconds, 1),
            Samples.Percentile(sorted, 0.5), Samples.Percentile(sorted, 0.99), Samples.Percentile(sorted, 1));
    }
}

/// <summary>Two ways of sending: as fast as the answers come, and at a pace of its own.</summary>
internal static class Pace
{
    /// <summary>So many senders, each of which waits for its answer: finds the most that can be taken.</summary>
    public static async Task<Sent> SaturateAsync(int senders, int count, Func<int, Task<bool>> send)
    {
        var times = new double[count];
        var (next, refused, began) = (-1, 0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, senders).Select(async _ =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                if (!await send(number)) Interlocked.Increment(ref refused);
                times[number] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }
        }));
        return Sent.Of(times, refused, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>
    /// One every so often, answered or not. Times are counted from when it was due, so that a pause of the app shows in every
    /// sending that it delayed.
    /// </summary>
    public static async Task<Sent> SteadyAsync(double perSecond, int count, Func<int, Task<bool>> send)
    {
        var times = new double[count];
        var (refused, began) = (0, Stopwatch.GetTimestamp());
        var under = new Task[count];
        for (var number = 0; number < count; number++)
        {
            var due = TimeSpan.FromSeconds(number / perSecond);
            var early = due - Stopwatch.GetElapsedTime(began);
            if (early > TimeSpan.FromMilliseconds(1)) await Task.Delay(early, TimeProvider.System);
            under[number] = SendAsync(number, due);
        }
        await Task.WhenAll(under);
        return Sent.Of(times, refused, Stopwatch.GetElapsedTime(began));

        async Task SendAsync(int number, TimeSpan due)
        {
            if (!await send(number)) Interlocked.Increment(ref refused);
            times[number] = (Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds;
        }
    }
}
