using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

/// <summary>
/// What opening a credit note does: the customer has credit, and stock comes back. From a sales return it is the accounting
/// stock alone, for the receive has moved the physical one. Units that were never shipped are cancelled on their sales order.
/// </summary>
internal static class CreditBooking
{
    public static void Book(Company company, CreditNote note) => Change(company, note, +1);

    public static void Reverse(Company company, CreditNote note) => Change(company, note, -1);

    /// <summary>Units that are packed already cannot be cancelled.</summary>
    public static void RefusePacked(Company company, CreditNote note)
    {
        foreach (var group in note.Lines.Where(line => line.IsShipped == false).GroupBy(line => OrderLine(company, line)?.Line))
            if (group.Key is { } ordered
                && ordered.Quantity - ordered.Cancelled - ordered.Packed < group.Sum(line => line.Quantity))
                throw Refusal.State("Units that are packed or shipped cannot be credited as not shipped.");
    }

    private static void Change(Company company, CreditNote note, int sign)
    {
        company.Contacts.Find(note.CustomerId)!.UnusedCredits += sign * note.Balance;
        foreach (var line in note.Lines)
        {
            if (line.IsShipped == false && line.ReturnLineId is null) Cancel(company, line, sign);
            if (line.IsReturnedToStock == false || Commitment.StockOf(company, note, line) is not { } stock) continue;
            stock.Accounting += sign * line.Quantity;
            if (line.ReturnLineId is null && line.IsShipped != false) stock.Physical += sign * line.Quantity;
        }
    }

    private static void Cancel(Company company, DocumentLine line, int sign)
    {
        if (OrderLine(company, line) is not var (order, ordered)) return;
        ordered.Cancelled += sign * line.Quantity;
        if (order.IsOpen && Commitment.StockOf(company, order, ordered) is { } stock) stock.ToShip -= sign * line.Quantity;
        order.Settle();
        order.Modified = company.Now;
    }

    private static (SalesOrder Order, DocumentLine Line)? OrderLine(Company company, DocumentLine line)
    {
        if (line.InvoiceLineId is not { } id || company.Invoices.First("line_item_id", id) is not { } invoice) return null;
        if (invoice.Lines.First(own => own.Id == id).SalesOrderLineId is not { } ordered) return null;
        return company.SalesOrders.First("line_item_id", ordered) is { } order
            ? (order, order.Lines.First(own => own.Id == ordered)) : null;
    }
}
