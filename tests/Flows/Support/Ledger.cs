using System.Text.Json;

namespace Isthmus.Flows.Tests.Support;

/// <summary>What the vendors hold, for asserting.</summary>
internal sealed class Ledger(JsonElement root)
{
    public IReadOnlyList<JsonElement> Contacts => Zoho("contacts");

    public IReadOnlyList<JsonElement> SalesOrders => Zoho("salesorders");

    public IReadOnlyList<JsonElement> Invoices => Zoho("invoices");

    public IReadOnlyList<JsonElement> Payments => Zoho("customerpayments");

    public IReadOnlyList<JsonElement> SageCustomers => Rows("sage-100", "customers");

    public IReadOnlyList<JsonElement> SageOrders => Rows("sage-100", "orders");

    public JsonElement Root => root;

    /// <summary>Exactly one of everything, all of the given amount, the invoice paid.</summary>
    public void HasOneOfEverything(decimal total)
    {
        Assert.Single(Contacts);
        Assert.Equal(total, Assert.Single(SalesOrders).GetProperty("total").GetDecimal());
        var invoice = Assert.Single(Invoices);
        Assert.Equal((total, 0m, "paid"), (Amount(invoice, "total"), Amount(invoice, "balance"), invoice.GetProperty("status").GetString()));
        Assert.Equal(total, Amount(Assert.Single(Payments), "amount"));
        Assert.Single(SageCustomers);
        Assert.Equal(total, Amount(Assert.Single(SageOrders), "Total"));
    }

    private static decimal Amount(JsonElement record, string name) => record.GetProperty(name).GetDecimal();

    private IReadOnlyList<JsonElement> Zoho(string kind) => Rows("zoho-inventory", kind);

    private IReadOnlyList<JsonElement> Rows(string vendor, string kind) => [.. root.GetProperty(vendor).GetProperty(kind).EnumerateArray()];
}
