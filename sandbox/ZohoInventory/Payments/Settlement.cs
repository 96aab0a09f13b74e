using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Invoices;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Payments;

/// <summary>Applies payments to invoices and takes them off again.</summary>
internal static class Settlement
{
    /// <summary>Refuses what cannot be applied, before anything is.</summary>
    public static List<(Invoice Invoice, decimal Amount)> Plan(Company company, string customerId,
        IEnumerable<(string InvoiceId, decimal Amount)> parts, decimal available)
    {
        var plan = new List<(Invoice Invoice, decimal Amount)>();
        foreach (var (id, amount) in parts)
        {
            var invoice = company.Invoices.Find(id) ?? throw Refusal.Missing("Invoice");
            if (invoice.CustomerId != customerId) throw Refusal.Value("invoice_id");
            if (invoice.Status == "void" || invoice.Status == "draft" && !company.Settings.PayDraftInvoices)
                throw Refusal.State($"Payments cannot be recorded for the {invoice.Status} invoice {invoice.Number}.");
            if (amount <= 0) throw Refusal.Value("amount_applied");
            var before = plan.Where(part => part.Invoice == invoice).Sum(part => part.Amount);
            if (before + amount > invoice.Balance)
                throw Refusal.State($"The amount applied is more than the balance of invoice {invoice.Number}.");
            plan.Add((invoice, amount));
        }
        return plan.Sum(part => part.Amount) > available
            ? throw Refusal.State("The amount applied is more than the payment's amount.") : plan;
    }

    public static void Apply(Company company, Payment payment, List<(Invoice Invoice, decimal Amount)> plan)
    {
        foreach (var (invoice, amount) in plan)
        {
            InvoiceStatus.Send(company, invoice, payment.Modified);
            payment.Applied.Add(new Application(company.Series.NextId(), invoice.Id, amount));
            Change(company, invoice, amount, payment);
            if (invoice.Status == "paid") company.Report("invoice.paid", invoice);
        }
    }

    public static void TakeOff(Company company, Payment payment, Application part)
    {
        payment.Applied.Remove(part);
        Change(company, company.Invoices.Find(part.InvoiceId)!, -part.Amount, payment);
    }

    public static void PutBack(Company company, Payment payment, Application part)
    {
        payment.Applied.Add(part);
        Change(company, company.Invoices.Find(part.InvoiceId)!, part.Amount, payment);
    }

    private static void Change(Company company, Invoice invoice, decimal amount, Payment payment)
    {
        invoice.PaymentMade += amount;
        invoice.LastPayment = payment.Date;
        invoice.Modified = payment.Modified;
        invoice.Settle();
        var customer = company.Contacts.Find(invoice.CustomerId)!;
        customer.Receivable -= amount;
        customer.UnusedCredits -= amount;
    }
}
