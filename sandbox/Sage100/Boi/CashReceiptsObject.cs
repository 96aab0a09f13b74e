using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>AR_CashReceipts_bus: a deposit with its receipts.</summary>
internal sealed class CashReceiptsObject(Company company) : DocumentObject(company, CashReceiptsSchema.Object)
{
    private bool amountWasSet;

    protected override string Kind => "deposit";

    protected override string Dated => "DepositDate";

    protected override DocumentLine Line(Row? before) => new CashReceiptsLine(Company, Current, before);

    protected override void AfterSet(Column column) => amountWasSet |= column.Name == "DepositAmt";

    protected override BoiError? BeforeWrite()
    {
        if (base.BeforeWrite() is { } empty) return empty;
        if (Current.Text("PostingDate").Length == 0) Current.Set("PostingDate", Current.Text("DepositDate"));
        if (Company.Settings.Closes(Schema.Find("PostingDate")!, Current.Text("PostingDate")) is { } closed)
            return Wrong(closed, "PostingDate", Current.Text("PostingDate"));
        var sum = Current.Lines.Sum(line => line.Number("CashAmountApplied"));
        if (amountWasSet && sum != Current.Number("DepositAmt")) return Wrong(
            $"The deposit is out of balance by {Math.Abs(Current.Number("DepositAmt") - sum):0.00}.", "DepositAmt",
                Current.Number("DepositAmt"));
        Current.Set("DepositAmt", sum);
        return null;
    }

    protected override string? AfterWrite() => Current.Lines
        .Where(line => line.Text("TransactionType") == "IV")
        .GroupBy(line => OpenInvoices.Find(Company, line, line.Text("InvoiceNo"), line.Text("InvoiceType")))
        .FirstOrDefault(group => group.Key is { } invoice && Taken(group) > invoice.Number("Balance")) is { } over
            ? $"More than the balance of invoice {over.Key!.Text("InvoiceNo")} is applied." : null;

    private static decimal Taken(IEnumerable<Row> lines) =>
        lines.Sum(line => line.Number("CashAmountApplied") + line.Number("DiscountAmountApplied"));
}
