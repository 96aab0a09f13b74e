using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;

namespace Isthmus.Bench.Drain;

/// <summary>New orders in the middle of the backlog: their first step calls Stripe alone, which has no limit.</summary>
internal static class FreeReads
{
    private const int First = 9_000_000;
    private const int Orders = 100;

    public static async Task<FreeConnection> MeasureAsync(BenchStack stack, StripeWebhooks stripe, TimeSpan after)
    {
        await Task.Delay(after, TimeProvider.System);
        var began = TimeProvider.System.GetUtcNow();
        await Pace.SteadyAsync(10, Orders, number => stripe.SendAsync(First + number));
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        var times = new List<double>();
        for (var number = 0; number < Orders; number++)
        {
            if (await ReadAtAsync(stack, number) is { } read) times.Add((read - began.AddSeconds(number / 10.0)).TotalMilliseconds);
        }
        times.Sort();
        return new(Orders, Samples.Percentile(times, 0.5), Samples.Percentile(times, 0.99), Orders - times.Count);
    }

    private static async Task<DateTimeOffset?> ReadAtAsync(BenchStack stack, int number)
    {
        var run = await stack.Local.App.Http.GetAsync($"/api/runs/o2c-{StripeWebhooks.Intent(First + number)}");
        if (!run.IsSuccessStatusCode) return null;
        using var json = System.Text.Json.JsonDocument.Parse(await run.Content.ReadAsStringAsync());
        return json.RootElement.TryGetProperty("steps", out var steps) && steps.GetArrayLength() > 0
            ? steps[0].GetProperty("endedAt").GetDateTimeOffset()
            : null;
    }
}
