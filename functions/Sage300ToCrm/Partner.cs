using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>
/// A customer or a vendor, as Sage 300 keeps it. Both may be Accounts of the CRM, and the same code may be used for one of either: so
/// their keys carry the module.
/// </summary>
/// <param name="All">How all of them are read.</param>
/// <param name="Number">The property of the key.</param>
internal sealed record Partner(Sage300Query All, string Number)
{
    public const string Stamp = "DateLastMaintained";

    private static readonly string[] Common =
    [
        "ShortName", "GroupCode", "Status", "OnHold", Stamp, "AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "City",
        "StateProvince", "ZipPostalCode", "Country", "ContactName", "PhoneNumber", "FaxNumber", "ContactsPhone", "ContactsFax",
        "ContactsEmail", "Email", "WebSite", "CurrencyCode", "Terms", "TaxGroup",
    ];

    public static readonly Partner Vendor = new(
        new Sage300Query("AP", "APVendors") { Select = ["VendorNumber", "VendorName", .. Common] }, "VendorNumber");

    public static readonly Partner Customer = new(
        new Sage300Query("AR", "ARCustomers")
        {
            Select =
            [
                "CustomerNumber", "CustomerName", .. Common, "TerritoryCode", "Salesperson1", "CreditLimitCustomerCurrency",
                "BalanceDueInCustomerCurrency", "DateOfLastInvoice",
            ],
        }, "CustomerNumber");

    public string KeyOf(string code) => $"{All.Module}-{code.ToUpperInvariant()}";

    public string KeyOf(JsonElement row) => KeyOf(row.NeedText(Number, Sage300Options.Id));

    /// <summary>The code in one of our keys; null for the key of something else.</summary>
    public string? CodeOf(string key) => key.StartsWith($"{All.Module}-", StringComparison.Ordinal) ? key[(All.Module.Length + 1)..] : null;
}
