using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

/// <summary>Histories of documents, made at random and taken back in reverse: what the seed is, the test's name says.</summary>
public sealed class When_everything_is_undone : ZohoTest
{
    private const int Steps = 60;
    private readonly Stack<string> undo = [];
    private readonly List<JsonNode> orders = [];
    private readonly List<JsonNode> invoices = [];
    private readonly List<JsonNode> returns = [];
    private readonly List<JsonNode> notes = [];
    private readonly List<JsonNode> purchases = [];
    private Random random = null!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stock_and_balances_are_as_they_were(int seed)
    {
        random = new Random(seed);
        var (customer, item) = (await Zoho.CustomerAsync(), await Zoho.ItemAsync());
        var vendor = await Zoho.VendorAsync();
        var before = await StateAsync();
        for (var step = 0; step < Steps; step++) await StepAsync(customer, vendor, item);
        Assert.NotEqual(before, await StateAsync());
        await AssertBalancedAsync();
        while (undo.TryPop(out var path)) (await Zoho.DeleteAsync(path)).Accepted();
        Assert.Equal(before, await StateAsync());
    }

    private Task StepAsync(string customer, string vendor, string item) => random.Next(12) switch
    {
        0 or 1 => OrderAsync(customer, item),
        2 => ShipAsync(),
        3 or 4 => InvoiceAsync(),
        5 => PayAsync(),
        6 => ReturnAsync(),
        7 => TakeBackAsync(),
        8 => CreditAsync(),
        9 => RefundAsync(),
        10 => BuyAsync(vendor, item),
        _ => random.Next(2) == 0 ? TransferAsync(item) : AdjustAsync(item),
    };

    private async Task OrderAsync(string customer, string item)
    {
        var order = await Zoho.OrderAsync(customer, item, random.Next(1, 6));
        orders.Add(order);
        undo.Push($"/salesorders/{Shop.Text(order, "salesorder_id")}");
    }

    private async Task ShipAsync()
    {
        if (Pick(orders) is not { } order) return;
        var id = Shop.Text(order, "salesorder_id");
        var line = new { so_line_item_id = Shop.Text(order["line_items"]![0]!, "line_item_id"), quantity = random.Next(1, 4) };
        var packed = await KeepAsync($"/packages?salesorder_id={id}", new { date = "2026-11-21", line_items = new[] { line } },
            "package", "package_id", "/packages/");
        if (packed is not null)
            await KeepAsync($"/shipmentorders?salesorder_id={id}&package_ids={Shop.Text(packed, "package_id")}",
                new { date = "2026-11-21", delivery_method = "DHL" }, "shipmentorder", "shipment_id", "/shipmentorders/");
    }

    private async Task InvoiceAsync()
    {
        if (Pick(orders) is not { } order) return;
        var reply = await Zoho.InvoiceAsync(order, random.Next(1, 4));
        if (reply.Code != 0) return;
        var id = Shop.Text(reply["invoice"], "invoice_id");
        (await Zoho.PostAsync($"/invoices/{id}/status/sent")).Accepted();
        invoices.Add(reply["invoice"]);
        undo.Push("/invoices/" + id);
    }

    private async Task PayAsync()
    {
        if (Pick(invoices) is not { } invoice) return;
        var reply = await Zoho.PayAsync(invoice, random.Next(1, 31));
        if (reply.Code == 0) undo.Push("/customerpayments/" + Shop.Text(reply["payment"], "payment_id"));
    }

    private async Task ReturnAsync()
    {
        if (Pick(orders) is not { } order) return;
        var line = new { salesorder_item_id = Shop.Text(order["line_items"]![0]!, "line_item_id"), quantity = random.Next(1, 3) };
        var back = await KeepAsync($"/salesreturns?salesorder_id={Shop.Text(order, "salesorder_id")}",
            new { line_items = new[] { line } }, "salesreturn", "salesreturn_id", "/salesreturns/");
        if (back is not null) returns.Add(back);
    }

    private async Task TakeBackAsync()
    {
        if (Pick(returns) is not { } back) return;
        var line = new { line_item_id = Shop.Text(back["line_items"]![0]!, "line_item_id"), quantity = 1 };
        await KeepAsync($"/salesreturnreceives?salesreturn_id={Shop.Text(back, "salesreturn_id")}",
            new { line_items = new[] { line } }, "salesreturnreceive", "receive_id", "/salesreturnreceives/");
    }

    private async Task CreditAsync()
    {
        if (Pick(invoices) is not { } invoice) return;
        bool?[] shipped = [null, true, false];
        var reply = await Zoho.CreditAsync(invoice, random.Next(1, 3), random.Next(2) == 0, shipped[random.Next(3)]);
        if (reply.Code != 0) return;
        var path = $"/creditnotes/{Shop.Text(reply["creditnote"], "creditnote_id")}";
        notes.Add(reply["creditnote"]);
        undo.Push(path);
        foreach (var part in (await Zoho.GetAsync(path + "/invoices"))["invoices_credited"].AsArray())
            undo.Push($"{path}/invoices/{Shop.Text(part!, "creditnote_invoice_id")}");
    }

    private async Task RefundAsync()
    {
        if (Pick(notes) is not { } note) return;
        var reply = await Zoho.RefundAsync(note, random.Next(1, 11));
        if (reply.Code == 0) undo.Push($"/creditnotes/{Shop.Text(note, "creditnote_id")}/refunds/"
            + Shop.Text(reply["creditnote_refund"], "creditnote_refund_id"));
    }

    private async Task BuyAsync(string vendor, string item)
    {
        var line = new { item_id = item, purchase_rate = 4, quantity = random.Next(1, 9) };
        var order = (await KeepAsync("/purchaseorders", new { vendor_id = vendor, line_items = new[] { line } },
            "purchaseorder", "purchaseorder_id", "/purchaseorders/"))!;
        purchases.Add(order);
        (await Zoho.PostAsync($"/purchaseorders/{Shop.Text(order, "purchaseorder_id")}/status/issued")).Accepted();
        var received = await Zoho.ReceiveAsync(Pick(purchases)!, random.Next(1, 4), "R-" + undo.Count);
        if (received.Code == 0) undo.Push("/purchasereceives/" + Shop.Text(received["purchasereceive"], "receive_id"));
        var billed = await Zoho.BillAsync(Pick(purchases)!, random.Next(1, 4));
        if (billed.Code == 0) undo.Push("/bills/" + Shop.Text(billed["bill"], "bill_id"));
    }

    private async Task TransferAsync(string item)
    {
        var reply = (await Zoho.TransferAsync(item, random.Next(1, 5), random.Next(2) == 0)).Accepted();
        undo.Push("/transferorders/" + Shop.Text(reply["transfer_order"], "transfer_order_id"));
    }

    private async Task AdjustAsync(string item)
    {
        var reply = (await Zoho.AdjustAsync(item, random.Next(2) == 0 ? -1 : 2, Shop.Overflow)).Accepted();
        undo.Push("/inventoryadjustments/" + Shop.Text(reply["inventory_adjustment"], "inventory_adjustment_id"));
    }

    private async Task<JsonNode?> KeepAsync(string path, object body, string envelope, string id, string place)
    {
        var reply = await Zoho.PostAsync(path, body);
        if (reply.Code != 0) return null;
        undo.Push(place + Shop.Text(reply[envelope], id));
        return reply[envelope];
    }

    private JsonNode? Pick(List<JsonNode> among) => among.Count == 0 ? null : among[random.Next(among.Count)];

    /// <summary>What the customer owes and has is what the documents say.</summary>
    private async Task AssertBalancedAsync()
    {
        var ledger = (await Zoho.Server.GetAsync("/_sandbox/ledger"))["zoho-inventory"]!;
        decimal Sum(string table, string name) => ledger[table]!.AsArray().Sum(row => Shop.Number(row!, name));
        var customer = ledger["contacts"]![0]!;
        Assert.Equal(Sum("invoices", "balance"), Shop.Number(customer, "outstanding_receivable_amount"));
        Assert.Equal(Sum("customerpayments", "unused_amount") + Sum("creditnotes", "balance"),
            Shop.Number(customer, "unused_credits_receivable_amount"));
        Assert.Equal(Sum("creditnote_refunds", "amount"), Sum("creditnotes", "refunded_amount"));
    }

    /// <summary>Stock and commitments in both books, and what every contact owes or has.</summary>
    private async Task<string> StateAsync()
    {
        var ledger = (await Zoho.Server.GetAsync("/_sandbox/ledger"))["zoho-inventory"]!;
        var places = (await Zoho.GetAsync("/items"))["items"][0]!["locations"]!;
        return $"{Plain(ledger["items"]!)}\n{Plain(ledger["contacts"]!)}\n{Plain(places)}";
    }

    // A decimal keeps the zeros it was computed with: 100.0 is 100.
    private static string Plain(JsonNode node) => string.Join(';', node.AsArray().Select(row => string.Join(',',
        row!.AsObject().Select(pair => decimal.TryParse(pair.Value?.ToString(), out var number)
            ? $"{pair.Key}={number:0.####}" : $"{pair.Key}={pair.Value?.ToJsonString()}"))));
}
