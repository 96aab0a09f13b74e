using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Bills;

/// <summary>What a vendor charges: draft, open or void. An open one is in the accounting stock.</summary>
internal sealed class Bill : TradeDocument
{
    public string? PurchaseOrderId { get; init; }

    public DateOnly DueDate { get; set; }

    public JsonObject ToSummary() => new()
    {
        ["bill_id"] = Id,
        ["bill_number"] = Number,
        ["status"] = Status,
        ["date"] = CompanyClock.Show(Date),
        ["due_date"] = CompanyClock.Show(DueDate),
        ["total"] = Total,
        ["balance"] = Status == "void" ? 0 : Total,
    };

    protected override decimal PriceOf(Item item) => item.PurchaseRate;
}
