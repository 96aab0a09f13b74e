namespace Isthmus.Functions.AccountMap;

/// <summary>Which field of the mapping table each member of a record belongs to.</summary>
internal static class AccountFields
{
    private static readonly Dictionary<string, string[]> OfCrm = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = ["Account_Name"],
        ["phone"] = ["Phone"],
        ["website"] = ["Website"],
        ["address"] = ["Billing_Street", "Billing_City", "Billing_State", "Billing_Code", "Billing_Country"],
    };

    private static readonly Dictionary<string, string[]> OfBooks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = ["CustomerName"],
        ["phone"] = ["PhoneNumber"],
        ["website"] = ["WebSite"],
        ["address"] =
            ["AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "City", "StateProvince", "ZipPostalCode", "Country"],
    };

    private static readonly Dictionary<string, string> Groups = new[] { OfCrm, OfBooks }
        .SelectMany(members => members.SelectMany(group => group.Value.Select(member => (member, group.Key))))
        .ToDictionary(pair => pair.member, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The field of a member; a member that is in no group is its own.</summary>
    public static string Of(string member) => Groups.GetValueOrDefault(member, member);

    /// <summary>The members of the CRM's account that a field is.</summary>
    public static IReadOnlyList<string> MembersInCrm(string field) => OfCrm.GetValueOrDefault(field, [field]);
}
