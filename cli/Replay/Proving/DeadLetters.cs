using System.Text.Json;
using Isthmus.Cli.Clients;

namespace Isthmus.Cli.Replay.Proving;

/// <summary>Which payments ended in a dead letter: on the way to Zoho, or from there to Sage.</summary>
internal static class DeadLetters
{
    public static HashSet<string> Intents(IReadOnlyList<FlowRun> toCash, IReadOnlyList<FlowRun> toSage, JsonElement ledger)
    {
        var intents = toCash.Where(run => run.IsDeadLettered).Select(run => run.Key).ToHashSet();
        var orders = toSage.Where(run => run.IsDeadLettered).Select(run => run.Key).ToHashSet();
        foreach (var order in ledger.GetProperty("zoho-inventory").GetProperty("salesorders").EnumerateArray())
        {
            if (orders.Contains(order.GetProperty("salesorder_id").ToString())
                && order.GetProperty("custom_field_hash").TryGetProperty("cf_stripe_payment_intent", out var intent))
                intents.Add(intent.ToString());
        }
        return intents;
    }
}
