using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Invoices;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.SalesReturns;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

/// <summary>The lines of invoices and sales returns that a credit note's lines give credit for.</summary>
internal sealed class CreditLinks
{
    private readonly List<(DocumentLine Credit, DocumentLine Invoiced, Invoice Invoice)> billed = [];
    private readonly List<(DocumentLine Credit, ReturnLine Returned, SalesReturn Return)> returned = [];

    public static CreditLinks Of(Company company, CreditNote note)
    {
        var found = new CreditLinks();
        foreach (var line in note.Lines)
        {
            if (line.ReturnLineId is not null && line.InvoiceLineId is null) throw Refusal.Required("invoice_item_id");
            if (line.InvoiceLineId is { } invoiced) found.billed.Add(Invoiced(company, line, invoiced));
            if (line.ReturnLineId is { } back) found.returned.Add(Returned(company, line, back));
        }
        return found;
    }

    /// <summary>Refuses foreign lines, and more than was invoiced or returned, before anything is counted.</summary>
    public void Check(CreditNote note)
    {
        if (billed.Exists(link => link.Invoice.CustomerId != note.CustomerId)) throw Refusal.Value("invoice_item_id");
        if (billed.Find(link => !link.Invoice.IsSent).Invoice is { } open)
            throw Refusal.State($"Invoice {open.Number} is {open.Status} and cannot be credited.");
        foreach (var group in billed.GroupBy(link => link.Invoiced))
            if (group.Key.Credited + group.Sum(link => link.Credit.Quantity) > group.Key.Quantity)
                throw Refusal.State("The quantity credited cannot be more than the quantity invoiced.");
        if (returned.Find(link => link.Return.Status != "approved").Return is { } waiting)
            throw Refusal.State($"Sales return {waiting.Number} is {waiting.Status} and cannot be credited.");
        foreach (var group in returned.GroupBy(link => (link.Returned, link.Credit.IsReturnedToStock != false)))
            if (group.Key.Returned.LeftToCredit(group.Key.Item2) < group.Sum(link => link.Credit.Quantity))
                throw Refusal.State("The quantity credited cannot be more than the quantity returned.");
    }

    public void Count(int sign)
    {
        foreach (var (credit, invoiced, _) in billed) invoiced.Credited += sign * credit.Quantity;
        foreach (var (credit, back, _) in returned)
            if (credit.IsReturnedToStock == false) back.CreditedOnly += sign * credit.Quantity;
            else back.Credited += sign * credit.Quantity;
    }

    private static (DocumentLine, DocumentLine, Invoice) Invoiced(Company company, DocumentLine line, string id)
    {
        var invoice = company.Invoices.First("line_item_id", id) ?? throw Refusal.Value("invoice_item_id");
        if (line.InvoiceId is { } named && named != invoice.Id) throw Refusal.Value("invoice_id");
        return (line, invoice.Lines.First(own => own.Id == id), invoice);
    }

    private static (DocumentLine, ReturnLine, SalesReturn) Returned(Company company, DocumentLine line, string id)
    {
        var found = company.SalesReturns.First("line_item_id", id) ?? throw Refusal.Value("salesreturn_item_id");
        return (line, found.Lines.First(own => own.Id == id), found);
    }
}
