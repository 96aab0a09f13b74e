using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using static Isthmus.Flows.Tests.Sage100ToCrm.ShownSage;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

/// <summary>What people do in Sage and in the CRM, what goes wrong, and looks in between.</summary>
internal sealed class SageLife(ShownSage shown, ulong seed)
{
    private const int Deeds = 60;

    private static readonly string[] Flows =
        ["sage-100-customers", "sage-100-contacts", "sage-100-vendors", "sage-100-items", "sage-100-orders", "sage-100-invoices"];

    private static readonly object[] Troubles =
    [
        new { vendor = "zoho-crm", kind = "drop-after", count = 2 }, new { vendor = "zoho-crm", kind = "drop-before", count = 1 },
        new { vendor = "zoho-crm", kind = "malformed-body", count = 1 }, new { vendor = "zoho-crm", kind = "token-expiry", count = 2 },
        new { vendor = "zoho-crm", kind = "status", status = 500, count = 1 },
        new { vendor = "zoho-crm", kind = "record-lock", match = "upsert", count = 2 },
        new { vendor = "sage-100", kind = "drop-before", count = 2 }, new { vendor = "sage-100", kind = "malformed-body", count = 1 },
        new { vendor = "sage-100", kind = "token-expiry", count = 1 }, new { vendor = "sage-100", kind = "status", status = 429, count = 2 },
        new { vendor = "sage-100", kind = "status", status = 503, count = 1 },
    ];

    private static readonly string[] Names = ["Harbor", "株式会社", "Ωμέγα & Υιοί", "مضخات", "O'Neil \"Bros\"", "Ünïcode 🚢"];
    private static readonly string[] Editions = ["standard", "enterprise"];
    private static readonly string[] DataCentres = ["us", "ca"];

    private readonly Queue<int> chance = new(Gen.Choose(0, 1_000_000).ListOf(2_000).Sample(1, new Rnd(seed), 1).First());
    private int numbers;

    public async Task PlayAsync()
    {
        foreach (var flow in Flows) await shown.RestAsync(flow);
        for (var at = 0; at < Deeds; at++) await DoAsync();
        await HealAsync();
        foreach (var flow in Flows) await shown.RestAsync(flow, full: true);
    }

    private int Next(int below) => chance.Dequeue() % below;

    private string Customer() => $"C{Next(6)}";

    private Task DoAsync() => Next(16) switch
    {
        0 or 1 => shown.PutAsync("AR_Customer", ShownSage.Customer(
            Customer(), ("CustomerName", Name()), ("City", Next(2) == 0 ? "" : "Portland"),
            ("TelephoneNo", Next(2) == 0 ? "" : "503-555-0142"), ("CreditLimit", Next(5000)), ("CreditHold", Next(4) == 0 ? "Y" : "N"))),
        2 => ContactAsync(),
        3 => shown.PutAsync("AP_Vendor", new Dictionary<string, object>
        {
            ["APDivisionNo"] = "00", ["VendorNo"] = $"V{Next(3)}", ["VendorName"] = Name(), ["TermsCode"] = Next(2) == 0 ? "00" : "30",
        }),
        4 or 5 => OrderAsync(),
        6 => OfAnOrderAsync(order => shown.World.PostAsync($"/_sandbox/sage-100/orders/{order}/complete", new { })),
        7 => OfAnOrderAsync(order => WriteAsync(
            new { @ref = "1", @object = "SO_SalesOrder", mode = "delete", key = new { SalesOrderNo = order } })),
        8 => PayAsync(),
        9 => ByHandAsync(),
        10 => shown.World.FaultAsync(Troubles[Next(Troubles.Length)]),
        11 => UnusualAsync(),
        _ => LookAsync(Flows[Next(Flows.Length)], full: Next(6) == 0),
    };

    private string Name() => Names[Next(Names.Length)];

    /// <summary>An edition, a data centre, or a period end.</summary>
    private Task UnusualAsync() => Next(3) switch
    {
        0 => shown.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = Editions[Next(2)] }),
        1 => shown.World.PostAsync("/_sandbox/zoho-crm/datacenter", new { location = DataCentres[Next(2)] }),
        _ => LockCompanyAsync(Next(2) == 0),
    };

    private async Task LookAsync(string flow, bool full)
    {
        try { await shown.LookAsync(flow, full); }
        catch (Exception failed) when (failed is InvalidOperationException or HttpRequestException) { }
    }

    private async Task<string> KnownCustomerAsync()
    {
        var number = Customer();
        await shown.PutAsync("AR_Customer", ShownSage.Customer(number, ("CustomerName", Name()), ("CreditHold", "N")));
        return number;
    }

    private async Task ContactAsync() => await shown.PutAsync("AR_CustomerContact",
        ShownSage.Customer(await KnownCustomerAsync(), ("ContactCode", $"P{Next(3)}"), ("ContactName", Name())));

    private async Task OrderAsync()
    {
        var of = await KnownCustomerAsync();
        await WriteAsync(new
        {
            @ref = "1", @object = "SO_SalesOrder", mode = "create",
            key = new { SalesOrderNo = (++numbers).ToString("D7", CultureInfo.InvariantCulture) },
            values = new { ARDivisionNo = "01", CustomerNo = of },
            lines = Enumerable.Range(0, 1 + Next(3))
                .Select(_ => new { ItemCode = "GASKET-12", QuantityOrdered = 1 + Next(5), UnitPrice = 4.25m }),
        });
    }

    private async Task OfAnOrderAsync(Func<string, Task> deed)
    {
        if (await OneOfAsync("orders") is { } order) await deed(Text(order, "SalesOrderNo")!);
    }

    private async Task PayAsync()
    {
        if (await OneOfAsync("openInvoices", invoice => Amount(invoice, "Balance") > 0) is not { } invoice) return;
        var paid = Next(2) == 0 ? Amount(invoice, "Balance") : 0.25m;
        await WriteAsync(new
        {
            @ref = "1", @object = "AR_CashReceipts", mode = "create",
            key = new { DepositNo = (++numbers).ToString("D5", CultureInfo.InvariantCulture) }, values = new { DepositDate = "20261121" },
            lines = new[]
            {
                new
                {
                    ARDivisionNo = "01", CustomerNo = Text(invoice, "CustomerNo"), InvoiceNo = Text(invoice, "InvoiceNo"),
                    CashAmountApplied = paid,
                },
            },
        });
        await shown.World.PostAsync("/_sandbox/sage-100/updates", new { });
    }

    /// <summary>Somebody changes or deletes a record in the CRM.</summary>
    private async Task ByHandAsync()
    {
        var (module, field) = Next(2) == 0 ? ("Accounts", "Account_Name") : ("Contacts", "Last_Name");
        var records = await shown.InCrmAsync(module);
        if (records.Count == 0) return;
        var id = Text(records[Next(records.Count)], "id");
        if (module == "Contacts" && Next(2) == 0)
            await shown.World.PostAsync($"/_sandbox/zoho-crm/records/{module}/delete", new { ids = new[] { id } });
        else
            await shown.World.PostAsync(
                $"/_sandbox/zoho-crm/records/{module}", new[] { new Dictionary<string, string?> { ["id"] = id, [field] = "By hand" } });
    }

    private async Task<JsonElement?> OneOfAsync(string kept, Func<JsonElement, bool>? fits = null)
    {
        var rows = (await shown.World.LedgerAsync()).Root.GetProperty("sage-100").GetProperty(kept).EnumerateArray()
            .Where(row => fits?.Invoke(row) != false).ToList();
        return rows.Count == 0 ? null : rows[Next(rows.Count)];
    }

    private Task WriteAsync(object record) =>
        shown.World.PostAsync("/_sandbox/sage-100/write", JsonSerializer.SerializeToNode(record)!);

    private Task LockCompanyAsync(bool locked) => shown.World.PostAsync(
        "/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { companyLocked = locked } });

    private async Task HealAsync()
    {
        await shown.World.HealAsync();
        await LockCompanyAsync(false);
        await shown.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "enterprise" });
        await shown.World.PassTimeAsync(TimeSpan.FromHours(2));
    }
}
