using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Purchasing;

/// <summary>
/// An order to a vendor: draft, issued or cancelled. An issued one shows as partially_received or received by what has come in,
/// and as closed once that is billed as well.
/// </summary>
internal sealed class PurchaseOrder : TradeDocument
{
    public DateOnly? DeliveryDate { get; set; }

    public string? SalesOrderId { get; set; }

    public bool IsDropShipment { get; set; }

    public bool IsBackorder { get; set; }

    [JsonIgnore]
    public bool IsReceived => Lines.TrueForAll(line => !line.IsGoods || line.Received >= line.Quantity);

    [JsonIgnore]
    public string ShownStatus => Status == "draft" && Approval.Length > 0 ? Approval : Status != "issued" ? Status
        : IsReceived && Lines.TrueForAll(line => line.Billed >= line.Quantity) ? "closed"
        : Lines.TrueForAll(line => line.Received == 0) ? "issued" : IsReceived ? "received" : "partially_received";

    public JsonObject ToSummary() => new()
    {
        ["purchaseorder_id"] = Id,
        ["purchaseorder_number"] = Number,
        ["date"] = CompanyClock.Show(Date),
        ["status"] = ShownStatus,
        ["vendor_id"] = CustomerId,
        ["vendor_name"] = CustomerName,
        ["total"] = Total,
    };

    protected override decimal PriceOf(Item item) => item.PurchaseRate;
}
