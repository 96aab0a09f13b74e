using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Bills;

internal static class BillView
{
    public static JsonObject Row(Company company, Bill bill)
    {
        var view = new JsonObject();
        DocumentView.AddRow(view, company, bill, "bill");
        foreach (var name in new[] { "customer_id", "customer_name", "bcy_total", "adjustment" }) view.Remove(name);
        foreach (var (name, value) in bill.ToSummary()) view[name] = value?.DeepClone();
        view["vendor_id"] = bill.CustomerId;
        view["vendor_name"] = bill.CustomerName;
        return view;
    }

    public static JsonObject Full(Company company, Bill bill)
    {
        var view = Row(company, bill);
        view["line_items"] = new JsonArray([.. bill.Lines.Select((line, at) => (JsonNode)Line(company, line, bill, at))]);
        view["purchaseorder_id"] = bill.PurchaseOrderId ?? "";
        DocumentView.AddFull(view, company, bill);
        return view;
    }

    private static JsonObject Line(Company company, DocumentLine line, Bill bill, int at)
    {
        var view = DocumentView.Line(company, line, bill, at);
        view["purchaseorder_item_id"] = line.PurchaseLineId ?? "";
        return view;
    }
}
