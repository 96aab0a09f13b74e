namespace Isthmus.Functions.IntacctToCrm;

/// <summary>The fields that the shipped mappings read. Bank details are none of them.</summary>
internal static class IntacctFields
{
    public const string Customer = "CUSTOMER";
    public const string Vendor = "VENDOR";
    public const string Contact = "CONTACT";

    private const string Address =
        "MAILADDRESS.ADDRESS1 MAILADDRESS.ADDRESS2 MAILADDRESS.CITY MAILADDRESS.STATE MAILADDRESS.ZIP MAILADDRESS.COUNTRY";
    private const string Common = "RECORDNO NAME STATUS ONETIME PARENTID GLGROUP TERMNAME CREDITLIMIT ONHOLD COMMENTS CURRENCY MEGAENTITYID "
        + "RESTRICTEDLOCATIONS RESTRICTEDDEPARTMENTS";

    private static readonly Dictionary<string, IReadOnlyList<string>> Wanted = new()
    {
        [Customer] =
        [
            .. Words(Common), "CUSTOMERID", "CUSTTYPE", "CUSTREPID", "TERRITORYID",
            .. Behind("DISPLAYCONTACT", "CONTACTNAME PHONE1 FAX EMAIL1 URL1 " + Address), .. Behind("SHIPTO", "CONTACTNAME " + Address),
        ],
        [Vendor] = [.. Words(Common), "VENDORID", "VENDTYPE", .. Behind("DISPLAYCONTACT", "CONTACTNAME PHONE1 EMAIL1 URL1 " + Address)],
        [Contact] =
        [
            .. Words("RECORDNO CONTACTNAME PRINTAS COMPANYNAME PREFIX FIRSTNAME LASTNAME PHONE1 PHONE2 CELLPHONE FAX EMAIL1 EMAIL2 STATUS"),
            .. Words(Address),
        ],
    };

    /// <summary>Without these nothing can be told apart.</summary>
    private static readonly HashSet<string> Needed = ["RECORDNO", "NAME", "CUSTOMERID", "VENDORID", "CONTACTNAME", "PARENTID"];

    /// <summary>
    /// Those of the wanted fields, and of those that the connection adds, that the company has. Fields of related records count as had
    /// where the catalogue lists none of that record.
    /// </summary>
    public static IReadOnlyList<string> Of(string name, IReadOnlyList<string> added, IReadOnlyCollection<string> known)
    {
        var catalogue = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var opened = known.Where(field => field.Contains('.', StringComparison.Ordinal)).Select(Before)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Wanted.GetValueOrDefault(name, []).Union(added).Where(field =>
            Needed.Contains(field) || catalogue.Contains(field)
            || (field.Contains('.', StringComparison.Ordinal) && !opened.Contains(Before(field))))];
    }

    private static string Before(string field) => field[..field.IndexOf('.', StringComparison.Ordinal)];

    private static IEnumerable<string> Behind(string link, string fields) => Words(fields).Select(field => $"{link}.{field}");

    private static string[] Words(string text) => text.Split(' ');
}
