using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Does what customers, banks and people at Stripe do about money that goes back and money that goes out.</summary>
internal sealed class Treasury(World world)
{
    /// <summary>Money goes back in Stripe's dashboard.</summary>
    public Task RefundAsync(Payment payment, int tenths, bool pending) => AskAsync(
        "/_sandbox/stripe/refunds",
        new { paymentIntent = payment.Intent, amount = payment.Tenths(tenths), status = pending ? "pending" : null });

    /// <summary>The bank's word on one of the refunds.</summary>
    public async Task AnswerAsync(int refund, bool succeeds)
    {
        if ((await RecordsAsync("refunds")).ElementAtOrDefault(refund - 1) is { ValueKind: JsonValueKind.Object } made)
            await AskAsync($"/_sandbox/stripe/refunds/{Id(made)}/settle", new { succeed = succeeds });
    }

    /// <summary>The bank takes the money of a payment that is not in dispute yet, or asks about it first.</summary>
    public async Task DisputeAsync(Payment payment, bool inquiry)
    {
        var charge = (await RecordsAsync("charges")).FirstOrDefault(c => c.GetProperty("payment_intent").GetString() == payment.Intent);
        if (charge.ValueKind != JsonValueKind.Object || charge.GetProperty("disputed").GetBoolean()) return;
        if (Amount(charge, "amount_captured") > Amount(charge, "amount_refunded"))
            await AskAsync("/_sandbox/stripe/disputes", new { paymentIntent = payment.Intent, inquiry });
    }

    /// <summary>The bank decides one of the disputes.</summary>
    public async Task DecideAsync(int dispute, bool won)
    {
        if ((await RecordsAsync("disputes")).ElementAtOrDefault(dispute - 1) is { ValueKind: JsonValueKind.Object } open)
            await DecideAsync(open, won);
    }

    /// <summary>Pays out what is there in every currency, as far as is said.</summary>
    public Task PayOutAsync(string to) => AskAsync("/_sandbox/stripe/payouts", new { to });

    /// <summary>The bank sends one of the payouts back.</summary>
    public async Task BounceAsync(int payout)
    {
        if ((await RecordsAsync("payouts")).ElementAtOrDefault(payout - 1) is { ValueKind: JsonValueKind.Object } made)
            await AskAsync($"/_sandbox/stripe/payouts/{Id(made)}/evolve", new { to = "failed" });
    }

    /// <summary>An old event comes once more.</summary>
    public async Task RepeatAsync(int number)
    {
        var events = await RecordsAsync("events");
        if (events.Count > 0) await AskAsync($"/_sandbox/stripe/events/{Id(events[number % events.Count])}/deliver", new { });
    }

    /// <summary>Everything that the banks still owe a word on is decided.</summary>
    public async Task EndAsync()
    {
        foreach (var refund in (await RecordsAsync("refunds")).Where(refund => Status(refund) is "pending" or "requires_action"))
            await AskAsync($"/_sandbox/stripe/refunds/{Id(refund)}/settle", new { succeed = true });
        var disputes = await RecordsAsync("disputes");
        for (var n = 0; n < disputes.Count; n++) await DecideAsync(disputes[n], won: n % 2 == 0);
        foreach (var payout in (await RecordsAsync("payouts")).Where(payout => Status(payout) is not ("failed" or "canceled")))
            await AskAsync($"/_sandbox/stripe/payouts/{Id(payout)}/evolve", new { to = "reconciled" });
    }

    private Task DecideAsync(JsonElement dispute, bool won) => Status(dispute) is "won" or "lost" or "warning_closed" ? Task.CompletedTask
        : AskAsync(
            $"/_sandbox/stripe/disputes/{Id(dispute)}/evolve",
            new { to = !won ? "lost" : Status(dispute).StartsWith("warning_", StringComparison.Ordinal) ? "warning_closed" : "won" });

    private async Task<IReadOnlyList<JsonElement>> RecordsAsync(string kind) =>
        [.. (await world.LedgerAsync()).Root.GetProperty("stripe").GetProperty(kind).EnumerateArray()];

    /// <summary>Stripe refuses what does not fit; that is a history as well.</summary>
    private Task<HttpResponseMessage> AskAsync(string path, object body) => world.Sandbox.PostAsJsonAsync(path, body);

    private static string Id(JsonElement record) => record.GetProperty("id").GetString()!;

    private static string Status(JsonElement record) => record.GetProperty("status").GetString()!;

    private static long Amount(JsonElement record, string name) => record.GetProperty(name).GetInt64();
}
