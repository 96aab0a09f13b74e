using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

/// <summary>Creates, updates and deletes credit notes.</summary>
internal static class CreditNoteWriting
{
    public static Answer Create(ApiCall call)
    {
        var (company, body) = (call.Company, call.Body);
        var note = new CreditNote { Id = company.Series.NextId(), Created = call.Now, InvoiceId = Source(call) };
        HeaderReading.SetCustomer(company, note, HeaderReading.Customer(company, body));
        Write(call, note, isUpdate: false);
        var links = CreditLinks.Of(company, note);
        links.Check(note);
        CreditBooking.RefusePacked(company, note);
        note.Number = DocumentNumbers.Choose(call, "creditnote_number", "CN", "Credit Note", number => IsTaken(company, number));
        links.Count(+1);
        company.CreditNotes.Add(note);
        company.Report("creditnote.created", note);
        if (body.Flag("is_draft") != true && !company.Settings.Approvals) CreditNoteStatus.Open(company, note);
        return Answer.Created("Credit Note has been created.", "creditnote", CreditNoteView.Full(company, note));
    }

    public static Answer Update(ApiCall call)
    {
        var (company, body) = (call.Company, call.Body);
        var before = CreditNoteRoutes.Find(call);
        if (before.Status == "void") throw Refusal.State("A void credit note cannot be edited.");
        if (body.Has("line_items")) CreditNoteStatus.RefuseUsed(before, "edited");
        if (body.Text("customer_id") is { } customer && customer != before.CustomerId) throw Refusal.Value("customer_id");
        var note = Copy.Of(before);
        Write(call, note, isUpdate: true);
        if (note.Total != before.Total) CreditNoteStatus.RefuseUsed(before, "edited");
        note.Number = DocumentNumbers.Changed(body, "creditnote_number", before.Number, "Credit Note",
            number => IsTaken(company, number));
        Replace(company, before, note);
        company.Report("creditnote.edited", note);
        return new Answer("Credit Note information has been updated.", "creditnote", CreditNoteView.Full(company, note));
    }

    public static Answer Delete(ApiCall call)
    {
        var company = call.Company;
        var note = CreditNoteRoutes.Find(call);
        CreditNoteStatus.RefuseUsed(note, "deleted");
        if (note.IsOpen) CreditBooking.Reverse(company, note);
        if (note.Status != "void") CreditLinks.Of(company, note).Count(-1);
        company.CreditNotes.Remove(note);
        company.Report("creditnote.deleted", note);
        return Answer.Done("The credit note has been deleted.");
    }

    private static string? Source(ApiCall call)
    {
        if (call.Parameter("invoice_id") is not { } id) return null;
        var invoice = call.Company.Invoices.Find(id) ?? throw Refusal.Missing("Invoice");
        if (invoice.CustomerId != call.Body.Text("customer_id")) throw Refusal.Value("customer_id");
        return invoice.IsSent ? id : throw Refusal.State($"Invoice {invoice.Number} is {invoice.Status} and cannot be credited.");
    }

    private static bool IsTaken(Company company, string number) => company.CreditNotes.By("creditnote_number", number).Count > 0;

    private static void Replace(Company company, CreditNote before, CreditNote next)
    {
        var (old, links) = (CreditLinks.Of(company, before), CreditLinks.Of(company, next));
        old.Count(-1);
        if (before.IsOpen) CreditBooking.Reverse(company, before);
        try
        {
            links.Check(next);
            CreditBooking.RefusePacked(company, next);
        }
        catch (Refusal)
        {
            old.Count(+1);
            if (before.IsOpen) CreditBooking.Book(company, before);
            throw;
        }
        links.Count(+1);
        company.CreditNotes.Swap(next);
        if (next.IsOpen) CreditBooking.Book(company, next);
        next.Settle();
    }

    private static void Write(ApiCall call, CreditNote note, bool isUpdate)
    {
        var (company, body) = (call.Company, call.Body);
        HeaderReading.Apply(company, note, body, call.Now);
        note.Rest.Take(body, CreditNoteShapes.Kept);
        if (!isUpdate || body.Has("line_items")) note.Lines = LineReading.Read(company, body, note);
        note.Custom.Apply(company, "creditnote", body.Children("custom_fields"), isUpdate,
            company.CreditNotes.Rows.Where(other => other.Id != note.Id).Select(other => other.Custom));
        Totals.Compute(company, note);
    }
}
