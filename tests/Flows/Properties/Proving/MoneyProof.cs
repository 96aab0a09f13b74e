using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Compares every payment at Stripe with what Zoho and Sage hold for it, to the minor unit.</summary>
internal static class MoneyProof
{
    public static async Task FindAsync(
        World world, Ledger ledger, IEnumerable<Payment> payments, bool everythingCured, Findings findings)
    {
        var intents = ledger.Root.GetProperty("stripe").GetProperty("payment_intents").EnumerateArray()
            .ToDictionary(intent => intent.GetProperty("id").GetString()!);
        foreach (var payment in payments)
        {
            var intent = intents[payment.Intent];
            var books = Books.Of(ledger, payment, intent.GetProperty("latest_charge").GetString()!);
            findings.Expect(books.Single, $"{payment.Intent} has {books}");
            var state = await StateAsync(world, payment.RunId);
            if (intent.GetProperty("status").GetString() == "succeeded")
                await PaidAsync(world, payment, intent.GetProperty("amount_received").GetInt64(), books, state, everythingCured, findings);
            else
                findings.Expect(
                    books.Empty && state is "waiting" or "ignored" or "deadLettered" or null,
                    $"{payment.Intent} was not paid but is {state} and has {books}");
        }
        OnePerCustomer(ledger, findings);
    }

    private static async Task PaidAsync(
        World world, Payment payment, long minor, Books books, string? state, bool everythingCured, Findings findings)
    {
        findings.Expect(
            state is "done" || (!everythingCured && state is "held" or "deadLettered"), $"{payment.RunId} was paid but is {state ?? "not there"}");
        if (state != "done" || !books.Single) return;
        var amount = minor / payment.Units;
        if (books.SalesOrders.Count == 0 || books.Invoices.Count == 0 || books.Payments.Count == 0)
        {
            findings.Expect(false, $"{payment.RunId} is done but has {books}");
            return;
        }
        var (order, invoice, paid) = (books.SalesOrders[0], books.Invoices[0], books.Payments[0]);
        findings.Expect(Amount(order, "total") == amount, $"{payment.Intent}: {amount} was captured, the sales order has {Amount(order, "total")}");
        findings.Expect(Amount(invoice, "total") == amount, $"{payment.Intent}: {amount} was captured, the invoice has {Amount(invoice, "total")}");
        findings.Expect(Amount(invoice, "balance") == 0, $"{payment.Intent}: the invoice's balance is {Amount(invoice, "balance")}");
        findings.Expect(Amount(paid, "amount") == amount, $"{payment.Intent}: {amount} was captured, the payment has {Amount(paid, "amount")}");
        var toSage = await StateAsync(world, "so2sage-" + order.GetProperty("salesorder_id").GetString());
        findings.Expect(
            toSage is "done" || (!everythingCured && toSage is "held" or "deadLettered"),
            $"{payment.Intent} is done but its way to Sage is {toSage ?? "not there"}");
        if (toSage != "done") return;
        var total = books.SageOrders.Count == 1 ? Amount(books.SageOrders[0], "Total") : (decimal?)null;
        findings.Expect(total == amount, $"{payment.Intent}: {amount} was captured, Sage has {total}");
    }

    private static void OnePerCustomer(Ledger ledger, Findings findings)
    {
        var contacts = ledger.Contacts
            .GroupBy(c => (c.GetProperty("email").GetString()!.ToLowerInvariant(), c.GetProperty("currency_code").GetString()));
        foreach (var same in contacts)
            findings.Expect(same.Count() == 1, $"{same.Count()} contacts have the address and currency {same.Key}");
        foreach (var same in ledger.SageCustomers.GroupBy(c => c.GetProperty("UDF_EXTERNAL_ID").GetString()))
            findings.Expect(same.Count() == 1, $"{same.Count()} customers in Sage are {same.Key}");
    }

    private static async Task<string?> StateAsync(World world, string run)
    {
        var answer = await world.App.GetAsync("/api/runs/" + run);
        if (!answer.IsSuccessStatusCode) return null;
        using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return body.RootElement.GetProperty("run").GetProperty("state").GetString();
    }

    private static decimal Amount(JsonElement record, string name) => record.GetProperty(name).GetDecimal();
}
