using System.Text.Json;

namespace Isthmus.Cli.Replay.Proving;

/// <summary>
/// What one system holds for one payment: an amount in main units, units of goods, and how the document is called there.
/// </summary>
internal sealed record Evidence(string PaymentIntent, decimal Amount, decimal Units, string Number);

/// <summary>Everything that the ledgers hold, by system and kind of document.</summary>
internal sealed record Ledgers
{
    public required IReadOnlyList<Evidence> ZohoOrders { get; init; }

    public required IReadOnlyList<Evidence> ZohoInvoices { get; init; }

    public required IReadOnlyList<Evidence> ZohoPayments { get; init; }

    public required IReadOnlyList<Evidence> SageOrders { get; init; }

    /// <summary>E-mail addresses of Zoho's contacts; one that stands twice is a customer created twice.</summary>
    public required IReadOnlyList<string> Contacts { get; init; }

    /// <summary>External ids of Sage's customers.</summary>
    public required IReadOnlyList<string> Customers { get; init; }

    public static Ledgers Read(JsonElement ledger)
    {
        var zoho = ledger.GetProperty("zoho-inventory");
        var sage = ledger.GetProperty("sage-100");
        var orders = zoho.GetProperty("salesorders").EnumerateArray().ToList();
        var byOrder = orders.ToDictionary(order => Text(order, "salesorder_id"), ZohoIntent);
        var invoices = zoho.GetProperty("invoices").EnumerateArray().ToList();
        var byInvoice = invoices.ToDictionary(invoice => Text(invoice, "invoice_id"), invoice =>
            First(invoice, "salesorder_ids", byOrder));
        return new Ledgers
        {
            ZohoOrders = [.. orders.Select(o =>
                new Evidence(ZohoIntent(o), Number(o, "total"), Number(o, "quantity"), Text(o, "salesorder_number")))],
            ZohoInvoices = [.. invoices.Select(i => new Evidence(
                byInvoice[Text(i, "invoice_id")], Number(i, "total") - Number(i, "balance"), Number(i, "quantity"),
                    Text(i, "invoice_number")))],
            ZohoPayments = [.. zoho.GetProperty("customerpayments").EnumerateArray().Select(p => new Evidence(
                First(p, "invoice_ids", byInvoice), Number(p, "amount") - Number(p, "unused_amount"), 0,
                    Text(p, "payment_number")))],
            SageOrders = [.. sage.GetProperty("orders").EnumerateArray().Select(o => new Evidence(
                Text(o, "UDF_STRIPE_PI"), Number(o, "Total"), SageUnits(o), Text(o, "SalesOrderNo")))],
            Contacts = [.. zoho.GetProperty("contacts").EnumerateArray().Select(c => Text(c, "email").ToLowerInvariant())],
            Customers = [.. sage.GetProperty("customers").EnumerateArray().Select(c => Text(c, "UDF_EXTERNAL_ID"))]
        };
    }

    private static decimal SageUnits(JsonElement order) =>
        order.GetProperty("Lines").EnumerateArray().Where(line => Text(line, "ItemType") == "1").Sum(line =>
            Number(line, "QuantityOrdered"));

    private static string ZohoIntent(JsonElement document) =>
        document.GetProperty("custom_field_hash").TryGetProperty("cf_stripe_payment_intent", out var intent)
            ? intent.ToString() : "";

    private static string First(JsonElement document, string member, Dictionary<string, string> intents) =>
        document.GetProperty(member).EnumerateArray().Select(id =>
            intents.GetValueOrDefault(id.ToString(), "")).FirstOrDefault("");

    private static string Text(JsonElement record, string name) => record.GetProperty(name).ToString();

    private static decimal Number(JsonElement record, string name) => record.GetProperty(name).GetDecimal();
}
