using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Invoices;

/// <summary>Sending, voiding, back to draft, writing off.</summary>
internal static class InvoiceStatus
{
    public static Answer MarkSent(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        if (invoice.Status == "void") throw Refusal.State("A void invoice cannot be marked as sent.");
        Approval.RefuseUnapproved(call.Company, invoice, "invoice");
        Send(call.Company, invoice, call.Now);
        return Answer.Done("Invoice status has been changed to Sent.");
    }

    public static void RefuseUnsendable(Company company, Invoice invoice)
    {
        Approval.RefuseUnapproved(company, invoice, "invoice");
        if (string.IsNullOrEmpty(company.Contacts.Find(invoice.CustomerId)!.Primary?.Email))
            throw Refusal.State("The customer has no e-mail address to send the invoice to.");
    }

    public static void Send(Company company, Invoice invoice, DateTimeOffset now)
    {
        if (invoice.Status != "draft") return;
        (invoice.Status, invoice.Modified) = ("sent", now);
        Booking.Book(company, invoice);
        invoice.Settle();
        company.Report("invoice.sent", invoice);
    }

    public static Answer Void(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        if (invoice.IsHeld) throw Refusal.State("Invoices with payments or credits cannot be voided.");
        if (invoice.Status == "void") return Answer.Done("Invoice status has been changed to Void.");
        if (invoice.IsSent) Booking.Reverse(call.Company, invoice);
        OrderLinks.Of(call.Company, invoice, null).Count(-1);
        (invoice.Status, invoice.Modified) = ("void", call.Now);
        call.Company.Report("invoice.voided", invoice);
        return Answer.Done("Invoice status has been changed to Void.");
    }

    public static Answer MarkDraft(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        if (invoice.Status != "void") throw Refusal.State("Only void invoices can be changed to draft.");
        var links = OrderLinks.Of(call.Company, invoice, null);
        links.Check(invoice);
        links.Count(+1);
        (invoice.Status, invoice.Approval, invoice.Modified) = ("draft", "", call.Now);
        return Answer.Done("Invoice status has been changed to Draft.");
    }

    public static Answer WriteOff(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        if (!invoice.IsSent || invoice.Balance == 0) throw Refusal.State("The invoice has no balance to write off.");
        call.Company.Contacts.Find(invoice.CustomerId)!.Receivable -= invoice.Balance;
        (invoice.WrittenOff, invoice.Modified) = (invoice.Balance, call.Now);
        invoice.Settle();
        return Answer.Done("Invoice has been written off.");
    }

    public static Answer CancelWriteOff(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        call.Company.Contacts.Find(invoice.CustomerId)!.Receivable += invoice.WrittenOff;
        (invoice.WrittenOff, invoice.Modified) = (0, call.Now);
        invoice.Settle();
        return Answer.Done("The write off has been cancelled.");
    }
}
