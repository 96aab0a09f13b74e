using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>AR_Invoice_bus: an invoice or a credit by ledger account.</summary>
internal sealed class ReceivableInvoiceObject(Company company) : CustomerDocument(company, ReceivableInvoiceSchema.Object)
{
    protected override string Kind => "invoice";

    protected override string Dated => "InvoiceDate";

    protected override DocumentLine Line(Row? before) => new ReceivableInvoiceLine(Company, Current, before);

    protected override string? OpenNew() => Company[InvoiceSchema.Object].Find(Key) is not null
        || Company[InvoiceHistorySchema.Object].Find(TableKey.Of(Key, InvoicePosting.FirstSequence)) is not null
            ? $"Invoice {Key} exists in sales order invoices." : base.OpenNew();

    protected override BoiError? BeforeWrite()
    {
        if (base.BeforeWrite() is { } empty) return empty;
        var applied = Current.Text("ApplyToInvoiceNo");
        if (applied.Length > 0 && !OpenInvoices.Knows(Company, Current, applied))
            return Wrong($"Invoice {applied} is not on file.", "ApplyToInvoiceNo", applied);
        Current.Set("NonTaxableAmt", Current.Lines.Sum(line => line.Number("ExtensionAmt")));
        return null;
    }

    private sealed class ReceivableInvoiceLine(Company company, Row document, Row? before) : AccountLine(company, document,
        before)
    {
        protected override BoiError? Check() => HasAccount ? null : Wrong("Account", "", "The Account is required");
    }
}
