using System.Collections.Concurrent;
using System.Diagnostics;

namespace Isthmus.Fuzz;

/// <summary>Tries many inputs on one target: none may throw, take long, or leave memory behind.</summary>
internal sealed class Campaign(Target target, ulong seed)
{
    private const long MostGrowth = 24L * 1024 * 1024;

    // Over fewer inputs, what else goes on in the process outweighs what they leave behind.
    private const long EnoughToJudgeGrowth = 20_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private const int MostSlow = 20;
    private readonly FindingList findings = new();
    private readonly ConcurrentQueue<long> slow = [];
    private readonly ConcurrentDictionary<int, (long Number, long Started)> underWay = [];
    private long slowest;

    public async Task<TargetReport> RunAsync(long inputs)
    {
        var clock = Stopwatch.StartNew();
        var tenth = inputs / 10;
        await TryAsync(0, tenth);
        var before = Heap();
        await TryAsync(tenth, inputs);
        var grown = Heap() - before;
        if (grown > MostGrowth && inputs >= EnoughToJudgeGrowth)
            findings.Add(new Finding(target.Name, inputs, $"The heap grew by {grown / 1024 / 1024} MB.", ""));
        await SlowAsync();
        if (await target.CloseAsync() is { } wrong) findings.Add(new Finding(target.Name, inputs, wrong, "all of them"));
        return new TargetReport(
            inputs, clock.Elapsed.TotalSeconds, TimeSpan.FromTicks(slowest).TotalMilliseconds, grown, findings.Kept, findings.Count);
    }

    /// <summary>Tries one input once more, by its number.</summary>
    public async Task<Finding?> OnceAsync(long number)
    {
        var input = target.Make(Dice.Of(seed, target.Name, number));
        var why = await WhyAsync(input);
        return why is null ? null : new Finding(target.Name, number, why, input.ToString());
    }

    private async Task TryAsync(long from, long to)
    {
        var next = from - 1;
        using var over = new CancellationTokenSource();
        var all = Task.WhenAll(Enumerable.Range(0, target.AtOnce).Select(worker => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < to)
            {
                underWay[worker] = (number, Stopwatch.GetTimestamp());
                await MeasureAsync(number);
                underWay.TryRemove(worker, out _);
            }
        })));
        await await Task.WhenAny(all, WatchAsync(over.Token));
        await over.CancelAsync();
    }

    /// <summary>An input that never comes to an end cannot be stopped, only told.</summary>
    private async Task WatchAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(Hang);
        while (await timer.WaitForNextTickAsync(over))
        {
            foreach (var (number, started) in underWay.Values)
            {
                if (Stopwatch.GetElapsedTime(started) < Hang) continue;
                throw new TimeoutException(
                    $"{target.Name} #{number} with seed {seed} did not end: {target.Make(Dice.Of(seed, target.Name, number))}");
            }
        }
    }

    private async Task MeasureAsync(long number)
    {
        var input = target.Make(Dice.Of(seed, target.Name, number));
        var started = Stopwatch.GetTimestamp();
        var why = await WhyAsync(input);
        var took = Stopwatch.GetElapsedTime(started);
        if (took > Longest) slow.Enqueue(number);
        else if (took.Ticks > Interlocked.Read(ref slowest)) Interlocked.Exchange(ref slowest, took.Ticks);
        if (why is not null) findings.Add(new Finding(target.Name, number, why, input.ToString()));
    }

    /// <summary>A busy machine is slow now and then; an input is slow each time, also when it is alone.</summary>
    private async Task SlowAsync()
    {
        foreach (var number in slow.Take(MostSlow))
        {
            var input = target.Make(Dice.Of(seed, target.Name, number));
            var best = TimeSpan.MaxValue;
            for (var time = 0; time < 3 && best > Longest; time++)
            {
                var started = Stopwatch.GetTimestamp();
                await WhyAsync(input);
                if (Stopwatch.GetElapsedTime(started) is var took && took < best) best = took;
            }
            slowest = Math.Max(slowest, best.Ticks);
            if (best > Longest) findings.Add(new Finding(target.Name, number, $"It took {best.TotalMilliseconds:0} ms.", input.ToString()));
        }
    }

    private async Task<string?> WhyAsync(Input input)
    {
        try { return await target.TryAsync(input); }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            var where = failure.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Isthmus.", StringComparison.Ordinal))?.Trim();
            return $"{failure.GetType().Name}: {failure.Message} {where}";
        }
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);
}
