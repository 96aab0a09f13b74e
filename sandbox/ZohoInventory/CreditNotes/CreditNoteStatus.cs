using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

/// <summary>Opening, voiding, back to draft.</summary>
internal static class CreditNoteStatus
{
    public static Answer Open(ApiCall call)
    {
        var note = CreditNoteRoutes.Find(call);
        Approval.RefuseUnapproved(call.Company, note, "credit note");
        if (note.Status == "void") throw Refusal.State("A void credit note has to be changed to draft first.");
        Open(call.Company, note);
        return Answer.Done("The status of the credit note has been changed to open.");
    }

    /// <summary>A note made from an invoice that is still owed settles it, as far as it goes.</summary>
    public static void Open(Company company, CreditNote note)
    {
        if (note.Status != "draft") return;
        CreditBooking.RefusePacked(company, note);
        CreditBooking.Book(company, note);
        (note.Status, note.Modified) = ("open", company.Now);
        note.Settle();
        if (company.Invoices.Find(note.InvoiceId) is { IsSent: true, Balance: > 0 } invoice && note.Balance > 0)
            Crediting.Apply(company, note, [(invoice, Math.Min(invoice.Balance, note.Balance))]);
        company.Report("creditnote.opened", note);
    }

    public static Answer Void(ApiCall call)
    {
        var note = CreditNoteRoutes.Find(call);
        RefuseUsed(note, "voided");
        if (note.Status == "void") return Answer.Done("The credit note has been marked as void.");
        if (note.IsOpen) CreditBooking.Reverse(call.Company, note);
        CreditLinks.Of(call.Company, note).Count(-1);
        (note.Status, note.Modified) = ("void", call.Now);
        call.Company.Report("creditnote.voided", note);
        return Answer.Done("The credit note has been marked as void.");
    }

    public static Answer MarkDraft(ApiCall call)
    {
        var note = CreditNoteRoutes.Find(call);
        if (note.Status != "void") throw Refusal.State("Only void credit notes can be changed to draft.");
        var links = CreditLinks.Of(call.Company, note);
        links.Check(note);
        links.Count(+1);
        (note.Status, note.Approval, note.Modified) = ("draft", "", call.Now);
        return Answer.Done("The status of the credit note has been changed to draft.");
    }

    public static void RefuseUsed(CreditNote note, string what)
    {
        if (note.Refunded + note.AppliedTotal > 0)
            throw Refusal.State($"Credit notes that are applied or refunded cannot be {what}.");
    }
}
