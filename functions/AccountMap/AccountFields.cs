namespace Isthmus.Functions.AccountMap;

/// <summary>Which field of the mapping table each member of a record belongs to.</summary>
internal static class AccountFields
{
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["CustomerName"] = "name", ["PhoneNumber"] = "phone", ["WebSite"] = "website",
        ["AddressLine1"] = "address", ["AddressLine2"] = "address", ["AddressLine3"] = "address", ["AddressLine4"] = "address",
        ["City"] = "address", ["StateProvince"] = "address", ["ZipPostalCode"] = "address", ["Country"] = "address",
        ["Account_Name"] = "name", ["Phone"] = "phone", ["Website"] = "website",
        ["Billing_Street"] = "address", ["Billing_City"] = "address", ["Billing_State"] = "address", ["Billing_Code"] = "address",
        ["Billing_Country"] = "address",
    };

    /// <summary>The field; a member that is in no group is its own.</summary>
    public static string Of(string member) => Groups.GetValueOrDefault(member, member);
}
