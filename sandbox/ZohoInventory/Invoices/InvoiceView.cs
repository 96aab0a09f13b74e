using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Invoices;

internal static class InvoiceView
{
    public static JsonObject Row(Company company, Invoice invoice)
    {
        var view = new JsonObject
        {
            ["invoice_id"] = invoice.Id,
            ["invoice_number"] = invoice.Number,
            ["status"] = invoice.ShownStatus(CompanyClock.Date(company.Now)),
            ["due_date"] = CompanyClock.Show(invoice.DueDate),
            ["balance"] = invoice.Balance,
            ["payment_made"] = invoice.PaymentMade,
            ["credits_applied"] = invoice.CreditsApplied,
            ["write_off_amount"] = invoice.WrittenOff,
            ["last_payment_date"] = CompanyClock.Show(invoice.LastPayment),
            ["shipping_charge"] = invoice.ShippingCharge,
            ["is_viewed_by_client"] = false,
            ["has_attachment"] = false,
            ["ach_payment_initiated"] = false,
        };
        DocumentView.AddRow(view, company, invoice, "invoice");
        return view;
    }

    public static JsonObject Full(Company company, Invoice invoice)
    {
        var view = Row(company, invoice);
        view["line_items"] = new JsonArray([.. invoice.Lines.Select((line, at) => (JsonNode)Line(company, line, invoice, at))]);
        view["payment_terms"] = invoice.PaymentTerms;
        view["payment_terms_label"] = invoice.PaymentTerms == 0 ? "Due on Receipt" : $"Net {invoice.PaymentTerms}";
        view["tax_amount_withheld"] = 0;
        view["allow_partial_payments"] = false;
        view["salesorders"] = new JsonArray([.. invoice.SalesOrderIds.Select(id => (JsonNode)new JsonObject
        {
            ["salesorder_id"] = id,
            ["salesorder_number"] = company.SalesOrders.Find(id)?.Number ?? "",
        })]);
        view["salesorder_id"] = invoice.SalesOrderIds.Count == 1 ? invoice.SalesOrderIds[0] : "";
        DocumentView.AddFull(view, company, invoice);
        invoice.Rest.Show(view, InvoiceShapes.Kept);
        return view;
    }

    private static JsonObject Line(Company company, DocumentLine line, Invoice invoice, int at)
    {
        var view = DocumentView.Line(company, line, invoice, at);
        view["salesorder_item_id"] = line.SalesOrderLineId ?? "";
        return view;
    }
}
