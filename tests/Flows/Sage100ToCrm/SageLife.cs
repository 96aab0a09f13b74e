using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Flows.Tests.Sage100ToCrm.ShownSage;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

/// <summary>What people do in Sage, what goes wrong, and looks in between: at rest the CRM shows what Sage has.</summary>
internal sealed class SageLife(ShownSage shown, ulong seed)
{
    private const int Deeds = 45;

    private static readonly string[] Flows =
        ["sage-100-customers", "sage-100-contacts", "sage-100-items", "sage-100-orders", "sage-100-invoices"];

    private static readonly (string Vendor, string Kind)[] Faults =
    [
        ("zoho-crm", "drop-after"), ("zoho-crm", "drop-before"), ("zoho-crm", "malformed-body"), ("zoho-crm", "token-expiry"),
        ("sage-100", "drop-before"), ("sage-100", "malformed-body"), ("sage-100", "token-expiry"),
    ];

    private static readonly string[] Names = ["Harbor", "株式会社", "Ωμέγα & Υιοί", "مضخات", "O'Neil \"Bros\"", "Ünïcode 🚢"];

    private readonly Queue<int> chance = new(Gen.Choose(0, 1_000_000).ListOf(2_000).Sample(1, new Rnd(seed), 1).First());
    private readonly HashSet<string> orders = [];
    private int numbers;

    public async Task PlayAsync()
    {
        foreach (var flow in Flows) await shown.RestAsync(flow);
        for (var at = 0; at < Deeds; at++) await DoAsync();
        await shown.World.HealAsync();
        foreach (var flow in Flows) await shown.RestAsync(flow, full: true);
        await AgreeAsync("customers", "Accounts", "sage-100-customer-to-crm-account", row => $"{Of(row, "ARDivisionNo")}-{Of(row, "CustomerNo")}");
        await AgreeAsync("contacts", "Contacts", "sage-100-contact-to-crm-contact",
            row => $"{Of(row, "ARDivisionNo")}-{Of(row, "CustomerNo")}:{Of(row, "ContactCode")}");
        await DocumentsAsync();
    }

    private int Next(int below) => chance.Dequeue() % below;

    private string Customer() => $"C{Next(6)}";

    private async Task DoAsync()
    {
        switch (Next(10))
        {
            case 0 or 1:
                await shown.PutAsync("AR_Customer", ShownSage.Customer(Customer(), ("CustomerName", Names[Next(Names.Length)]),
                    ("City", Next(2) == 0 ? "" : "Portland"), ("TelephoneNo", Next(2) == 0 ? "" : "503-555-0142"), ("CreditLimit", Next(5000)),
                    ("CreditHold", Next(4) == 0 ? "Y" : "N")));
                break;
            case 2:
                await CustomerAsync(out var of);
                await shown.PutAsync("AR_CustomerContact", ShownSage.Customer(of, ("ContactCode", $"P{Next(3)}"), ("ContactName", Names[Next(Names.Length)])));
                break;
            case 3 or 4: await OrderAsync(); break;
            case 5: await EndAsync(); break;
            case 6:
                var (vendor, kind) = Faults[Next(Faults.Length)];
                await shown.World.FaultAsync(new { vendor, kind, count = 1 + Next(2) });
                break;
            default:
                try { await shown.LookAsync(Flows[Next(Flows.Length)], full: Next(6) == 0); }
                catch (Exception failed) when (failed is InvalidOperationException or HttpRequestException) { }
                break;
        }
    }

    private Task CustomerAsync(out string number)
    {
        number = Customer();
        return shown.PutAsync("AR_Customer", ShownSage.Customer(number, ("CustomerName", Names[Next(Names.Length)]), ("CreditHold", "N")));
    }

    private async Task OrderAsync()
    {
        await CustomerAsync(out var of);
        var number = (++numbers).ToString("D7", CultureInfo.InvariantCulture);
        await shown.World.PostAsync("/_sandbox/sage-100/write", JsonSerializer.SerializeToNode(new
        {
            @ref = "1", @object = "SO_SalesOrder", mode = "create", key = new { SalesOrderNo = number },
            values = new { ARDivisionNo = "01", CustomerNo = of },
            lines = Enumerable.Range(0, 1 + Next(3)).Select(_ => new { ItemCode = "GASKET-12", QuantityOrdered = 1 + Next(5), UnitPrice = 4.25m }),
        })!);
        orders.Add(number);
    }

    private async Task EndAsync()
    {
        if (orders.Count == 0) return;
        var number = orders.ElementAt(Next(orders.Count));
        orders.Remove(number);
        await shown.World.PostAsync($"/_sandbox/sage-100/orders/{number}/complete", new { });
    }

    /// <summary>Each record is there once, with every field as the mapping makes it, and no field that it makes no more.</summary>
    private async Task AgreeAsync(string kept, string module, string document, Func<JsonElement, string> keyOf)
    {
        var mapping = shown.World.Services.GetRequiredService<MappingCatalog>().Get(document);
        var rows = (await shown.World.LedgerAsync()).Root.GetProperty("sage-100").GetProperty(kept).EnumerateArray().ToList();
        var wanted = rows.ToDictionary(keyOf, row => JsonElement.Parse(Encoding.UTF8.GetString(mapping.Apply(row, MappingContext.Empty).Output.Span)));
        var fields = wanted.Values.SelectMany(record => record.EnumerateObject().Select(field => field.Name)).Distinct().ToList();
        var there = await shown.InCrmAsync(module);
        Assert.Equal(wanted.Keys.Select(key => "sage-100:ABC:" + key).Order(), there.Select(record => Text(record, "Isthmus_Key")).Order());
        foreach (var (key, record) in wanted)
        {
            var shownNow = there.Single(each => Text(each, "Isthmus_Key") == "sage-100:ABC:" + key);
            foreach (var field in fields)
                Assert.Equal((field, Plain(record, field)), (field, Plain(shownNow, field)));
        }
    }

    private async Task DocumentsAsync()
    {
        var sage = (await shown.World.LedgerAsync()).Root.GetProperty("sage-100");
        var open = sage.GetProperty("orders").EnumerateArray().ToDictionary(row => Of(row, "SalesOrderNo"));
        var orders = await shown.InCrmAsync("Sales_Orders");
        foreach (var (number, row) in open)
        {
            var order = Assert.Single(orders, each => Text(each, "SO_Number") == number);
            Assert.Equal((Amount(row, "Total"), row.GetProperty("Lines").GetArrayLength()), (Amount(order, "Grand_Total"), order.GetProperty("Ordered_Items").GetArrayLength()));
        }
        Assert.All(orders.Where(order => !open.ContainsKey(Text(order, "SO_Number")!)), order => Assert.Equal("Delivered", Text(order, "Status")));
        Assert.Equal(
            sage.GetProperty("invoiceHistory").EnumerateArray().Select(row => (Of(row, "InvoiceNo"), Amount(row, "Total"))).Order(),
            (await shown.InCrmAsync("Invoices")).Select(invoice => (Text(invoice, "Invoice_Number")!, Amount(invoice, "Sage_Total"))).Order());
    }

    private static string Of(JsonElement row, string column) => row.GetProperty(column).GetString()!;

    private static string Plain(JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) ? PlainValue.Of(value) : "";
}
