using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>AP_Vendor.</summary>
internal static class VendorSchema
{
    public const string Object = "AP_Vendor";

    public static TableSchema Build() => new(Object, "AP_Vendor_bus", "AP_Vendor",
    [
        Key("APDivisionNo", 2, KeyFormat.ZeroFill), Key("VendorNo", 7), Text("VendorName", 50, 30).Needed(),
        Text("AddressLine1", 40, 30), Text("AddressLine2", 40, 30), Text("AddressLine3", 40, 30), Text("City", 30, 20),
        Text("State", 2), Text("ZipCode", 10), Text("CountryCode", 3), Text("PrimaryContact", 10),
        Text("TelephoneNo", 20, 17), Text("TelephoneExt", 6, 5), Text("FaxNo", 20, 17), Text("EmailAddress", 250),
        Text("URLAddress", 50), Text("Reference", 15), Code("TermsCode", 2, TermsCodeSchema.Object, "00"),
        Text("SortField", 10), Choice("VendorStatus", "A", "A", "I", "T"), Flag("HoldPayment"),
        Number("CurrentBalance").Shown(), .. Audit(), .. UserFields.Of("UDF_EXTERNAL_ID")
    ])
    {
        Keys = ["APDivisionNo", "VendorNo"], KeyLabel = "Vendor Number", Writable = true
    };
}
