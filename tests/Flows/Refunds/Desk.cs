using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Refunds;

/// <summary>What people do about money that goes back, in Stripe's dashboard and in Zoho, and what came of it.</summary>
internal static class Desk
{
    /// <summary>A settled order of 95.10: three bottles at 30.00, two cups at 2.55.</summary>
    public static async Task<Checkout> SoldAsync(this World world, string currency = "gbp")
    {
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple(currency: currency));
        await world.SettledAsync(paid);
        return paid;
    }

    /// <summary>Gives money back in Stripe's dashboard; answers with the refund's id.</summary>
    public static async Task<string> RefundAsync(this World world, Checkout paid, long? amount = null, object? metadata = null, string? status = null)
    {
        var answer = await world.AskAsync("/_sandbox/stripe/refunds", new { paymentIntent = paid.PaymentIntent, amount, metadata, status });
        return answer.GetProperty("refund").GetString()!;
    }

    /// <summary>The bank's word on a refund.</summary>
    public static Task SettleRefundAsync(this World world, string refund, bool succeed) =>
        world.PostAsync($"/_sandbox/stripe/refunds/{refund}/settle", new { succeed });

    /// <summary>What a person does in Zoho, as the API's own operation; answers with the record.</summary>
    public static async Task<JsonElement> ByHandAsync(this World world, string method, string path, object body) =>
        await world.AskAsync("/_sandbox/zoho-inventory/by-hand", new { method, path, body });

    /// <summary>A person credits money of the only invoice; answers with the credit note's id.</summary>
    public static async Task<string> CreditAsync(this World world, decimal amount)
    {
        var invoice = Assert.Single((await world.LedgerAsync()).Invoices);
        var answer = await world.ByHandAsync("POST", $"/creditnotes?invoice_id={Text(invoice, "invoice_id")}", new
        {
            customer_id = Text(invoice, "customer_id"),
            date = world.Day(),
            reference_number = Text(invoice, "reference_number"),
            line_items = new[] { new { name = "Goodwill", rate = amount, quantity = 1 } },
        });
        return Text(answer.GetProperty("creditnote"), "creditnote_id");
    }

    /// <summary>A person records a refund on a credit note; answers with its id.</summary>
    public static async Task<string> RecordRefundAsync(
        this World world, string creditNote, decimal amount, string mode = "creditcard", int daysAgo = 0)
    {
        var answer = await world.ByHandAsync(
            "POST", $"/creditnotes/{creditNote}/refunds", new { date = world.Day(daysAgo), refund_mode = mode, amount });
        return Text(answer.GetProperty("creditnote_refund"), "creditnote_refund_id");
    }

    /// <summary>Today on the calendar of UTC, or a day before it.</summary>
    public static string Day(this World world, int ago = 0) => $"{world.Clock.GetUtcNow().AddDays(-ago):yyyy-MM-dd}";

    /// <summary>Stripe's refunds, oldest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> StripeRefundsAsync(this World world) =>
        [.. (await world.StripeAsync("/v1/refunds?limit=100")).GetProperty("data").EnumerateArray().Reverse()];

    /// <summary>One refund of the amount at Stripe, one closed credit note that names it, one credit memo.</summary>
    public static async Task HasOneRefundAsync(this World world, decimal amount, string refund)
    {
        Assert.Equal((long)(amount * 100), Assert.Single(await world.StripeRefundsAsync()).GetProperty("amount").GetInt64());
        var ledger = await world.LedgerAsync();
        var note = Assert.Single(ledger.Zoho("creditnotes"));
        Assert.Equal((amount, "closed"), (Amount(note, "total"), Text(note, "status")));
        var record = Assert.Single(ledger.Zoho("creditnote_refunds"));
        Assert.Equal((amount, refund), (Amount(record, "amount"), Text(record, "reference_number")));
        Assert.Equal(amount, Math.Abs(Amount(Assert.Single(ledger.CreditMemos()), "Total")));
    }

    /// <summary>Sage's credit memos in entry.</summary>
    public static IReadOnlyList<JsonElement> CreditMemos(this Ledger ledger) =>
        [.. ledger.Root.GetProperty("sage-100").GetProperty("invoices").EnumerateArray().Where(memo => Text(memo, "InvoiceType") == "CM")];

    public static IReadOnlyList<JsonElement> Zoho(this Ledger ledger, string kind) =>
        [.. ledger.Root.GetProperty("zoho-inventory").GetProperty(kind).EnumerateArray()];

    public static string Text(JsonElement record, string name) => record.GetProperty(name).ToString();

    public static decimal Amount(JsonElement record, string name) => record.GetProperty(name).GetDecimal();

    private static async Task<JsonElement> AskAsync(this World world, string path, object body)
    {
        var answer = await world.Sandbox.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(text) : throw new InvalidOperationException($"{path}: {text}");
    }
}
