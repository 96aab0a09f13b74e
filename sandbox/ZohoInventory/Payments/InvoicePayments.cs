using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.CreditNotes;
using Isthmus.Sandbox.ZohoInventory.Invoices;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Payments;

/// <summary>The payments of one invoice, and customer credit applied to it.</summary>
internal static class InvoicePayments
{
    public static Answer List(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        var rows = from payment in call.Company.Payments.By("invoice_id", invoice.Id)
                   from part in payment.Applied
                   where part.InvoiceId == invoice.Id
                   select (JsonNode)new JsonObject
                   {
                       ["payment_id"] = payment.Id,
                       ["payment_number"] = payment.Number,
                       ["invoice_id"] = invoice.Id,
                       ["invoice_payment_id"] = part.Id,
                       ["payment_mode"] = payment.Mode,
                       ["description"] = payment.Description,
                       ["date"] = CompanyClock.Show(payment.Date),
                       ["reference_number"] = payment.ReferenceNumber,
                       ["exchange_rate"] = payment.ExchangeRate,
                       ["amount"] = part.Amount,
                       ["tax_amount_withheld"] = 0,
                       ["online_transaction_id"] = "",
                       ["is_single_invoice_payment"] = payment.Applied.Count == 1,
                   };
        return Answer.Read("payments", new JsonArray([.. rows]));
    }

    /// <summary>Everything is checked before anything is applied.</summary>
    public static Answer ApplyCredits(ApiCall call)
    {
        var (company, invoice) = (call.Company, InvoiceRoutes.Find(call));
        var notes = call.Body.Children("apply_creditnotes").Select(given =>
        {
            var note = company.CreditNotes.Find(given.Needed("creditnote_id")) ?? throw Refusal.Missing("Credit Note");
            return (Note: note, Plan: Crediting.Plan(company, note, [(invoice.Id, Amount(given))]));
        }).ToList();
        var payments = call.Body.Children("invoice_payments").Select(given =>
        {
            var payment = company.Payments.Find(given.Needed("payment_id")) ?? throw Refusal.Missing("Payment");
            var plan = Settlement.Plan(company, payment.CustomerId, [(invoice.Id, Amount(given))], payment.Unused);
            return (Payment: payment, Plan: plan);
        }).ToList();
        if (notes.Sum(part => part.Plan[0].Amount) + payments.Sum(part => part.Plan[0].Amount) > invoice.Balance)
            throw Refusal.State($"The amount applied is more than the balance of invoice {invoice.Number}.");
        foreach (var (note, plan) in notes) Crediting.Apply(company, note, plan);
        foreach (var (payment, plan) in payments)
            company.Payments.Change(payment, () =>
            {
                payment.Modified = call.Now;
                Settlement.Apply(company, payment, plan);
            });
        return Answer.Done("Credits have been applied to the invoice.");
    }

    private static decimal Amount(Body given) => given.Number("amount_applied") ?? throw Refusal.Required("amount_applied");

    public static Answer Credits(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        var rows = from note in call.Company.CreditNotes.By("invoice_id", invoice.Id)
                   from part in note.Applied
                   where part.InvoiceId == invoice.Id
                   select (JsonNode)CreditNoteView.Credit(note, part);
        return Answer.Read("credits", new JsonArray([.. rows]));
    }

    public static Answer RemoveCredit(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        foreach (var note in call.Company.CreditNotes.By("invoice_id", invoice.Id).ToList())
        {
            if (note.Applied.Find(part => part.Id == call.SubId && part.InvoiceId == invoice.Id) is not { } applied) continue;
            Crediting.TakeOff(call.Company, note, applied);
            return Answer.Done("Credits applied to the invoice have been deleted.");
        }
        throw Refusal.Missing("Credit");
    }

    public static Answer Remove(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        foreach (var payment in call.Company.Payments.By("invoice_id", invoice.Id).ToList())
        {
            if (payment.Applied.Find(part => part.Id == call.SubId && part.InvoiceId == invoice.Id) is not { } applied) continue;
            call.Company.Payments.Change(payment, () => Settlement.TakeOff(call.Company, payment, applied));
            return Answer.Done("The payment has been deleted.");
        }
        throw Refusal.Missing("Payment");
    }
}
