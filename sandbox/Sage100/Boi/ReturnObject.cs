using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>RA_Return_bus: what a customer may send back.</summary>
internal sealed class ReturnObject(Company company) : CustomerDocument(company, ReturnSchema.Object)
{
    protected override string Kind => "return";

    protected override string Dated => "RMADate";

    protected override DocumentLine Line(Row? before) => new ItemLine(Company, Current, before, ItemLineRules.Return);

    protected override BoiError? BeforeWrite()
    {
        if (base.BeforeWrite() is { } empty) return empty;
        return Current.Lines.Select(line => line.Text("InvoiceNo"))
            .FirstOrDefault(invoice => invoice.Length > 0 && !OpenInvoices.Knows(Company, Current, invoice)) is { } unknown
                ? Wrong($"Invoice {unknown} is not on file.", "InvoiceNo", unknown) : null;
    }

    protected override string? BeforeDelete() => Current.Lines.Any(line => line.Number("QuantityReceived") != 0)
        ? "The return cannot be deleted. Goods were received." : null;
}
