using Isthmus.Cli.Clients;

namespace Isthmus.Cli.Replay.Proving;

/// <summary>Money that Stripe gave back, by its refund, in minor units.</summary>
internal sealed record StripeRefund(string Id, string PaymentIntent, long Amount);

/// <summary>What Stripe says it gave back, read through its own API page by page.</summary>
internal static class StripeRefunds
{
    public static async Task<IReadOnlyList<StripeRefund>> ReadAsync(SandboxClient sandbox, CancellationToken cancel)
    {
        var refunds = new List<StripeRefund>();
        string? last = null;
        while (true)
        {
            var page = await sandbox.StripeAsync("refunds?limit=100" + (last is null ? "" : "&starting_after=" + last), null, cancel);
            foreach (var refund in page.GetProperty("data").EnumerateArray())
            {
                last = refund.GetProperty("id").GetString()!;
                if (refund.GetProperty("status").GetString() is "failed" or "canceled") continue;
                refunds.Add(new StripeRefund(last, refund.GetProperty("payment_intent").ToString(), refund.GetProperty("amount").GetInt64()));
            }
            if (!page.GetProperty("has_more").GetBoolean()) return refunds;
        }
    }
}
