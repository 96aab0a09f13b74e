using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>AR_CustomerContact: the people at a customer.</summary>
internal static class CustomerContactSchema
{
    public const string Object = "AR_CustomerContact";

    public static TableSchema Build() => new(Object, "AR_CustomerContact_bus", "AR_CustomerContact",
    [
        Key("ARDivisionNo", 2, KeyFormat.ZeroFill), Key("CustomerNo", 20), Key("ContactCode", 10),
        Text("ContactName", 50, 30).Needed(), Text("ContactTitle", 30), Text("Salutation", 30), Text("AddressLine1", 40, 30),
        Text("AddressLine2", 40, 30), Text("AddressLine3", 40, 30), Text("City", 30, 20), Text("State", 2),
        Text("ZipCode", 10), Text("CountryCode", 3), Text("TelephoneNo1", 20, 17), Text("TelephoneExt1", 6, 5),
        Text("TelephoneNo2", 20, 17), Text("TelephoneExt2", 6, 5), Text("FaxNo", 20, 17), Text("EmailAddress", 250),
        Text("ContactNotes", 2048), .. Audit(), .. UserFields.Of("UDF_EXTERNAL_ID")
    ])
    {
        Keys = ["ARDivisionNo", "CustomerNo", "ContactCode"], KeyLabel = "Contact Code", Writable = true
    };
}
