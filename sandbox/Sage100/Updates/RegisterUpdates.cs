using System.Text.Json.Nodes;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Updates;

/// <summary>The updates that a person runs at the end of the day: everything in entry is posted.</summary>
internal static class RegisterUpdates
{
    private static readonly (string Object, Action<Company, Row> Post)[] Registers =
    [
        (TransactionSchema.Object, StockUpdates.PostTransaction), (ReceiptSchema.Object, StockUpdates.PostReceipt),
        (ReceivableInvoiceSchema.Object, ReceivableUpdates.PostInvoice), (CashReceiptsSchema.Object,
            ReceivableUpdates.PostDeposit),
        (JournalSchema.Object, (_, _) => { })
    ];

    /// <summary>Posts all; answers how many of each object.</summary>
    public static JsonObject Run(Company company)
    {
        var posted = new JsonObject { [InvoiceSchema.Object] = Invoices(company) };
        foreach (var (name, post) in Registers) posted[name] = Entered(company, name, post);
        return posted;
    }

    private static int Invoices(Company company)
    {
        var invoices = company[InvoiceSchema.Object].After(null).ToList();
        foreach (var invoice in invoices) InvoicePosting.Post(company, invoice);
        return invoices.Count;
    }

    private static int Entered(Company company, string name, Action<Company, Row> post)
    {
        var table = company[name];
        var entered = table.With(table.Schema.Find("PostedDate")!, "").ToList();
        foreach (var row in entered) Post(company, table, row, post);
        return entered.Count;
    }

    public static void Post(Company company, Table table, Row row, Action<Company, Row> post)
    {
        var posted = row.Copy().Set("PostedDate", company.Time.Now().Date);
        company.Time.Stamp(posted);
        table.Put(posted);
        post(company, posted);
    }
}
