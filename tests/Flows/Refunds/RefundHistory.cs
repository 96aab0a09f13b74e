using System.Text.Json;
using Isthmus.Flows.Tests.Retention;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Refunds;

/// <summary>Plays a random history of refunds of one order, waits for rest, and proves that all systems agree.</summary>
internal sealed class RefundHistory(World world, IReadOnlyList<(Wish Wish, int Amount)> deeds)
{
    private const long Paid = 9510;
    private Checkout paid = null!;
    private string note = "";

    public async Task PlayAsync()
    {
        paid = await world.SoldAsync();
        note = await world.CreditAsync(95.10m);
        foreach (var (wish, amount) in deeds) await DoAsync(wish, amount);
        foreach (var refund in await world.StripeRefundsAsync())
            if (Desk.Text(refund, "status") == "pending") await world.SettleRefundAsync(Desk.Text(refund, "id"), succeed: true);
        await RestAsync();
        await ProveAsync();
    }

    private async Task DoAsync(Wish wish, int amount)
    {
        switch (wish)
        {
            case Wish.RefundInStripe: await TryRefundAsync(amount, null); break;
            case Wish.PendingInStripe: await TryRefundAsync(amount, "pending"); break;
            case Wish.RecordInZoho: await TryRecordAsync(amount / 100m); break;
            case Wish.TwoAtOnce: await Task.WhenAll(TryRecordAsync(amount / 100m), TryRefundAsync(amount, null)); break;
            case Wish.BankRefuses:
                var refunds = await world.StripeRefundsAsync();
                if (refunds.FirstOrDefault(r => Desk.Text(r, "status") == "succeeded") is { ValueKind: JsonValueKind.Object } made)
                    await world.SettleRefundAsync(Desk.Text(made, "id"), succeed: false);
                break;
            default:
                var heard = (await world.StripeAsync("/v1/events?limit=20")).GetProperty("data").EnumerateArray().ToList();
                await world.PostAsync($"/_sandbox/stripe/events/{Desk.Text(heard[amount % heard.Count], "id")}/deliver", new { });
                break;
        }
    }

    /// <summary>Stripe and Zoho refuse what is above what is left; that is a history as well.</summary>
    private async Task TryRefundAsync(int amount, string? status)
    {
        try { await world.RefundAsync(paid, amount, status: status); }
        catch (InvalidOperationException) { }
    }

    private async Task TryRecordAsync(decimal amount)
    {
        try { await world.RecordRefundAsync(note, amount); }
        catch (InvalidOperationException) { }
    }

    /// <summary>Nothing is under way, twice in a row, after lost news was looked for.</summary>
    private async Task RestAsync()
    {
        var still = 0;
        await Patience.UntilAsync<bool>(async () =>
        {
            await world.App.PostAsync("/api/connections/stripe/sweep", null);
            await world.App.PostAsync("/api/connections/zoho-inventory/sweep", null);
            await world.WaitUntilRoutedAsync();
            using var summary = JsonDocument.Parse(await world.App.GetStringAsync("/api/runs/summary"));
            var busy = summary.RootElement.EnumerateObject().SelectMany(flow => flow.Value.EnumerateObject())
                .Where(state => state.Name is "Running" or "Waiting" or "running" or "waiting").Sum(state => state.Value.GetInt32());
            still = busy == 0 && await BooksAsync() is var (stripe, zoho) && stripe.SequenceEqual(zoho) ? still + 1 : 0;
            return still >= 2 ? true : null;
        }, async () => $"{await world.App.GetStringAsync("/api/runs/summary")} {string.Join(' ', deeds)} {await BooksTextAsync()}");
    }

    private async Task ProveAsync()
    {
        var (stripe, zoho) = await BooksAsync();
        Assert.Equal(stripe, zoho);
        Assert.InRange(stripe.Sum(refund => refund.Amount), 0, Paid);
        var ledger = await world.LedgerAsync();
        var charge = await world.StripeAsync($"/v1/payment_intents/{paid.PaymentIntent}?expand[]=latest_charge");
        Assert.Equal(charge.GetProperty("latest_charge").GetProperty("amount_refunded").GetInt64(), stripe.Sum(refund => refund.Amount));
        var memos = ledger.CreditMemos().Select(memo => Desk.Text(memo, "UDF_EXTERNAL_ID")).ToList();
        Assert.Equal(memos.Distinct().Count(), memos.Count);
    }

    private async Task<(List<(string Id, long Amount)> Stripe, List<(string Id, long Amount)> Zoho)> BooksAsync()
    {
        var made = (await world.StripeRefundsAsync()).Where(refund => Desk.Text(refund, "status") == "succeeded")
            .Select(refund => (Desk.Text(refund, "id"), refund.GetProperty("amount").GetInt64())).Order().ToList();
        var booked = (await world.LedgerAsync()).Zoho("creditnote_refunds").Where(record => Desk.Text(record, "reference_number").Length > 0)
            .Select(record => (Desk.Text(record, "reference_number"), (long)(Desk.Amount(record, "amount") * 100))).Order().ToList();
        return (made, booked);
    }

    private async Task<string> BooksTextAsync()
    {
        var (stripe, zoho) = await BooksAsync();
        return $"Stripe: {string.Join(' ', stripe)}; Zoho: {string.Join(' ', zoho)}";
    }
}
