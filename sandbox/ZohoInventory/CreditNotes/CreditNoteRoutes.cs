using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

internal static class CreditNoteRoutes
{
    private static readonly Listing<CreditNote> listing = new()
    {
        Envelope = "creditnotes",
        Report = "Credit Notes",
        Table = company => company.CreditNotes,
        Row = CreditNoteView.Row,
        Columns =
        [
            new TextColumn<CreditNote>("creditnote_number", note => note.Number),
            new TextColumn<CreditNote>("reference_number", note => note.ReferenceNumber),
            new TextColumn<CreditNote>("customer_id", note => note.CustomerId, exactOnly: true),
            new TextColumn<CreditNote>("customer_name", note => note.CustomerName),
            new TextColumn<CreditNote>("status", note => note.Status, exactOnly: true),
            new TextColumn<CreditNote>("item_id", note => note.Lines.Select(line => line.ItemId), exactOnly: true),
            new TextColumn<CreditNote>("item_name", note => note.Lines.Select(line => line.Name)),
            new TextColumn<CreditNote>("line_item_id", note => note.Lines.Select(line => line.Id), exactOnly: true),
            new NumberColumn<CreditNote>("total", note => note.Total),
            new DateColumn<CreditNote>("date", note => note.Date),
        ],
        Sortable = [new NumberColumn<CreditNote>("balance", note => note.Balance)],
        FilterBy = by => by is "Status.Open" or "Status.Draft" or "Status.Closed" or "Status.Void"
            ? note => note.Status.Equals(by[7..], StringComparison.OrdinalIgnoreCase) : null,
        Search = (note, text) => note.Number.Contains(text, StringComparison.OrdinalIgnoreCase)
            || note.ReferenceNumber.Contains(text, StringComparison.OrdinalIgnoreCase)
            || note.CustomerName.Contains(text, StringComparison.OrdinalIgnoreCase),
    };

    private static readonly Listing<CreditRefund> refunds = new()
    {
        Envelope = "creditnote_refunds",
        Report = "Credit Note Refunds",
        Table = company => company.CreditRefunds,
        Within = call => call.HasId ? call.Company.CreditRefunds.By("creditnote_id", Find(call).Id) : null,
        Row = CreditRefunds.Show,
        Columns = [new TextColumn<CreditRefund>("customer_id", refund => refund.CustomerId, exactOnly: true)],
        Sortable = [new DateColumn<CreditRefund>("date", refund => refund.Date)],
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/creditnotes", "creditnotes.CREATE", CreditNoteWriting.Create, CreditNoteShapes.Create);
        routes.Get("/creditnotes", "creditnotes.READ", listing.List);
        routes.Get("/creditnotes/refunds", "creditnotes.READ", refunds.List);
        routes.Get("/creditnotes/{id}", "creditnotes.READ",
            call => Answer.Read("creditnote", CreditNoteView.Full(call.Company, Find(call))));
        routes.Put("/creditnotes/{id}", "creditnotes.UPDATE", CreditNoteWriting.Update, CreditNoteShapes.Update);
        routes.Delete("/creditnotes/{id}", "creditnotes.DELETE", CreditNoteWriting.Delete);
        routes.Post("/creditnotes/{id}/converttoopen", "creditnotes.CREATE", CreditNoteStatus.Open);
        routes.Post("/creditnotes/{id}/void", "creditnotes.CREATE", CreditNoteStatus.Void);
        routes.Post("/creditnotes/{id}/draft", "creditnotes.CREATE", CreditNoteStatus.MarkDraft);
        routes.Post("/creditnotes/{id}/submit", "creditnotes.CREATE", call => Approval.Submit(call, Find(call)));
        routes.Post("/creditnotes/{id}/approve", "creditnotes.CREATE", call => Approval.Approve(call, Find(call)));
        routes.Get("/creditnotes/{id}/invoices", "creditnotes.READ", InvoicesCredited);
        routes.Post("/creditnotes/{id}/invoices", "creditnotes.CREATE", Apply, CreditNoteShapes.Apply);
        routes.Delete("/creditnotes/{id}/invoices/{sub}", "creditnotes.DELETE", TakeOff);
        routes.Get("/creditnotes/{id}/refunds", "creditnotes.READ", refunds.List);
        routes.Post("/creditnotes/{id}/refunds", "creditnotes.CREATE", CreditRefunds.Create, CreditNoteShapes.Refund);
        routes.Get("/creditnotes/{id}/refunds/{sub}", "creditnotes.READ", CreditRefunds.Get);
        routes.Put("/creditnotes/{id}/refunds/{sub}", "creditnotes.UPDATE", CreditRefunds.Update,
            CreditNoteShapes.RefundUpdate);
        routes.Delete("/creditnotes/{id}/refunds/{sub}", "creditnotes.DELETE", CreditRefunds.Delete);
    }

    public static CreditNote Find(ApiCall call) => call.Company.CreditNotes.Find(call.Id) ?? throw Refusal.Missing("Credit Note");

    private static Answer InvoicesCredited(ApiCall call)
    {
        var note = Find(call);
        return Answer.Read("invoices_credited",
            new JsonArray([.. note.Applied.Select(part => (JsonNode)CreditNoteView.Application(call.Company, note, part))]));
    }

    private static Answer Apply(ApiCall call)
    {
        var note = Find(call);
        var given = call.Body.Has("invoices") ? call.Body.Children("invoices") : [call.Body];
        var parts = given.Select(part => (part.Needed("invoice_id"),
            part.Number("amount_applied") ?? throw Refusal.Required("amount_applied")));
        Crediting.Apply(call.Company, note, Crediting.Plan(call.Company, note, parts));
        return Answer.Done("Credits have been applied to the invoice(s).");
    }

    private static Answer TakeOff(ApiCall call)
    {
        var note = Find(call);
        Crediting.TakeOff(call.Company, note,
            note.Applied.Find(part => part.Id == call.SubId) ?? throw Refusal.Missing("Credit"));
        return Answer.Done("The credits applied to the invoice have been deleted.");
    }
}
