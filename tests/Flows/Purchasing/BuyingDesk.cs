using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Purchasing;

/// <summary>Who buys goods, in Sage and in Zoho, and what the vendors' systems show of it.</summary>
internal sealed class BuyingDesk(World world)
{
    public const string SageToZoho = "sage-to-zoho";
    public const string ZohoToSage = "zoho-to-sage";
    public const string No = "0000001";
    private const string Vendor = "LEITH";

    public static (string, string) Direction(string direction) => ("Isthmus:Purchasing:Direction", direction);

    /// <summary>Items on both sides, and a vendor in Sage.</summary>
    public async Task FurnishAsync()
    {
        await world.StockAsync("BTL-1L", "CUP-2", "MUG-3");
        await WriteAsync("AP_Vendor", "create", new { APDivisionNo = "00", VendorNo = Vendor }, new
        {
            VendorName = "Leith Glass", AddressLine1 = "1 Quay Street", City = "Leith", CountryCode = "GBR", EmailAddress = "sales@leith.example",
        });
    }

    /// <summary>Somebody orders in Sage; answers with the order's number.</summary>
    public async Task<string> OrderInSageAsync(params (string Sku, decimal Quantity)[] lines) => await OrderInSageAsync(No, lines);

    public async Task<string> OrderInSageAsync(string no, (string Sku, decimal Quantity)[] lines, string type = "S")
    {
        await WriteAsync("PO_PurchaseOrder", "create", new { PurchaseOrderNo = no }, new { OrderType = type, APDivisionNo = "00", VendorNo = Vendor },
            [.. lines.Select(line => new { ItemCode = line.Sku, QuantityOrdered = line.Quantity, UnitCost = 2.5m })]);
        return no;
    }

    /// <summary>Somebody changes how much is ordered in Sage.</summary>
    public Task ChangeInSageAsync(string no, int line, decimal quantity) => WriteAsync(
        "PO_PurchaseOrder", "update", new { PurchaseOrderNo = no }, new { }, new { LineKey = LineKey(line), QuantityOrdered = quantity });

    public Task CancelInSageAsync(string no) => WriteAsync("PO_PurchaseOrder", "delete", new { PurchaseOrderNo = no }, null);

    /// <summary>Goods come, and Sage's register is updated.</summary>
    public Task ReceiveInSageAsync(string no, int line, decimal quantity) => world.PostAsync(
        $"/_sandbox/sage-100/purchase-orders/{no}/receive",
        new { quantities = new Dictionary<string, decimal> { [LineKey(line)] = quantity } });

    /// <summary>The register's update: what is in entry is posted.</summary>
    public Task PostReceiptsAsync() => world.PostAsync("/_sandbox/sage-100/updates", new { });

    /// <summary>Somebody orders in Zoho, from a vendor of its own; answers with the order's id.</summary>
    public async Task<string> OrderInZohoAsync(params (string Sku, decimal Quantity)[] lines)
    {
        var vendor = await world.ByHandAsync("POST", "/contacts", new { contact_name = "Lothian Glass", contact_type = "vendor" });
        var items = (await world.LedgerAsync()).Zoho("items").ToDictionary(item => Desk.Text(item, "sku"), item => Desk.Text(item, "item_id"));
        var order = await world.ByHandAsync("POST", "/purchaseorders", new
        {
            vendor_id = Desk.Text(vendor.GetProperty("contact"), "contact_id"),
            line_items = lines.Select(line => new { item_id = items[line.Sku], quantity = line.Quantity, rate = 4 }),
        });
        var id = Desk.Text(order.GetProperty("purchaseorder"), "purchaseorder_id");
        await world.ByHandAsync("POST", $"/purchaseorders/{id}/status/issued", new { });
        return id;
    }

    /// <summary>Goods come, and somebody receives them in Zoho; answers with the receive's id.</summary>
    public async Task<string> ReceiveInZohoAsync(string orderId, int line, decimal quantity)
    {
        var answer = await world.ByHandAsync("POST", $"/purchasereceives?purchaseorder_id={orderId}", new
        {
            receive_number = $"R-{Guid.NewGuid():N}"[..12],
            line_items = new[] { new { line_item_id = await LineIdAsync(orderId, line), quantity } },
        });
        return Desk.Text(answer.GetProperty("purchasereceive"), "receive_id");
    }

    /// <summary>The order as Zoho's own pages show it.</summary>
    public async Task<JsonElement> InZohoAsync(string id) =>
        (await world.ByHandAsync("GET", $"/purchaseorders/{id}", new { })).GetProperty("purchaseorder");

    public async Task<string> LineIdAsync(string orderId, int line) =>
        Desk.Text((await InZohoAsync(orderId)).GetProperty("line_items")[line], "line_item_id");

    /// <summary>Has the app look at both sides; answers with how many changes it took.</summary>
    public async Task<int> LookAsync(bool full = false)
    {
        var answer = await world.App.PostAsync($"/api/purchasing/sweep?full={(full ? "true" : "false")}", null);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(body.ToString());
        return body.GetProperty("counts").GetProperty("taken").GetInt32();
    }

    /// <summary>What a person enters on Sage's screens. Columns keep their letters.</summary>
    private Task WriteAsync(string what, string mode, object key, object? values, params object[] lines)
    {
        var record = new Dictionary<string, object?> { ["object"] = what, ["mode"] = mode, ["key"] = key };
        if (values is not null) record["values"] = values;
        if (lines.Length > 0) record["lines"] = lines;
        return world.PostAsync("/_sandbox/sage-100/write", JsonSerializer.SerializeToElement(record));
    }

    private static string LineKey(int line) => $"{line + 1:D6}";
}
