using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Contacts;

/// <summary>What hangs on a contact, and moving it to another one as an administrator does in the product.</summary>
internal static class Merging
{
    public static bool HasDocuments(Company company, Contact contact) =>
        company.SalesOrders.By("customer_id", contact.Id).Count + company.Invoices.By("customer_id", contact.Id).Count
            + company.Payments.By("customer_id", contact.Id).Count + company.CreditNotes.By("customer_id", contact.Id).Count
            + company.PurchaseOrders.By("vendor_id", contact.Id).Count + company.Bills.By("vendor_id", contact.Id).Count > 0;

    /// <summary>The loser vanishes without a word; its documents, balances and persons are the winner's from now on.</summary>
    public static void Merge(Company company, Contact winner, Contact loser, DateTimeOffset now)
    {
        if (winner == loser) throw Refusal.State("A contact cannot be merged with itself.");
        if (winner.CurrencyId != loser.CurrencyId || winner.Type != loser.Type)
            throw Refusal.State("Contacts of different currencies or kinds cannot be merged.");
        foreach (var order in company.SalesOrders.By("customer_id", loser.Id).ToList())
            company.SalesOrders.Change(order, () => (order.CustomerId, order.CustomerName) = (winner.Id, winner.Name));
        foreach (var invoice in company.Invoices.By("customer_id", loser.Id).ToList())
            company.Invoices.Change(invoice, () => (invoice.CustomerId, invoice.CustomerName) = (winner.Id, winner.Name));
        foreach (var payment in company.Payments.By("customer_id", loser.Id).ToList())
            company.Payments.Change(payment, () => (payment.CustomerId, payment.CustomerName) = (winner.Id, winner.Name));
        foreach (var note in company.CreditNotes.By("customer_id", loser.Id).ToList())
            company.CreditNotes.Change(note, () => (note.CustomerId, note.CustomerName) = (winner.Id, winner.Name));
        foreach (var purchase in company.PurchaseOrders.By("vendor_id", loser.Id).ToList())
            company.PurchaseOrders.Change(purchase,
                () => (purchase.CustomerId, purchase.CustomerName) = (winner.Id, winner.Name));
        foreach (var bill in company.Bills.By("vendor_id", loser.Id).ToList())
            company.Bills.Change(bill, () => (bill.CustomerId, bill.CustomerName) = (winner.Id, winner.Name));
        foreach (var refund in company.CreditRefunds.By("customer_id", loser.Id).ToList())
            company.CreditRefunds.Change(refund, () => refund.CustomerId = winner.Id);
        company.Contacts.Remove(loser);
        company.Contacts.Change(winner, () => Absorb(winner, loser, now));
        company.Report("contact.edited", winner);
    }

    private static void Absorb(Contact winner, Contact loser, DateTimeOffset now)
    {
        foreach (var person in loser.Persons) person.IsPrimary = winner.Primary is null && person.IsPrimary;
        winner.Persons.AddRange(loser.Persons);
        winner.Receivable += loser.Receivable;
        winner.UnusedCredits += loser.UnusedCredits;
        winner.Modified = now;
    }
}
