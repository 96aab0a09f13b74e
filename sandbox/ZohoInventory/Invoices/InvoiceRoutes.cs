using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Payments;

namespace Isthmus.Sandbox.ZohoInventory.Invoices;

internal static class InvoiceRoutes
{
    private static readonly string[] statuses = ["Sent", "Draft", "OverDue", "Paid", "Void", "Unpaid", "PartiallyPaid", "Viewed"];

    private static readonly Listing<Invoice> listing = new()
    {
        Envelope = "invoices",
        Report = "Invoices",
        Table = company => company.Invoices,
        Row = InvoiceView.Row,
        HasLastModified = true,
        Columns =
        [
            new TextColumn<Invoice>("invoice_number", invoice => invoice.Number),
            new TextColumn<Invoice>("reference_number", invoice => invoice.ReferenceNumber),
            new TextColumn<Invoice>("customer_id", invoice => invoice.CustomerId, exactOnly: true),
            new TextColumn<Invoice>("customer_name", invoice => invoice.CustomerName),
            new TextColumn<Invoice>("item_id", invoice => invoice.Lines.Select(line => line.ItemId), exactOnly: true),
            new TextColumn<Invoice>("item_name", invoice => invoice.Lines.Select(line => line.Name)),
            new TextColumn<Invoice>("custom_field", invoice => invoice.Custom.Values.Values),
            new TextColumn<Invoice>("status", invoice => invoice.Status, exactOnly: true),
            new NumberColumn<Invoice>("total", invoice => invoice.Total),
            new NumberColumn<Invoice>("balance", invoice => invoice.Balance),
            new DateColumn<Invoice>("date", invoice => invoice.Date),
            new DateColumn<Invoice>("due_date", invoice => invoice.DueDate),
        ],
        FilterBy = by => !by.StartsWith("Status.") || !statuses.Contains(by[7..]) ? null : by[7..] switch
        {
            "Unpaid" => invoice => invoice.IsSent && invoice.Balance > 0,
            "PartiallyPaid" => invoice => invoice.Status == "partially_paid",
            var name => invoice => invoice.Status.Equals(name, StringComparison.OrdinalIgnoreCase),
        },
        Search = (invoice, text) => invoice.Number.Contains(text, StringComparison.OrdinalIgnoreCase)
            || invoice.ReferenceNumber.Contains(text, StringComparison.OrdinalIgnoreCase)
            || invoice.CustomerName.Contains(text, StringComparison.OrdinalIgnoreCase),
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/invoices", "invoices.CREATE", InvoiceWriting.Create, InvoiceShapes.Create);
        routes.Get("/invoices", "invoices.READ", listing.List);
        routes.Get("/invoices/{id}", "invoices.READ", call => Answer.Read("invoice", InvoiceView.Full(call.Company, Find(call))));
        routes.Put("/invoices/{id}", "invoices.UPDATE", InvoiceWriting.Update, InvoiceShapes.Update);
        routes.Delete("/invoices/{id}", "invoices.DELETE", InvoiceWriting.Delete);
        routes.Add(new("PUT", "/invoice/{id}/customfields", "invoices.UPDATE", InvoiceWriting.SetCustomFields, CustomValues.Shape)
        {
            TakesArray = true,
        });
        routes.Post("/invoices/{id}/status/sent", "invoices.CREATE", InvoiceStatus.MarkSent);
        routes.Post("/invoices/{id}/status/void", "invoices.CREATE", InvoiceStatus.Void);
        routes.Post("/invoices/{id}/status/draft", "invoices.CREATE", InvoiceStatus.MarkDraft);
        routes.Post("/invoices/{id}/writeoff", "invoices.CREATE", InvoiceStatus.WriteOff);
        routes.Post("/invoices/{id}/writeoff/cancel", "invoices.CREATE", InvoiceStatus.CancelWriteOff);
        routes.Get("/invoices/{id}/payments", "invoices.READ", InvoicePayments.List);
        routes.Post("/invoices/{id}/credits", "invoices.CREATE", InvoicePayments.ApplyCredits, InvoiceShapes.Credits);
        routes.Get("/invoices/{id}/creditsapplied", "invoices.READ", InvoicePayments.Credits);
        routes.Delete("/invoices/{id}/creditsapplied/{sub}", "invoices.DELETE", InvoicePayments.RemoveCredit);
        routes.Delete("/invoices/{id}/payments/{sub}", "invoices.DELETE", InvoicePayments.Remove);
        routes.Post("/invoices/{id}/submit", "invoices.UPDATE", call => Approval.Submit(call, Find(call)));
        routes.Post("/invoices/{id}/approve", "invoices.UPDATE", call => Approval.Approve(call, Find(call)));
        routes.Post("/invoices/{id}/approve/final", "invoices.UPDATE", call => Approval.Approve(call, Find(call)));
        routes.Post("/invoices/{id}/reject", "invoices.UPDATE", call => Approval.Reject(call, Find(call)),
            InvoiceShapes.Rejection);
    }

    public static Invoice Find(ApiCall call) => call.Company.Invoices.Find(call.Id) ?? throw Refusal.Missing("Invoice");
}
