using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;

namespace Isthmus.Sandbox.ZohoInventory.Invoices;

/// <summary>What sending an invoice does: the accounting stock falls, and the customer owes the balance.</summary>
internal static class Booking
{
    public static void Book(Company company, Invoice invoice) => Change(company, invoice, +1);

    public static void Reverse(Company company, Invoice invoice) => Change(company, invoice, -1);

    private static void Change(Company company, Invoice invoice, int sign)
    {
        company.Contacts.Find(invoice.CustomerId)!.Receivable += sign * invoice.Balance;
        foreach (var line in invoice.Lines)
            if (Commitment.StockOf(company, invoice, line) is { } stock) stock.Accounting -= sign * line.Quantity;
        foreach (var (billing, billed, order) in OrderLinks.Of(company, invoice, parent: null).Links)
        {
            billed.Billed += sign * billing.Quantity;
            if (Commitment.StockOf(company, order, billed) is { } stock) stock.ToInvoice -= sign * billing.Quantity;
        }
    }
}
