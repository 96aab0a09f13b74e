using System.Text.Json.Serialization;
using Isthmus.Sandbox.ZohoInventory.Documents;

namespace Isthmus.Sandbox.ZohoInventory.SalesOrders;

/// <summary>A sales order: draft, confirmed, closed or void.</summary>
internal sealed class SalesOrder : TradeDocument
{
    public DateOnly? ShipmentDate { get; set; }

    public bool IsDelivered { get; set; }

    [JsonIgnore]
    public bool IsOpen => Status is "confirmed" or "closed";

    [JsonIgnore]
    public string InvoicedStatus => Progress(line => line.Invoiced, _ => true, "not_invoiced", "partially_invoiced", "invoiced");

    [JsonIgnore]
    public string ShippedStatus => IsDelivered ? "fulfilled"
        : Progress(line => line.Shipped + line.Cancelled, line => line.IsGoods && line.Cancelled < line.Quantity,
            "pending", "partially_shipped", "shipped");

    /// <summary>Closed once everything is invoiced and all goods are shipped.</summary>
    public void Settle()
    {
        if (!IsOpen) return;
        var isShipped = Lines.TrueForAll(line => !line.IsGoods || line.Shipped + line.Cancelled >= line.Quantity);
        Status = isShipped && InvoicedStatus == "invoiced" ? "closed" : "confirmed";
    }

    private string Progress(Func<DocumentLine, decimal> done, Func<DocumentLine, bool> counts, string none, string some,
        string all)
    {
        var (any, left, counted) = (false, false, false);
        foreach (var line in Lines)
        {
            if (!counts(line)) continue;
            counted = true;
            any |= done(line) > 0;
            left |= done(line) < line.Quantity;
        }
        return !any || !counted ? none : left ? some : all;
    }
}
