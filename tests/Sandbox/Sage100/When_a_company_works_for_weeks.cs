using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_a_company_works_for_weeks : Agent
{
    private readonly List<string> trail = [];
    private Random random = new(0);
    private int next;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stock_commitments_and_balances_always_follow_from_the_documents(int seed)
    {
        random = new Random(seed);
        await CustomerAsync("ZC1");
        for (var step = 0; step < 60; step++)
        {
            await ActAsync();
            var ledger = (await Sandbox.GetAsync("/_sandbox/ledger"))["sage-100"]!;
            Assert.True(Sound(ledger) is null, $"{Sound(ledger)} after {string.Join("; ", trail.TakeLast(6))}");
        }
    }

    private Task ActAsync() => random.Next(9) switch
    {
        0 or 1 => TryWriteAsync("SO_SalesOrder", "create", new { SalesOrderNo = No() }, new { ARDivisionNo = "01", CustomerNo = "ZC1",
            FreightAmt = random.Next(3) }, Lines("QuantityOrdered")),
        2 => ControlAsync($"orders/{Pick()}/ship"),
        3 => ControlAsync($"orders/{Pick()}/complete"),
        4 => TryWriteAsync("SO_SalesOrder", random.Next(2) == 0 ? "delete" : "update", new { SalesOrderNo = Pick() }, null,
            new[] { new { LineKey = "000001", QuantityOrdered = random.Next(1, 9) } }),
        5 => TryWriteAsync("SO_Invoice", "create", new { InvoiceNo = $"9{No(),5}".Replace(' ', '0') }, new { InvoiceType = "CM", ARDivisionNo = "01",
            CustomerNo = "ZC1", ApplyToInvoiceNo = random.Next(2) == 0 ? "1" : "" }, Lines("QuantityShipped")),
        6 => TryWriteAsync("PO_PurchaseOrder", "create", new { PurchaseOrderNo = No() }, new { APDivisionNo = "00", VendorNo = "ACME" },
            Lines("QuantityOrdered")),
        7 => ControlAsync($"purchase-orders/{Pick()}/receive"),
        _ => random.Next(2) == 0
            ? ControlAsync("updates", quantities: false)
            : TryWriteAsync("AR_CashReceipts", "create", new { DepositNo = No() }, null, new object[]
            {
                new { ARDivisionNo = "01", CustomerNo = "ZC1", InvoiceNo = random.Next(2) == 0 ? "1" : "", CashAmountApplied = 5m }
            })
    };

    private static string? Sound(JsonNode ledger)
    {
        var stock = ledger["warehouses"]!.AsArray().Single(row => row!["ItemCode"]!.GetValue<string>() == "GASKET-12")!;
        var history = Sum(ledger["invoiceHistory"], "QuantityShipped");
        var received = Sum(ledger["receipts"], "QuantityReceived");
        if (Value(stock, "QuantityOnHand") != 100 + received - history) return "stock is not received less shipped";
        var shipping = Sum(ledger["invoices"], "QuantityShipped", row => row["InvoiceType"]!.GetValue<string>() == "IN");
        var open = Sum(ledger["orders"], "QuantityOrdered") - Sum(ledger["orders"], "QuantityShipped") + shipping;
        if (Value(stock, "QuantityOnSalesOrder") != open) return "commitments are not what is ordered less what is shipped";
        var expected = ledger["purchaseOrders"]!.AsArray().SelectMany(row => row!["Lines"]!.AsArray())
            .Sum(line => Math.Max(0, Value(line!, "QuantityOrdered") - Value(line!, "QuantityReceived")));
        if (Value(stock, "QuantityOnPurchaseOrder") != expected) return "what is expected is not what is bought less what came";
        var customer = ledger["customers"]!.AsArray().Single()!;
        if (Value(customer, "CurrentBalance") != ledger["openInvoices"]!.AsArray().Sum(row => Value(row!, "Balance")))
            return "the customer does not owe the open invoices";
        var orders = ledger["orders"]!.AsArray().Sum(row => Value(row!, "Total")) - ledger["history"]!.AsArray()
            .Where(row => row!["OrderStatus"]!.GetValue<string>() == "A").Sum(row => Value(row!, "InvoicedAmt"));
        return Value(customer, "OpenOrderAmt") == orders ? null : "the customer's open orders are not the orders less the invoices";
    }

    private static decimal Sum(JsonNode? documents, string column, Func<JsonNode, bool>? only = null) => documents!.AsArray()
        .Where(row => only is null || only(row!)).SelectMany(row => row!["Lines"]!.AsArray()).Sum(line => Value(line!, column));

    private static decimal Value(JsonNode row, string column) => row[column]!.GetValue<decimal>();

    private object[] Lines(string quantity) => [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ =>
        new Dictionary<string, object> { ["ItemCode"] = "GASKET-12", [quantity] = random.Next(1, 9) })];

    private string No() => $"{++next}";

    private string Pick() => $"{random.Next(1, Math.Max(2, next + 1))}".PadLeft(7, '0');

    // Much of what chance wants is refused; then nothing may have changed.
    private async Task TryWriteAsync(string name, string mode, object key, object? values, object? lines)
    {
        var answer = await WriteAsync(name, mode, key, mode == "delete" ? null : values, mode == "delete" ? null : lines);
        trail.Add($"{mode} {name} {key}: {Outcome(answer)}");
    }

    private async Task ControlAsync(string path, bool quantities = true)
    {
        object body = quantities && random.Next(2) == 0
            ? new { quantities = new Dictionary<string, decimal> { ["000001"] = random.Next(1, 9) } } : new { };
        using var answer = await Sandbox.Http.PostAsync($"/_sandbox/sage-100/{path}", JsonContent(body));
        trail.Add($"{path}: {(int)answer.StatusCode}");
    }

    private static StringContent JsonContent(object body) =>
        new(System.Text.Json.JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
}
