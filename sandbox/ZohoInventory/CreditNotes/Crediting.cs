using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Invoices;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

/// <summary>Applies credit notes to invoices and takes them off again.</summary>
internal static class Crediting
{
    /// <summary>Refuses what cannot be applied, before anything is.</summary>
    public static List<(Invoice Invoice, decimal Amount)> Plan(Company company, CreditNote note,
        IEnumerable<(string InvoiceId, decimal Amount)> parts)
    {
        if (!note.IsOpen) throw Refusal.State($"The credit note is {note.Status} and cannot be applied.");
        var plan = new List<(Invoice Invoice, decimal Amount)>();
        foreach (var (id, amount) in parts)
        {
            var invoice = company.Invoices.Find(id) ?? throw Refusal.Missing("Invoice");
            if (invoice.CustomerId != note.CustomerId) throw Refusal.Value("invoice_id");
            if (!invoice.IsSent)
                throw Refusal.State($"Credits cannot be applied to the {invoice.Status} invoice {invoice.Number}.");
            if (amount <= 0) throw Refusal.Value("amount_applied");
            if (plan.Where(part => part.Invoice == invoice).Sum(part => part.Amount) + amount > invoice.Balance)
                throw Refusal.State($"The amount applied is more than the balance of invoice {invoice.Number}.");
            plan.Add((invoice, amount));
        }
        return plan.Sum(part => part.Amount) > note.Balance
            ? throw Refusal.State("The amount applied is more than the balance of the credit note.") : plan;
    }

    public static void Apply(Company company, CreditNote note, List<(Invoice Invoice, decimal Amount)> plan) =>
        company.CreditNotes.Change(note, () =>
        {
            foreach (var (invoice, amount) in plan)
            {
                note.Applied.Add(new(company.Series.NextId(), invoice.Id, amount, CompanyClock.Date(company.Now)));
                Change(company, note, invoice, amount);
                if (invoice.Status == "paid") company.Report("invoice.paid", invoice);
            }
        });

    public static void TakeOff(Company company, CreditNote note, CreditApplication part) =>
        company.CreditNotes.Change(note, () =>
        {
            note.Applied.Remove(part);
            Change(company, note, company.Invoices.Find(part.InvoiceId)!, -part.Amount);
        });

    private static void Change(Company company, CreditNote note, Invoice invoice, decimal amount)
    {
        invoice.CreditsApplied += amount;
        invoice.Settle();
        note.Settle();
        (invoice.Modified, note.Modified) = (company.Now, company.Now);
        var customer = company.Contacts.Find(note.CustomerId)!;
        customer.Receivable -= amount;
        customer.UnusedCredits -= amount;
    }
}
