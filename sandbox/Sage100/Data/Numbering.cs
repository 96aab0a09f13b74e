using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>Which objects have document numbers, whose counter they take them from, and which numbers are taken.</summary>
internal static class Numbering
{
    private static readonly Dictionary<string, (string Counter, string Before)> Objects = new(StringComparer.Ordinal)
    {
        [CustomerSchema.Object] = (CustomerSchema.Object, "00"), [VendorSchema.Object] = (VendorSchema.Object, "00"),
        [JournalSchema.Object] = (JournalSchema.Object, "JE"), [SalesOrderSchema.Object] = (SalesOrderSchema.Object, ""),
        [InvoiceSchema.Object] = (InvoiceSchema.Object, ""), [ReceivableInvoiceSchema.Object] = (InvoiceSchema.Object, ""),
        [CashReceiptsSchema.Object] = (CashReceiptsSchema.Object, ""), [ReturnSchema.Object] = (ReturnSchema.Object, ""),
        [PurchaseOrderSchema.Object] = (PurchaseOrderSchema.Object, ""), [ReceiptSchema.Object] = (ReceiptSchema.Object, ""),
        [TransactionSchema.Object] = (TransactionSchema.Object, "")
    };

    private static readonly (string Object, string After)[] Histories =
    [
        (SalesOrderSchema.Object, SalesOrderHistorySchema.Object), (PurchaseOrderSchema.Object, PurchaseOrderSchema.History),
        (InvoiceSchema.Object, ReceivableInvoiceSchema.Object), (ReceivableInvoiceSchema.Object, InvoiceSchema.Object)
    ];

    public static bool Counts(string name) => Objects.ContainsKey(name);

    /// <summary>The next number of an object, as long as its key column.</summary>
    public static string Next(Company company, string name)
    {
        var (counter, before) = Objects[name];
        var schema = company[name].Schema;
        // A customer's key is far longer than the numbers that Sage gives.
        var length = Math.Min(7, schema.Find(schema.Keys[^1])!.Length);
        return company.Numbers.Next(counter, length, number => IsTaken(company, name, before, number));
    }

    private static bool IsTaken(Company company, string name, string before, string number) =>
        company[name].Find(before.Length == 0 ? number : TableKey.Of(before, number)) is not null
        || Histories.Any(each => each.Object == name && company[each.After].Find(number) is not null)
        || (name is InvoiceSchema.Object or ReceivableInvoiceSchema.Object
            && company[InvoiceHistorySchema.Object].Find(TableKey.Of(number, Orders.InvoicePosting.FirstSequence)) is not null);
}
