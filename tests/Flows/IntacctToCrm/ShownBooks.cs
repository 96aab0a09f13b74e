using System.Text.Json;
using System.Text.RegularExpressions;
using Isthmus.Core.MasterData;
using static Isthmus.Flows.Tests.IntacctToCrm.IntacctDesk;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>Holds the CRM against the books: one record a key, and every field that the mappings name as the books have it.</summary>
internal sealed partial class ShownBooks
{
    private readonly Dictionary<string, BookEntry> contacts;
    private readonly List<BookEntry> customers;
    private readonly List<BookEntry> vendors;

    public ShownBooks(JsonElement ledger)
    {
        contacts = Entries(ledger, "CONTACT").ToDictionary(contact => contact["CONTACTNAME"]);
        (customers, vendors) = ([.. Entries(ledger, "CUSTOMER")], [.. Entries(ledger, "VENDOR")]);
    }

    public async Task ProveAsync(IntacctDesk desk)
    {
        var accounts = await ByKeyAsync(desk, "Accounts", Account(customers[0]), "intacct-customer-to-crm-account");
        foreach (var customer in customers)
        {
            var account = Agree(Account(customer), accounts, customer);
            var parent = customers.Find(each => each["CUSTOMERID"] == customer["PARENTID"]);
            Assert.Equal((customer.Key, parent is null ? null : Text(accounts[parent.Key], "id")), (customer.Key, Linked(account, "Parent_Account")));
        }
        Assert.All(accounts, shown => Assert.Equal(customers.All(customer => customer.Key != shown.Key), IsInactive(shown.Value)));

        var persons = await ByKeyAsync(desk, "Contacts", Contact(contacts.Values.First(), null, ""), "intacct-contact-to-crm-contact");
        foreach (var contact in contacts.Values)
            if (OwnerOf(contact["CONTACTNAME"]) is ({ } owner, { } roles))
                Assert.Equal(Text(accounts[owner.Key], "id"), Linked(Agree(Contact(contact, owner, roles), persons, contact), "Account_Name"));

        var suppliers = await ByKeyAsync(desk, "Vendors", Vendor(vendors[0]), "intacct-vendor-to-crm-vendor");
        Assert.Equal(vendors.Select(vendor => vendor.Key).Order(), suppliers.Keys.Order());
        foreach (var vendor in vendors) Agree(Vendor(vendor), suppliers, vendor);
    }

    private static async Task<Dictionary<string, JsonElement>> ByKeyAsync(
        IntacctDesk desk, string module, Dictionary<string, string> proved, string mapping)
    {
        var mapped = Mapped().Matches(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "mappings", mapping + ".yaml")));
        Assert.Equal(mapped.Select(field => field.Groups[1].Value).Order(), proved.Keys.Order());
        return (await desk.InCrmAsync(module)).ToDictionary(record => Text(record, "Isthmus_Key")!);
    }

    private static JsonElement Agree(Dictionary<string, string> wanted, Dictionary<string, JsonElement> shown, BookEntry entry)
    {
        Assert.True(shown.TryGetValue(entry.Key, out var record), $"{entry.Key} is not in the CRM.");
        foreach (var (field, value) in wanted)
            Assert.Equal((entry.Key, field, value), (entry.Key, field, record.TryGetProperty(field, out var held) ? PlainValue.Of(held) : ""));
        return record;
    }

    /// <summary>Whose own it is, else who names it more closely, else the older one, else who lists it.</summary>
    private (BookEntry Owner, string Roles)? OwnerOf(string contact)
    {
        (string Field, string Role)[] links = [("DISPLAYCONTACT", "own"), ("CONTACTINFO", "primary"), ("BILLTO", "bill to"), ("SHIPTO", "ship to")];
        var owner = links.Select(link => customers.Find(customer => customer[link.Field] == contact)).FirstOrDefault(found => found is not null);
        if (owner is not null) return (owner, string.Join(", ", links.Where(link => owner[link.Field] == contact).Select(link => link.Role)));
        return customers.Find(customer => customer.Lists(contact)) is { } listing ? (listing, "list") : null;
    }

    private Dictionary<string, string> Account(BookEntry customer) => new(Company(customer, "Intacct_Customer_ID", "CUSTOMERID"))
    {
        ["Account_Name"] = customer["NAME"], ["Fax"] = At(customer, "DISPLAYCONTACT")["FAX"],
        ["Billing_Street"] = At(customer, "DISPLAYCONTACT").Street, ["Billing_City"] = At(customer, "DISPLAYCONTACT")["MAILADDRESS.CITY"],
        ["Billing_State"] = At(customer, "DISPLAYCONTACT")["MAILADDRESS.STATE"],
        ["Billing_Code"] = At(customer, "DISPLAYCONTACT")["MAILADDRESS.ZIP"],
        ["Billing_Country"] = At(customer, "DISPLAYCONTACT")["MAILADDRESS.COUNTRY"],
        ["Shipping_Street"] = At(customer, "SHIPTO").Street, ["Shipping_City"] = At(customer, "SHIPTO")["MAILADDRESS.CITY"],
        ["Shipping_State"] = At(customer, "SHIPTO")["MAILADDRESS.STATE"], ["Shipping_Code"] = At(customer, "SHIPTO")["MAILADDRESS.ZIP"],
        ["Shipping_Country"] = At(customer, "SHIPTO")["MAILADDRESS.COUNTRY"], ["Intacct_Customer_Type"] = customer["CUSTTYPE"],
        ["Intacct_Territory"] = customer["TERRITORYID"], ["Intacct_Representative"] = customer["CUSTREPID"],
    };

    private Dictionary<string, string> Vendor(BookEntry vendor) => new(Company(vendor, "Intacct_Vendor_ID", "VENDORID"))
    {
        ["Vendor_Name"] = vendor["NAME"], ["Email"] = At(vendor, "DISPLAYCONTACT").Email("EMAIL1"),
        ["Street"] = At(vendor, "DISPLAYCONTACT").Street, ["City"] = At(vendor, "DISPLAYCONTACT")["MAILADDRESS.CITY"],
        ["State"] = At(vendor, "DISPLAYCONTACT")["MAILADDRESS.STATE"], ["Zip_Code"] = At(vendor, "DISPLAYCONTACT")["MAILADDRESS.ZIP"],
        ["Country"] = At(vendor, "DISPLAYCONTACT")["MAILADDRESS.COUNTRY"], ["Category"] = vendor["VENDTYPE"],
        ["Intacct_Vendor_Type"] = vendor["VENDTYPE"], ["Intacct_Parent"] = vendor["PARENTID"],
    };

    /// <summary>What customers and vendors are shown with alike.</summary>
    private Dictionary<string, string> Company(BookEntry entry, string idField, string id) => new()
    {
        [idField] = entry[id], ["Intacct_Record_No"] = entry.Number, ["Intacct_Status"] = entry["STATUS"],
        ["Phone"] = At(entry, "DISPLAYCONTACT")["PHONE1"], ["Website"] = At(entry, "DISPLAYCONTACT")["URL1"],
        ["Description"] = entry["COMMENTS"], ["Intacct_Entity"] = entry["MEGAENTITYID"], ["Intacct_Locations"] = entry.Ids("RESTRICTEDLOCATIONS"),
        ["Intacct_Departments"] = entry.Ids("RESTRICTEDDEPARTMENTS"), ["Intacct_GL_Group"] = entry["GLGROUP"],
        ["Intacct_Terms"] = entry["TERMNAME"], ["Intacct_Currency"] = entry["CURRENCY"],
        ["Intacct_Credit_Limit"] = entry["CREDITLIMIT"].Replace(".50", ".5", StringComparison.Ordinal),
        ["Intacct_On_Hold"] = entry["ONHOLD"] == "true" ? "true" : "false",
    };

    private static Dictionary<string, string> Contact(BookEntry contact, BookEntry? owner, string roles) => new()
    {
        ["Last_Name"] = new[] { "LASTNAME", "PRINTAS", "COMPANYNAME", "CONTACTNAME" }.Select(name => contact[name]).First(name => name.Length > 0),
        ["First_Name"] = contact["LASTNAME"].Length > 0 ? contact["FIRSTNAME"] : "", ["Email"] = contact.Email("EMAIL1"),
        ["Secondary_Email"] = contact.Email("EMAIL2"), ["Phone"] = contact["PHONE1"], ["Other_Phone"] = contact["PHONE2"],
        ["Mobile"] = contact["CELLPHONE"], ["Fax"] = contact["FAX"], ["Mailing_Street"] = contact.Street,
        ["Mailing_City"] = contact["MAILADDRESS.CITY"], ["Mailing_State"] = contact["MAILADDRESS.STATE"],
        ["Mailing_Zip"] = contact["MAILADDRESS.ZIP"], ["Mailing_Country"] = contact["MAILADDRESS.COUNTRY"],
        ["Intacct_Contact_Name"] = contact["CONTACTNAME"], ["Intacct_Record_No"] = contact.Number,
        ["Intacct_Customer_ID"] = owner?["CUSTOMERID"] ?? "", ["Intacct_Roles"] = roles, ["Intacct_Status"] = contact["STATUS"],
    };

    private BookEntry At(BookEntry entry, string link) => contacts.GetValueOrDefault(entry[link], BookEntry.None);

    private static bool IsInactive(JsonElement record) =>
        record.TryGetProperty("Isthmus_Inactive", out var flag) && flag.ValueKind == JsonValueKind.True;

    private static IEnumerable<BookEntry> Entries(JsonElement ledger, string name) =>
        ledger.GetProperty(name).EnumerateArray().Select(record => new BookEntry(record));

    [GeneratedRegex(@"\{ to: (\w+),")]
    private static partial Regex Mapped();
}
