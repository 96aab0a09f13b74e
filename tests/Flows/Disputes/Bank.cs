using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Payouts;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Disputes;

/// <summary>A dispute that a test opened.</summary>
internal sealed record OpenDispute(string Id)
{
    public string Run => "dispute-" + Id;
}

/// <summary>What the payer's bank does about a payment, and what came of it.</summary>
internal static class Bank
{
    public static async Task<OpenDispute> DisputeAsync(this World world, Checkout paid, bool inquiry = false) => new(
        (await world.ControlAsync("/_sandbox/stripe/disputes", new { paymentIntent = paid.PaymentIntent, inquiry }))
        .GetProperty("dispute").GetString()!);

    /// <summary>The bank's next word: withdraw, reinstate, won, lost, warning_closed.</summary>
    public static Task DecideAsync(this World world, OpenDispute dispute, string to) =>
        world.ControlAsync($"/_sandbox/stripe/disputes/{dispute.Id}/evolve", new { to });

    /// <summary>The status of the only order in Sage.</summary>
    public static string SageStatus(this Ledger ledger) => Assert.Single(ledger.SageOrders).GetProperty("OrderStatus").GetString()!;

    /// <summary>What the only one of these records says of its dispute.</summary>
    public static string Note(this Ledger _, IReadOnlyList<JsonElement> records) =>
        Assert.Single(records).GetProperty("custom_field_hash").GetProperty("cf_stripe_dispute").GetString()!;

    /// <summary>The journal entries in Sage, line by line.</summary>
    public static IReadOnlyList<(string Account, decimal Debit, decimal Credit)[]> Journals(this Ledger ledger) =>
    [
        .. ledger.Root.GetProperty("sage-100").GetProperty("journals").EnumerateArray().Select(entry => entry.GetProperty("Lines").EnumerateArray()
            .Select(line => (
                line.GetProperty("Account").GetString()!, line.GetProperty("DebitAmount").GetDecimal(),
                line.GetProperty("CreditAmount").GetDecimal()))
            .ToArray()),
    ];

    /// <summary>The open entries.</summary>
    public static async Task<IReadOnlyList<JsonElement>> LettersAsync(this World world) =>
        [.. (await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray()];
}
