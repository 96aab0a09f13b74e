using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Crash;

/// <summary>
/// A scenario, disturbed at its n-th vendor call or durable write. How many there are is counted in an undisturbed run, so that a
/// new step is covered by itself. Every n with ISTHMUS_EVERY=1; otherwise a sample.
/// </summary>
public abstract class AtAnyMoment(Lanes lanes, ITestOutputHelper output)
{
    internal async Task SurvivesAsync(Func<Scenario> scenario, Place place, Form form, int sampled)
    {
        var count = await CountAsync(scenario, place);
        var every = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_EVERY"), out var asked) && asked > 0 ? asked : sampled;
        var moments = Enumerable.Range(1, count).Where(n => n % every == (int)form % every).ToList();
        var wrong = new ConcurrentBag<string>();
        var met = 0;
        await lanes.EachAsync(moments, async (sandbox, n) =>
        {
            var trouble = new Trouble(form, n);
            try { await new Disturbed(sandbox, trouble, place, scenario()).PlayAsync(); }
            catch (Exception failure) { wrong.Add($"n = {n}, {trouble.What}: {failure.Message}"); }
            if (trouble.Met.IsCompleted) Interlocked.Increment(ref met);
        });
        output.WriteLine($"{form} at every {every}. of {count} moments ({place}): {met} met, {wrong.Count} wrong.");
        Assert.True(wrong.IsEmpty, $"{form} at {place}:\n{string.Join("\n", wrong)}");
        // A timer of the wall clock may have struck while the moments were counted.
        if (met < MostOf(moments, count)) count = Math.Min(count, await CountAsync(scenario, place));
        Assert.InRange(met, MostOf(moments, count), moments.Count);
    }

    private async Task<int> CountAsync(Func<Scenario> scenario, Place place)
    {
        var undisturbed = new Trouble(Form.Nothing, 0);
        await lanes.EachAsync([1], (sandbox, _) => new Disturbed(sandbox, undisturbed, place, scenario()).PlayAsync());
        return undisturbed.Count;
    }

    /// <summary>The last writes of a run come in another number each time.</summary>
    private static int MostOf(List<int> moments, int count)
    {
        var expected = moments.Count(moment => moment <= count);
        return Math.Max(expected / 2, (expected * 8 / 10) - 1);
    }
}
