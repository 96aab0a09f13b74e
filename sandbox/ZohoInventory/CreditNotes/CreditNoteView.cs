using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

internal static class CreditNoteView
{
    public static JsonObject Row(Company company, CreditNote note)
    {
        var view = new JsonObject
        {
            ["creditnote_id"] = note.Id,
            ["creditnote_number"] = note.Number,
            ["status"] = note.Status == "draft" && note.Approval.Length > 0 ? note.Approval : note.Status,
            ["balance"] = note.Balance,
        };
        DocumentView.AddRow(view, company, note, "creditnote");
        return view;
    }

    public static JsonObject Full(Company company, CreditNote note)
    {
        var view = Row(company, note);
        view["line_items"] = new JsonArray([.. note.Lines.Select((line, at) => (JsonNode)Line(company, line, note, at))]);
        view["email"] = company.Contacts.Find(note.CustomerId)?.Primary?.Email ?? "";
        view["invoices"] = new JsonArray([.. note.Applied.Select(part => (JsonNode)new JsonObject
        {
            ["invoice_id"] = part.InvoiceId,
            ["invoice_number"] = company.Invoices.Find(part.InvoiceId)!.Number,
            ["amount"] = part.Amount,
        })]);
        view["invoice_id"] = note.InvoiceId ?? "";
        view["invoice_number"] = company.Invoices.Find(note.InvoiceId)?.Number ?? "";
        view["updated_time"] = CompanyClock.Stamp(note.Modified);
        DocumentView.AddFull(view, company, note);
        note.Rest.Show(view, CreditNoteShapes.Kept);
        return view;
    }

    /// <summary>The credits of a note on invoices, as a list of either side shows them.</summary>
    public static JsonObject Application(Company company, CreditNote note, CreditApplication part) => new()
    {
        ["creditnote_id"] = note.Id,
        ["creditnote_number"] = note.Number,
        ["creditnote_invoice_id"] = part.Id,
        ["invoice_id"] = part.InvoiceId,
        ["invoice_number"] = company.Invoices.Find(part.InvoiceId)!.Number,
        ["date"] = CompanyClock.Show(part.Date),
        ["credited_amount"] = part.Amount,
    };

    /// <summary>The same on the invoice's own list, which has other names for it.</summary>
    public static JsonObject Credit(CreditNote note, CreditApplication part) => new()
    {
        ["creditnote_id"] = note.Id,
        ["creditnotes_invoice_id"] = part.Id,
        ["creditnotes_number"] = note.Number,
        ["credited_date"] = CompanyClock.Show(part.Date),
        ["amount_applied"] = part.Amount,
    };

    private static JsonObject Line(Company company, DocumentLine line, CreditNote note, int at)
    {
        var view = DocumentView.Line(company, line, note, at);
        view["invoice_id"] = line.InvoiceId ?? "";
        view["invoice_item_id"] = line.InvoiceLineId ?? "";
        view["salesreturn_item_id"] = line.ReturnLineId ?? "";
        view["is_item_shipped"] = line.IsShipped ?? true;
        view["is_returned_to_stock"] = line.IsReturnedToStock ?? true;
        view["is_combo_product"] = false;
        return view;
    }
}
