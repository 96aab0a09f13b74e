using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>A receipt for an invoice, on a customer's account, or straight to a ledger account.</summary>
internal sealed class CashReceiptsLine(Company company, Row document, Row? before) : AccountLine(company, document, before)
{
    protected override BoiError? Check()
    {
        if (Current.Text("CheckNo").Length == 0) Current.Set("CheckNo", Document.Text("DepositNo"));
        if (Current.Number("CashAmountApplied") == 0 && Current.Number("DiscountAmountApplied") == 0 && IsNew)
            return Wrong("CashAmountApplied", 0m, "The Cash Amount Applied is required");
        if (HasAccount) return ToAccount();
        return ToCustomer() ?? (Current.Text("InvoiceNo").Length > 0 ? ToInvoice() : Take("PP"));
    }

    private BoiError? ToAccount() => Current.Text("CustomerNo").Length > 0
        ? Wrong("CustomerNo", Current.Text("CustomerNo"), "A line goes to a customer or to an account, not to both")
        : Take("GL");

    private BoiError? ToCustomer()
    {
        var number = Current.Text("CustomerNo");
        if (number.Length == 0) return Wrong("CustomerNo", "", "The Customer Number is required");
        if (Current.Text("ARDivisionNo").Length == 0) Current.Set("ARDivisionNo", "00");
        var division = Current.Text("ARDivisionNo");
        return Company[CustomerSchema.Object].Find(TableKey.Of(division, number)) is null
            ? Wrong("CustomerNo", number, $"Customer Number {division}-{number} is not on file.") : null;
    }

    private BoiError? ToInvoice()
    {
        var number = Current.Text("InvoiceNo");
        if (OpenInvoices.Find(Company, Current, number, Current.Text("InvoiceType")) is not { } invoice)
            return Wrong("InvoiceNo", number, $"Invoice {number} is not on file.");
        Current.Set("InvoiceType", invoice.Text("InvoiceType"));
        return Take("IV");
    }

    private BoiError? Take(string type)
    {
        Current.Set("TransactionType", type);
        return null;
    }
}
