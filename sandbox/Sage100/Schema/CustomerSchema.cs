using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>AR_Customer.</summary>
internal static class CustomerSchema
{
    public const string Object = "AR_Customer";

    public static TableSchema Build() => new(Object, "AR_Customer_bus", "AR_Customer",
    [
        Key("ARDivisionNo", 2, KeyFormat.ZeroFill), Key("CustomerNo", 20), Text("CustomerName", 50, 30).Needed(),
        Text("AddressLine1", 40, 30), Text("AddressLine2", 40, 30), Text("AddressLine3", 40, 30), Text("City", 30, 20),
        Text("State", 2), Text("ZipCode", 10), Text("CountryCode", 3), Text("TelephoneNo", 20, 17),
        Text("TelephoneExt", 6, 5), Text("FaxNo", 20, 17), Text("EmailAddress", 250), Text("URLAddress", 50),
        Text("ContactCode", 10), Text("ShipMethod", 15),
        Code("TaxSchedule", 9, TaxScheduleSchema.Object, "NONTAX", KeyFormat.Upper), Text("TaxExemptNo", 15),
        Code("TermsCode", 2, TermsCodeSchema.Object, "00"), Code("SalespersonDivisionNo", 2), Code("SalespersonNo", 4),
        Text("Comment", 30), Text("SortField", 10), Text("PriceLevel", 1), Choice("StatementCycle", "M", "M", "W", "B", "N"),
        Choice("CustomerStatus", "A", "A", "I", "T"), Flag("TemporaryCustomer"), Flag("OpenItemCustomer", "Y"),
        Flag("CreditHold"), Number("CreditLimit"), Text("CustomerType", 4), Text("PrimaryShipToCode", 4),
        Text("DefaultPaymentType", 5) with { Default = "CHECK" }, Text("InactiveReasonCode", 5), Flag("ResidentialAddress"),
        Flag("BatchFax"), Flag("EmailStatements"), Number("CustomerDiscountRate", 3), Number("ServiceChargeRate", 3),
        Date("DateEstablished"), Date("DateLastActivity").Shown(), Number("CurrentBalance").Shown(),
        Number("AgingCategory1").Shown(), Number("AgingCategory2").Shown(), Number("AgingCategory3").Shown(),
        Number("AgingCategory4").Shown(), Number("OpenOrderAmt").Shown(), .. Audit(),
        .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_STRIPE_PI", "UDF_ZOHO_SO")
    ])
    {
        Keys = ["ARDivisionNo", "CustomerNo"], KeyLabel = "Customer Number", Writable = true
    };
}
