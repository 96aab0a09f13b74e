namespace Isthmus.Sandbox.Sage300.Data;

/// <summary>
/// What a company has set up before its first record: groups and what they bring, terms, tax groups, locations, charges. The codes
/// of Sage's own samples are among them.
/// </summary>
internal static class Codes
{
    public static readonly IReadOnlyDictionary<string, Group> CustomerGroups = new Dictionary<string, Group>
    {
        ["WHL"] = new("USA", "BILLMT", "INTWHS", "USD", "N30", "USDTAX", "WHS"),
        ["RTL"] = new("USA", "BILLMT", "INTRTL", "USD", "N10", "USDTAX", "RTL"),
        ["CAN"] = new("CAN", "BILLMT", "INTWHS", "CAD", "N60", "CADTAX", "WHS")
    };

    public static readonly IReadOnlyDictionary<string, Group> VendorGroups = new Dictionary<string, Group>
    {
        ["INV"] = new("USA", "", "", "USD", "N30", "USDTAX", ""),
        ["SVC"] = new("USA", "", "", "USD", "N10", "NOTAX", ""),
        ["CAN"] = new("CAN", "", "", "CAD", "N60", "CADTAX", "")
    };

    public static readonly IReadOnlyDictionary<string, int> TermDays = new Dictionary<string, int>
    {
        ["COD"] = 0, ["N10"] = 10, ["N30"] = 30, ["N60"] = 60
    };

    public static readonly IReadOnlySet<string> TaxGroups = new HashSet<string> { "USDTAX", "CADTAX", "NOTAX" };

    /// <summary>Currencies, with the decimals that amounts in them are rounded to.</summary>
    public static readonly IReadOnlyDictionary<string, int> Currencies = new Dictionary<string, int>
    {
        ["USD"] = 2, ["CAD"] = 2, ["EUR"] = 2, ["GBP"] = 2, ["JPY"] = 0, ["KWD"] = 3
    };

    public static readonly IReadOnlySet<string> Locations = new HashSet<string> { "1", "2", "CENTRL" };

    public static readonly IReadOnlyDictionary<string, string> Charges = new Dictionary<string, string>
    {
        ["HC"] = "Handling charge", ["FRT"] = "Freight", ["DISC"] = "Discount", ["MISC"] = "Miscellaneous"
    };

    public static readonly IReadOnlySet<string> Distributions = new HashSet<string> { "SALES", "CACCSE", "FRT" };

    /// <summary>Optional fields that are defined in Common Services and in every module.</summary>
    public static readonly IReadOnlyList<string> OptionalFields = ["EXTID", "ZLINE", "UPSZONE", "QUANTITY", "INDUSTRY", "ZDEAL"];
}

/// <summary>What a customer or vendor group brings to a new record.</summary>
internal sealed record Group(
    string AccountSet, string BillingCycle, string InterestProfile, string Currency, string Terms, string TaxGroup, string PriceList);
