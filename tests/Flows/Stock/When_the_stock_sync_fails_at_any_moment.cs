using System.Collections.Concurrent;
using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Stock;

/// <summary>Every n with ISTHMUS_EVERY=1; otherwise a sample.</summary>
public sealed class When_the_stock_sync_fails_at_any_moment(Lanes lanes, ITestOutputHelper output) : IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Place.VendorCall, Form.Refused, 1)]
    [InlineData(Place.VendorCall, Form.AnswerLost, 1)]
    [InlineData(Place.VendorCall, Form.KilledBefore, 1)]
    [InlineData(Place.VendorCall, Form.KilledAfter, 1)]
    [InlineData(Place.Write, Form.Refused, 5)]
    [InlineData(Place.Write, Form.KilledBefore, 5)]
    [InlineData(Place.Write, Form.KilledAfter, 5)]
    public async Task Each_quantity_arrives_and_counts_once(Place place, Form form, int sampled)
    {
        var undisturbed = new Trouble(Form.Nothing, 0);
        await lanes.EachAsync([1], (sandbox, _) => new OneCount(sandbox, undisturbed, place).PlayAsync());
        var every = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_EVERY"), out var asked) && asked > 0 ? asked : sampled;
        var wrong = new ConcurrentBag<string>();
        var met = 0;
        await lanes.EachAsync(Enumerable.Range(1, undisturbed.Count).Where(n => n % every == (int)form % every), async (sandbox, n) =>
        {
            var trouble = new Trouble(form, n);
            try { await new OneCount(sandbox, trouble, place).PlayAsync(); }
            catch (Exception failure) { wrong.Add($"n = {n}, {trouble.What}: {failure.Message}"); }
            if (trouble.Met.IsCompleted) Interlocked.Increment(ref met);
        });
        output.WriteLine($"{form} at every {every}. of {undisturbed.Count} moments ({place}): {met} met, {wrong.Count} wrong.");
        Assert.True(wrong.IsEmpty, $"{form} at {place}:\n{string.Join("\n", wrong)}");
        Assert.True(met > 0, "Nothing went wrong that should have.");
    }
}
