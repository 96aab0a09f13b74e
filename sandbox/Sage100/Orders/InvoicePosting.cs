using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>The sales journal's update: an invoice or memo in entry goes to history, to the open invoices and to stock.</summary>
internal static class InvoicePosting
{
    /// <summary>History may hold a number again years later; the first time it has this sequence.</summary>
    public const string FirstSequence = "000000";

    private static readonly string[] Amounts =
        ["TaxableAmt", "NonTaxableAmt", "SalesTaxAmt", "FreightAmt", "DiscountAmt", "QuantityShipped", "ExtensionAmt"];

    public static void Post(Company company, Row invoice)
    {
        var sign = Sign(invoice);
        company[InvoiceSchema.Object].Remove(invoice.Key);
        OpenInvoices.Open(company, Keep(company, invoice, "S/O"), sign * OrderTotals.Of(invoice));
        KeepPackages(company, invoice.Key);
        StockBook.Ship(company, invoice, sign);
        OrderCompletion.Take(company, invoice);
        ReturnReceipt.Credited(company, invoice);
    }

    public static int Sign(Row invoice) => invoice.Text("InvoiceType") == "CM" ? -1 : 1;

    /// <summary>Writes the document's history; a credit stands there as negative.</summary>
    public static Row Keep(Company company, Row document, string module)
    {
        var table = company[InvoiceHistorySchema.Object];
        var kept = new Row(table.Schema).Carry(document).Set("InvoiceNo", document.Key).Set("HeaderSeqNo", FirstSequence)
            .Set("ModuleCode", module).Set("TransactionDate", company.Time.Now().Date);
        Turn(kept, Sign(document));
        foreach (var line in document.Lines)
        {
            var detail = new Row(table.Schema.Lines!).Carry(line).Set("InvoiceNo", document.Key).Set("HeaderSeqNo", FirstSequence)
                .Set("DetailSeqNo", line.Text("LineKey")).Set("LineKey", line.Text("LineKey"));
            Turn(detail, Sign(document));
            kept.Lines.Add(detail);
        }
        company.Time.Stamp(kept);
        table.Put(kept);
        return kept;
    }

    private static void Turn(Row row, int sign)
    {
        if (sign > 0) return;
        foreach (var name in Amounts)
            if (row.Schema.Find(name) is not null) row.Set(name, -row.Number(name));
    }

    private static void KeepPackages(Company company, string invoiceNo)
    {
        var packages = company[TrackingSchema.Object];
        foreach (var package in packages.With(packages.Schema.Find("InvoiceNo")!, invoiceNo).ToList())
        {
            company[TrackingSchema.History].Put(new Row(company[TrackingSchema.History].Schema).Carry(package)
                .Set("InvoiceNo", invoiceNo).Set("HeaderSeqNo", FirstSequence).Set("PackageNo", package.Text("PackageNo")));
            packages.Remove(package.Key);
        }
    }
}
