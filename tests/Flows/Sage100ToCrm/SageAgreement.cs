using System.Text;
using System.Text.Json;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Flows.Tests.Sage100ToCrm.ShownSage;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

/// <summary>
/// Holds the CRM against Sage: each record is there once, with every field as the mapping makes it, and no field that it makes no
/// more.
/// </summary>
internal sealed class SageAgreement(ShownSage shown)
{
    private const string Own = "sage-100:ABC:";

    public async Task HoldsAsync()
    {
        await AgreeAsync("customers", "Accounts", "sage-100-customer-to-crm-account", Customer);
        await AgreeAsync("contacts", "Contacts", "sage-100-contact-to-crm-contact", row => $"{Customer(row)}:{Of(row, "ContactCode")}");
        await AgreeAsync(
            "vendors", "Vendors", "sage-100-vendor-to-crm-vendor", row => $"{Of(row, "APDivisionNo")}-{Of(row, "VendorNo")}");
        var accounts = (await shown.InCrmAsync("Accounts"))
            .ToDictionary(record => Text(record, "Isthmus_Key")!, record => Text(record, "id"));
        foreach (var person in await shown.InCrmAsync("Contacts"))
            Assert.Equal(accounts[CustomerOf(Text(person, "Isthmus_Key")!)], Linked(person, "Account_Name"));
        await OrdersAsync();
        await InvoicesAsync();
    }

    private async Task AgreeAsync(string kept, string module, string document, Func<JsonElement, string> keyOf)
    {
        var mapping = shown.World.Services.GetRequiredService<MappingCatalog>().Get(document);
        var wanted = (await InSageAsync(kept)).ToDictionary(
            keyOf, row => JsonElement.Parse(Encoding.UTF8.GetString(mapping.Apply(row, MappingContext.Empty).Output.Span)));
        var fields = wanted.Values.SelectMany(record => record.EnumerateObject().Select(field => field.Name)).Distinct().ToList();
        var there = await shown.InCrmAsync(module);
        Assert.Equal(wanted.Keys.Select(key => Own + key).Order(), there.Select(record => Text(record, "Isthmus_Key")).Order());
        foreach (var (key, record) in wanted)
        {
            var shownNow = there.Single(each => Text(each, "Isthmus_Key") == Own + key);
            foreach (var field in fields) Assert.Equal((key, field, Plain(record, field)), (key, field, Plain(shownNow, field)));
            Assert.True(module != "Accounts" || Text(shownNow, "Sage_Open_Invoices") is null, $"{key} still lists its invoices.");
        }
    }

    private async Task OrdersAsync()
    {
        var open = (await InSageAsync("orders")).ToDictionary(row => Of(row, "SalesOrderNo"));
        var ended = (await InSageAsync("history")).ToDictionary(row => Of(row, "SalesOrderNo"), row => Of(row, "OrderStatus"));
        var orders = await shown.InCrmAsync("Sales_Orders");
        Assert.Equal(orders.Count, orders.Select(order => Text(order, "SO_Number")).Distinct().Count());
        foreach (var (number, row) in open)
        {
            var order = Assert.Single(orders, each => Text(each, "SO_Number") == number);
            Assert.Equal(
                (number, Amount(row, "Total"), row.GetProperty("Lines").GetArrayLength()),
                (number, Amount(order, "Grand_Total"), order.GetProperty("Ordered_Items").GetArrayLength()));
        }
        foreach (var order in orders.Where(order => !open.ContainsKey(Text(order, "SO_Number")!)))
            Assert.Equal(ended[Text(order, "SO_Number")!] == "C" ? "Delivered" : "Cancelled", Text(order, "Status"));
    }

    private async Task InvoicesAsync()
    {
        var owed = (await InSageAsync("openInvoices")).Where(row => Of(row, "InvoiceType") == "IN")
            .ToDictionary(row => Of(row, "InvoiceNo"), row => Amount(row, "Balance"));
        Assert.Equal(
            (await InSageAsync("invoiceHistory"))
                .Select(row => (Of(row, "InvoiceNo"), Amount(row, "Total"), owed.GetValueOrDefault(Of(row, "InvoiceNo")))).Order(),
            (await shown.InCrmAsync("Invoices"))
                .Select(row => (Text(row, "Invoice_Number")!, Amount(row, "Sage_Total"), Amount(row, "Sage_Balance"))).Order());
    }

    private async Task<IReadOnlyList<JsonElement>> InSageAsync(string kept) =>
        [.. (await shown.World.LedgerAsync()).Root.GetProperty("sage-100").GetProperty(kept).EnumerateArray()];

    private static string CustomerOf(string person) => person[..person.LastIndexOf(':')];

    private static string Customer(JsonElement row) => $"{Of(row, "ARDivisionNo")}-{Of(row, "CustomerNo")}";

    private static string Of(JsonElement row, string column) => row.GetProperty(column).GetString()!;

    private static string Plain(JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) ? PlainValue.Of(value) : "";
}
