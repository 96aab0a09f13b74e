using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.SalesOrders;

internal static class SalesOrderView
{
    public static JsonObject Row(Company company, SalesOrder order)
    {
        var view = new JsonObject
        {
            ["salesorder_id"] = order.Id,
            ["salesorder_number"] = order.Number,
            ["status"] = Status(order),
            ["order_status"] = Status(order),
            ["invoiced_status"] = order.InvoicedStatus,
            ["shipped_status"] = order.ShippedStatus,
            ["paid_status"] = PaidStatus(company, order),
            ["shipment_date"] = CompanyClock.Show(order.ShipmentDate),
            ["quantity"] = order.Lines.Sum(line => line.Quantity),
            ["quantity_invoiced"] = order.Lines.Sum(line => line.Invoiced),
            ["quantity_packed"] = order.Lines.Sum(line => line.Packed),
            ["quantity_shipped"] = order.Lines.Sum(line => line.Shipped),
            ["is_drop_shipment"] = false,
            ["is_backorder"] = false,
            ["sales_channel"] = "direct_sales",
        };
        DocumentView.AddRow(view, company, order, "salesorder");
        return view;
    }

    public static JsonObject Full(Company company, SalesOrder order)
    {
        var view = Row(company, order);
        view["line_items"] = new JsonArray([.. order.Lines.Select((line, at) => (JsonNode)Line(company, line, order, at))]);
        view["shipping_charge"] = order.ShippingCharge;
        view["current_sub_status"] = Status(order);
        view["sub_statuses"] = new JsonArray();
        view["is_dropshipped"] = false;
        view["is_backordered"] = false;
        view["has_unconfirmed_line_item"] = false;
        view["packages"] = new JsonArray([.. company.Packages.By("salesorder_id", order.Id)
            .Select(package => (JsonNode)package.ToSummary(company))]);
        view["invoices"] = new JsonArray([.. company.Invoices.By("salesorder_id", order.Id)
            .Select(invoice => (JsonNode)invoice.ToSummary())]);
        view["purchaseorders"] = new JsonArray([.. company.PurchaseOrders.By("salesorder_id", order.Id)
            .Select(purchase => (JsonNode)purchase.ToSummary())]);
        view["salesreturns"] = new JsonArray([.. company.SalesReturns.By("salesorder_id", order.Id)
            .Select(back => (JsonNode)back.ToSummary())]);
        DocumentView.AddFull(view, company, order);
        order.Rest.Show(view, ["delivery_method", "pricebook_id"]);
        return view;
    }

    private static JsonObject Line(Company company, DocumentLine line, SalesOrder order, int at)
    {
        var view = DocumentView.Line(company, line, order, at);
        view["quantity_invoiced"] = line.Invoiced;
        view["quantity_packed"] = line.Packed;
        view["quantity_shipped"] = line.Shipped;
        view["quantity_returned"] = line.Returned;
        view["quantity_cancelled"] = line.Cancelled;
        view["is_invoiced"] = line.Invoiced >= line.Quantity;
        view["is_combo_product"] = false;
        return view;
    }

    private static string Status(SalesOrder order) =>
        order.Status == "draft" && order.Approval.Length > 0 ? order.Approval : order.Status;

    private static string PaidStatus(Company company, SalesOrder order)
    {
        var invoices = company.Invoices.By("salesorder_id", order.Id);
        if (invoices.All(invoice => invoice.PaymentMade == 0)) return "unpaid";
        return order.InvoicedStatus == "invoiced" && invoices.All(invoice => invoice.Status is "paid" or "void")
            ? "paid" : "partially_paid";
    }
}
