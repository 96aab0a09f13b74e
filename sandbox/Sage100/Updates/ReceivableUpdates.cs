using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Updates;

/// <summary>Registers that move what customers owe.</summary>
internal static class ReceivableUpdates
{
    public static void PostInvoice(Company company, Row invoice)
    {
        var total = invoice.Number("NonTaxableAmt") + invoice.Number("SalesTaxAmt") + invoice.Number("FreightAmt");
        var kept = InvoicePosting.Keep(company, invoice, "A/R");
        OpenInvoices.Open(company, kept, InvoicePosting.Sign(invoice) * total);
    }

    public static void PostDeposit(Company company, Row deposit)
    {
        foreach (var line in deposit.Lines)
        {
            var amount = line.Number("CashAmountApplied") + line.Number("DiscountAmountApplied");
            if (line.Text("TransactionType") == "GL") continue;
            OpenInvoices.Owe(company, line, -amount);
            if (OpenInvoices.Find(company, line, line.Text("InvoiceNo"), line.Text("InvoiceType")) is { } invoice
                && line.Text("TransactionType") == "IV") OpenInvoices.Lower(company, invoice, amount);
            else OnAccount(company, deposit, line, amount);
        }
    }

    // Several payments on one account in one deposit are one open item.
    private static void OnAccount(Company company, Row deposit, Row line, decimal amount)
    {
        var table = company[OpenInvoiceSchema.Object];
        var number = "PP" + deposit.Key;
        var open = OpenInvoices.Find(company, line, number, "PP")?.Copy() ?? new Row(table.Schema).Carry(line)
            .Set("ARDivisionNo", line.Text("ARDivisionNo")).Set("CustomerNo", line.Text("CustomerNo")).Set("InvoiceNo", number)
            .Set("InvoiceType", "PP").Set("InvoiceDate", deposit.Text("DepositDate")).Set("PostingDate",
                deposit.Text("PostingDate"));
        open.Set("Balance", open.Number("Balance") - amount);
        company.Time.Stamp(open);
        table.Put(open);
    }
}
