using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>What a company has before its first order: terms, ZIP codes, warehouses, tax schedules and charge items.</summary>
internal static class StandardData
{
    private static readonly (string Code, string Type, string Description)[] Charges =
    [
        ("/FREIGHT", ItemSchema.Charge, "Freight"), ("/SHIPPING", ItemSchema.Charge, "Shipping"),
            ("/TAX", ItemSchema.Charge, "Sales tax"),
        ("/DISCOUNT", ItemSchema.Charge, "Discount"), ("/SERVICE", ItemSchema.Miscellaneous, "Service"),
        ("/FEE", ItemSchema.Charge, "Fee"), ("/ADJUST", ItemSchema.Charge, "Adjustment"),
            ("/ROUNDING", ItemSchema.Charge, "Rounding"),
        ("/MISC", ItemSchema.Miscellaneous, "Miscellaneous"), ("/C", ItemSchema.Comment, "Comment")
    ];

    public static void Fill(Company company)
    {
        Terms(company, "00", "No terms", 0);
        Terms(company, "01", "Net 30 days", 30);
        Terms(company, "15", "Net 15 days", 15);
        Terms(company, "30", "Net 30 days", 30);
        Terms(company, "60", "Net 60 days", 60);
        Zip(company, "97209", "Portland", "OR");
        Zip(company, "90210", "Beverly Hills", "CA");
        Zip(company, "10001", "New York", "NY");
        Warehouse(company, "000", "Central warehouse");
        Warehouse(company, "001", "East warehouse");
        Warehouse(company, "002", "West warehouse");
        Tax(company, "NONTAX", "Not taxable", 0m);
        Tax(company, "DEFAULT", "Default", 0m);
        Tax(company, "CA", "California", 7.25m);
        Reason(company, "CUST", "Customer cancelled");
        Reason(company, "STOCK", "Out of stock");
        Reason(company, "OTHER", "Other");
        foreach (var (code, type, description) in Charges) Charge(company, code, type, description);
    }

    private static void Terms(Company company, string code, string description, int days) => company[TermsCodeSchema.Object].Put(
        New(company, TermsCodeSchema.Object).Set("TermsCode", code).Set("TermsCodeDesc", description).Set("DaysBeforeDue",
            (decimal)days));

    private static void Zip(Company company, string zip, string city, string state) => company[ZipCodeSchema.Object].Put(
        New(company, ZipCodeSchema.Object).Set("ZipCode", zip).Set("City", city).Set("State", state).Set("CountryCode", "USA"));

    private static void Warehouse(Company company, string code, string description) => company[WarehouseSchema.Object].Put(
        New(company, WarehouseSchema.Object).Set("WarehouseCode", code).Set("WarehouseDesc", description));

    private static void Tax(Company company, string code, string description, decimal rate) =>
        company[TaxScheduleSchema.Object].Put(
        New(company, TaxScheduleSchema.Object).Set("TaxSchedule", code).Set("TaxScheduleDesc", description).Set("TaxRate", rate));

    private static void Reason(Company company, string code, string description) => company[CancelReasonSchema.Object].Put(
        New(company, CancelReasonSchema.Object).Set("CancelReasonCode", code).Set("CancelReasonCodeDesc", description));

    private static void Charge(Company company, string code, string type, string description)
    {
        var row = New(company, ItemSchema.Object).Set("ItemCode", code).Set("ItemType", type).Set("ItemCodeDesc", description)
            .Set("TaxClass", "NT");
        company.Time.Stamp(row);
        company[ItemSchema.Object].Put(row);
    }

    private static Row New(Company company, string name) => new(company[name].Schema);
}
