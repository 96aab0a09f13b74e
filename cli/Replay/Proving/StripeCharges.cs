using Isthmus.Cli.Clients;

namespace Isthmus.Cli.Replay.Proving;

/// <summary>What Stripe says it received, read through its own API page by page.</summary>
internal static class StripeCharges
{
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(SandboxClient sandbox, CancellationToken cancel)
    {
        var received = new Dictionary<string, long>(StringComparer.Ordinal);
        string? last = null;
        while (true)
        {
            var page = await sandbox.StripeAsync("payment_intents?limit=100" + (last is null ? "" : "&starting_after=" + last),
                null, cancel);
            foreach (var intent in page.GetProperty("data").EnumerateArray())
            {
                last = intent.GetProperty("id").GetString()!;
                received[last] = intent.GetProperty("amount_received").GetInt64();
            }
            if (!page.GetProperty("has_more").GetBoolean()) return received;
        }
    }
}
