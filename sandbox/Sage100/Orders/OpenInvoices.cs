using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>What customers owe, found and changed by the documents that post to it.</summary>
internal static class OpenInvoices
{
    private static readonly string[] Types = ["IN", "DM", "FC", "CM", "PP"];

    /// <summary>The open invoice of the row's customer; by type where one is given.</summary>
    public static Row? Find(Company company, Row of, string number, string type = "") => Types
        .Where(each => type.Length == 0 || each == type)
        .Select(each => company[OpenInvoiceSchema.Object].Find(
            TableKey.Of(of.Text("ARDivisionNo"), of.Text("CustomerNo"), number, each)))
        .FirstOrDefault(found => found is not null);

    /// <summary>Whether the row's customer has, or had, that invoice.</summary>
    public static bool Knows(Company company, Row of, string number) => Find(company, of, number) is not null
        || company[InvoiceHistorySchema.Object].Find(TableKey.Of(number, InvoicePosting.FirstSequence)) is { } posted
            && posted.Text("ARDivisionNo") == of.Text("ARDivisionNo") && posted.Text("CustomerNo") == of.Text("CustomerNo");

    /// <summary>Opens what a posted document leaves; a credit first goes against the invoice that it names.</summary>
    public static void Open(Company company, Row posted, decimal amount)
    {
        Owe(company, posted, amount);
        if (amount < 0 && posted.Text("ApplyToInvoiceNo") is { Length: > 0 } applied
            && Find(company, posted, applied, "IN") is { } invoice)
        {
            var taken = Math.Min(-amount, Math.Max(0, invoice.Number("Balance")));
            Lower(company, invoice, taken);
            amount += taken;
        }
        var table = company[OpenInvoiceSchema.Object];
        var open = new Row(table.Schema).Carry(posted).Set("InvoiceNo", posted.Text("InvoiceNo"))
            .Set("ARDivisionNo", posted.Text("ARDivisionNo")).Set("CustomerNo", posted.Text("CustomerNo"))
            .Set("InvoiceType", posted.Text("InvoiceType")).Set("CreditMemoInvoiceReference", posted.Text("ApplyToInvoiceNo"))
            .Set("PostingDate", company.Time.Now().Date).Set("Balance", amount);
        company.Time.Stamp(open);
        table.Put(open);
    }

    /// <summary>Takes a payment or a credit off an invoice.</summary>
    public static void Lower(Company company, Row invoice, decimal amount)
    {
        var lowered = invoice.Copy().Set("Balance", invoice.Number("Balance") - amount);
        company.Time.Stamp(lowered);
        company[OpenInvoiceSchema.Object].Put(lowered);
    }

    /// <summary>Moves the customer's balance.</summary>
    public static void Owe(Company company, Row of, decimal amount)
    {
        var customers = company[CustomerSchema.Object];
        if (customers.Find(TableKey.Of(of.Text("ARDivisionNo"), of.Text("CustomerNo"))) is not { } customer) return;
        customers.Put(customer.Copy().Set("CurrentBalance", customer.Number("CurrentBalance") + amount)
            .Set("DateLastActivity", company.Time.Now().Date));
    }
}
