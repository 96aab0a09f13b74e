using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Invoices;

/// <summary>Creates, updates and deletes invoices.</summary>
internal static class InvoiceWriting
{
    public static Answer Create(ApiCall call)
    {
        var (company, body) = (call.Company, call.Body);
        var customer = HeaderReading.Customer(company, body);
        var parent = call.Parameter("salesorder_id") is { } id ? company.SalesOrders.Find(id)
            ?? throw Refusal.Missing("Sales Order") : null;
        var invoice = new Invoice { Id = company.Series.NextId(), Created = call.Now, PaymentTerms = customer.PaymentTerms };
        HeaderReading.SetCustomer(company, invoice, customer);
        Write(call, invoice, isUpdate: false);
        var links = OrderLinks.Of(company, invoice, parent);
        links.Check(invoice);
        if (call.Flag("send")) InvoiceStatus.RefuseUnsendable(company, invoice);
        invoice.Number = DocumentNumbers.Choose(call, "invoice_number", "INV", "Invoice", number => IsTaken(company, number));
        invoice.SalesOrderIds = [.. links.OrderIds];
        links.Count(+1);
        company.Invoices.Add(invoice);
        company.Report("invoice.created", invoice);
        if (call.Flag("send")) InvoiceStatus.Send(company, invoice, call.Now);
        return Answer.Created("The invoice has been created.", "invoice", InvoiceView.Full(company, invoice));
    }

    public static Answer Update(ApiCall call)
    {
        var (company, body) = (call.Company, call.Body);
        var before = InvoiceRoutes.Find(call);
        if (before.Status == "void" || before.IsHeld || before.WrittenOff > 0)
            throw Refusal.State("Invoices that are void or have payments or credits cannot be edited.");
        if (body.Text("customer_id") is { } customer && customer != before.CustomerId) throw Refusal.Value("customer_id");
        var invoice = Copy.Of(before);
        Write(call, invoice, isUpdate: true);
        if (body.Text("invoice_number") is { } number && number != before.Number)
            invoice.Number = IsTaken(company, number) ? throw Refusal.Duplicate("Invoice number", number) : number;
        Replace(company, before, invoice);
        company.Report("invoice.edited", invoice);
        return new Answer("Invoice information has been updated.", "invoice", InvoiceView.Full(company, invoice));
    }

    public static Answer SetCustomFields(ApiCall call)
    {
        var invoice = InvoiceRoutes.Find(call);
        Custom(call, invoice, call.Body.Entries, isUpdate: true);
        invoice.Modified = call.Now;
        call.Company.Report("invoice.edited", invoice);
        return Answer.Done("Custom Fields Updated Successfully");
    }

    public static Answer Delete(ApiCall call)
    {
        var company = call.Company;
        var invoice = InvoiceRoutes.Find(call);
        if (invoice.IsHeld) throw Refusal.State("Invoices with payments or credits cannot be deleted.");
        if (invoice.IsSent) Booking.Reverse(company, invoice);
        if (invoice.Status != "void") OrderLinks.Of(company, invoice, null).Count(-1);
        company.Invoices.Remove(invoice);
        company.Report("invoice.deleted", invoice);
        return Answer.Done("The invoice has been deleted.");
    }

    private static bool IsTaken(Company company, string number) => company.Invoices.By("invoice_number", number).Count > 0;

    private static void Replace(Company company, Invoice before, Invoice next)
    {
        var (old, links) = (OrderLinks.Of(company, before, null), OrderLinks.Of(company, next, null));
        old.Count(-1);
        try { links.Check(next); }
        catch (Refusal) { old.Count(+1); throw; }
        if (before.IsSent) Booking.Reverse(company, before);
        links.Count(+1);
        next.SalesOrderIds = [.. next.SalesOrderIds.Union(links.OrderIds)];
        company.Invoices.Swap(next);
        if (next.IsSent) Booking.Book(company, next);
    }

    private static void Write(ApiCall call, Invoice invoice, bool isUpdate)
    {
        var (company, body) = (call.Company, call.Body);
        HeaderReading.Apply(company, invoice, body, call.Now);
        invoice.PaymentTerms = body.Whole("payment_terms") ?? invoice.PaymentTerms;
        invoice.DueDate = body.Date("due_date") ?? (isUpdate ? invoice.DueDate : invoice.Date.AddDays(invoice.PaymentTerms));
        if (invoice.DueDate < invoice.Date) throw Refusal.Value("due_date");
        invoice.Rest.Take(body, InvoiceShapes.Kept);
        if (!isUpdate || body.Has("line_items")) invoice.Lines = LineReading.Read(company, body, invoice);
        Custom(call, invoice, body.Children("custom_fields"), isUpdate);
        Totals.Compute(company, invoice);
    }

    private static void Custom(ApiCall call, Invoice invoice, IEnumerable<Body> given, bool isUpdate) =>
        invoice.Custom.Apply(call.Company, "invoice", given, isUpdate,
            call.Company.Invoices.Rows.Where(other => other.Id != invoice.Id).Select(other => other.Custom));
}
