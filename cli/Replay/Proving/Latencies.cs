using System.Text.Json;
using Isthmus.Cli.Clients;
using Isthmus.Cli.Replay.Playing;

namespace Isthmus.Cli.Replay.Proving;

/// <summary>How long each order took from the payment to its order in Sage.</summary>
internal sealed record Latencies(IReadOnlyList<double> Milliseconds)
{
    public double P50 => Percentile(0.50);

    public double P99 => Percentile(0.99);

    public static Latencies Of(IReadOnlyList<PaidOrder> paid, JsonElement ledger, IReadOnlyList<FlowRun> toSage)
    {
        var ended = toSage.ToDictionary(run => run.Key, run => run.UpdatedAt);
        var sent = paid.ToDictionary(order => order.PaymentIntent, order => order.SentAt);
        var took = new List<double>();
        foreach (var order in ledger.GetProperty("zoho-inventory").GetProperty("salesorders").EnumerateArray())
        {
            if (!order.GetProperty("custom_field_hash").TryGetProperty("cf_stripe_payment_intent", out var intent)) continue;
            if (sent.TryGetValue(intent.ToString(), out var from)
                && ended.TryGetValue(order.GetProperty("salesorder_id").ToString(), out var to))
                took.Add((to - from).TotalMilliseconds);
        }
        took.Sort();
        return new Latencies(took);
    }

    /// <summary>The nearest-rank percentile; 0 where there is nothing.</summary>
    public double Percentile(double share) => Milliseconds.Count == 0
        ? 0
        : Math.Round(Milliseconds[Math.Clamp((int)Math.Ceiling(share * Milliseconds.Count) - 1, 0, Milliseconds.Count - 1)], 1);
}
