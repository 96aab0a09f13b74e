using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Isthmus.Sandbox.Tests.Stripe;

/// <summary>Whatever happens in whatever order, no money is made or lost. A seed replays its history.</summary>
public sealed class When_money_moves_at_random(ITestOutputHelper output) : StripeTest
{
    private static readonly string[] Cards =
        ["pm_card_visa", "pm_card_pendingRefund", "pm_card_refundFail", "pm_card_createDispute", "pm_card_createDisputeInquiry"];

    private static readonly string[] Ways = ["borrow", "wait", "refuse"];

    [Theory]
    [InlineData(11)]
    [InlineData(222)]
    [InlineData(3333)]
    [InlineData(44444)]
    public async Task Every_transaction_is_counted_once(int seed)
    {
        var chance = new Random(seed);
        await ConfigureAsync(new { refundFunding = Ways[seed % Ways.Length] });
        var paid = new List<JsonNode>();
        for (var i = 0; i < 60; i++) await StepAsync(chance, paid);
        var ledger = (await Sandbox.GetAsync("/_sandbox/ledger"))["stripe"]!;
        output.WriteLine($"seed {seed}: {Rows(ledger, "balance_transactions").Count} transactions, {Rows(ledger, "payouts").Count} payouts");
        CheckCharges(ledger);
        CheckPayouts(ledger);
        await CheckBalanceAsync(ledger);
    }

    private async Task StepAsync(Random chance, List<JsonNode> paid)
    {
        var any = paid.Count == 0 ? null : paid[chance.Next(paid.Count)];
        switch (any is null ? 0 : chance.Next(8))
        {
            case 0 or 1: paid.Add(await CheckoutAsync(new { card = Cards[chance.Next(Cards.Length)] })); break;
            case 2 or 3: await Stripe.PostAsync("/v1/refunds", $"charge={any!["charge"]}&amount={chance.Next(1, 1500)}"); break;
            case 4:
                await Sandbox.PostAsync("/_sandbox/stripe/balance-transactions", new { type = "stripe_fee", amount = -chance.Next(1, 90) });
                break;
            case 5: await Stripe.PostAsync("/v1/payouts", $"amount={chance.Next(1, 900)}&currency=gbp"); break;
            case 6: await FailOneAsync(); break;
            default: await AdvanceAsync(chance.Next(1, 3 * 24 * 3600)); break;
        }
    }

    private async Task FailOneAsync()
    {
        var open = (await Stripe.ReadAsync("/v1/payouts?limit=1"))["data"]!.AsArray();
        if (open.Count > 0 && Text(open[0]!, "status") is not ("failed" or "canceled"))
            await Sandbox.PostAsync($"/_sandbox/stripe/payouts/{open[0]!["id"]}/evolve", new { to = "failed" });
    }

    private static void CheckCharges(JsonNode ledger)
    {
        foreach (var charge in Rows(ledger, "charges"))
        {
            var given = Rows(ledger, "refunds").Where(refund => Text(refund, "charge") == Text(charge, "id")
                && Text(refund, "status") is not ("failed" or "canceled")).Sum(refund => Number(refund, "amount"));
            Assert.Equal(given, Number(charge, "amount_refunded"));
            Assert.InRange(given, 0, Number(charge, "amount_captured"));
        }
    }

    private static void CheckPayouts(JsonNode ledger)
    {
        var net = Rows(ledger, "balance_transactions").ToDictionary(row => Text(row, "id"), row => Number(row, "net"));
        var byPayout = Rows(ledger, "paid_out").ToLookup(line => Text(line, "payout"), line => net[Text(line, "id")]);
        foreach (var payout in Rows(ledger, "payouts").Where(payout => payout["automatic"]!.GetValue<bool>()))
            Assert.Equal(0, byPayout[Text(payout, "id")].Sum());
    }

    private async Task CheckBalanceAsync(JsonNode ledger)
    {
        var balance = await Stripe.ReadAsync("/v1/balance");
        var shown = Number(balance["available"]![0]!, "amount") + Number(balance["pending"]![0]!, "amount");
        Assert.Equal(Rows(ledger, "balance_transactions").Sum(row => Number(row, "net")), shown);
    }

    private static List<JsonNode> Rows(JsonNode ledger, string kind) => [.. ledger[kind]!.AsArray().Select(row => row!)];

    private static long Number(JsonNode node, string name) => node[name]!.GetValue<long>();
}
