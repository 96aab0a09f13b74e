using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>Packages: SO_InvoiceTracking while the invoice is in entry, AR_InvoiceHistoryTracking after.</summary>
internal static class TrackingSchema
{
    public const string Object = "SO_InvoiceTracking";
    public const string History = "AR_InvoiceHistoryTracking";

    public static TableSchema Build() => new(Object, "SO_InvoiceTracking_bus", "SO_InvoiceTracking",
        [Key("InvoiceNo", 7, KeyFormat.ZeroFill), .. Package()])
    {
        Keys = ["InvoiceNo", "PackageNo"], KeyLabel = "Package Number", Writable = true
    };

    public static TableSchema BuildHistory() => new(History, "AR_InvoiceHistoryTracking_svc", "AR_InvoiceHistoryTracking",
        [Key("InvoiceNo", 7, KeyFormat.ZeroFill), Key("HeaderSeqNo", 6, KeyFormat.ZeroFill), .. Package()])
    {
        Keys = ["InvoiceNo", "HeaderSeqNo", "PackageNo"], KeyLabel = "Package Number"
    };

    private static IEnumerable<Column> Package() =>
    [
        Key("PackageNo", 4, KeyFormat.ZeroFill), Text("TrackingID", 30), Text("Comment", 30), Text("StarshipShipVia", 15),
        Number("Weight"), Number("FreightAmt")
    ];
}
