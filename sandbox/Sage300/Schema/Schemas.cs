namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>The one list of resources.</summary>
internal static class Schemas
{
    public static IReadOnlyList<EntitySchema> All() =>
    [
        CustomerSchema.Build(), PostedDocumentSchema.Build(), InvoiceBatchSchema.Build(), VendorSchema.Build(),
        AccountSchema.Build(), ItemSchema.Build(), ItemSchema.BuildPrices(), OrderSchema.Build(), OrderInvoiceSchema.Build()
    ];

    /// <summary>Resources that do something and hold nothing.</summary>
    public static readonly IReadOnlyList<(string Module, string Resource)> Processes =
        [("AR", "ARPostInvoices"), ("IC", "ICDayEndProcessing")];
}
