namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>Random work at the screens of Intacct.</summary>
internal sealed class RandomBooks(IntacctDesk desk, Random random)
{
    private const int Kept = 3;
    private const int People = 4;

    private static readonly Dictionary<string, string[]> OfAny = new()
    {
        ["NAME"] = ["Łódź Söhne", "株式会社 港", "شركة الميناء", "A & B <C>", "O'Hara \"Sons\"", "Harbor 🚢", "บริษัท ท่าเรือ", "ООО «Порт»"],
        ["STATUS"] = ["active", "inactive"], ["GLGROUP"] = ["", "Trade"], ["TERMNAME"] = ["", "Net 30"], ["CURRENCY"] = ["", "USD", "EUR"],
        ["COMMENTS"] = ["", "Two\nlines", new string('ż', 500)], ["CREDITLIMIT"] = ["", "0", "5000.50"], ["ONHOLD"] = ["true", "false"],
        ["MEGAENTITYID"] = ["", "100"], ["RESTRICTEDLOCATIONS"] = ["", "100", "100#~#200"], ["RESTRICTEDDEPARTMENTS"] = ["", "7"],
    };

    private static readonly Dictionary<string, string[]> OfCustomers = new(OfAny)
    {
        ["CUSTTYPE"] = ["", "Wholesale", "Retail"], ["TERRITORYID"] = ["", "WEST", "EAST"], ["CUSTREPID"] = ["", "E-1"],
    };

    private static readonly Dictionary<string, string[]> OfVendors = new(OfAny) { ["VENDTYPE"] = ["", "Supplier", "Utility"] };

    private static readonly Dictionary<string, string[]> OfContacts = new()
    {
        ["PRINTAS"] = ["", "Port Ltd"], ["COMPANYNAME"] = ["", "Port & Co"], ["FIRSTNAME"] = ["", "Ana", "太郎"],
        ["LASTNAME"] = ["", "Lund", "Ωμέγα"], ["PHONE1"] = ["", "555 0100", "+48 22 555 01"], ["PHONE2"] = ["", "555 0101"],
        ["CELLPHONE"] = ["", "555 0102"], ["FAX"] = ["", "555 0103"], ["EMAIL1"] = ["", "Ana@Lund.example", "a@b.example, c@d.example"],
        ["EMAIL2"] = ["", "B@Lund.example"], ["URL1"] = ["", "www.lund.example"], ["STATUS"] = ["active", "inactive"],
        ["MAILADDRESS.ADDRESS1"] = ["", "18 Quay St"], ["MAILADDRESS.ADDRESS2"] = ["", "Dock 2"], ["MAILADDRESS.CITY"] = ["", "Łódź", "Portland"],
        ["MAILADDRESS.STATE"] = ["", "OR"], ["MAILADDRESS.ZIP"] = ["", "97209"], ["MAILADDRESS.COUNTRY"] = ["", "United States"],
    };

    private readonly List<int> living = [];
    private readonly Dictionary<int, int> parents = [];
    private int made;

    /// <summary>Types, contacts that several customers may name, and the customers and vendors that stay.</summary>
    public async Task OpenAsync()
    {
        await desk.PutAsync("CUSTTYPE", new { NAME = "Wholesale" }, new { NAME = "Retail" });
        await desk.PutAsync("TERRITORY", new { TERRITORYID = "WEST", NAME = "West" }, new { TERRITORYID = "EAST", NAME = "East" });
        await desk.PutAsync("VENDTYPE", new { NAME = "Supplier" }, new { NAME = "Utility" });
        await desk.PutAsync("CONTACT", [.. Enumerable.Range(0, People).Select(at => new { CONTACTNAME = $"Person {at}" }),
            .. Enumerable.Range(0, Kept).Select(at => new { CONTACTNAME = $"Listed {at}" })]);
        for (var at = 0; at < Kept; at++) await MakeAsync();
        await desk.PutAsync("CUSTOMER", Of(("CUSTOMERID", Id(0)), ("SHIPTO.CONTACTNAME", "Person 0")));
        await VendorAsync(0);
    }

    public Task WorkAsync() => random.Next(10) switch
    {
        0 => MakeAsync(),
        1 or 2 => desk.PutAsync("CUSTOMER", Some(OfCustomers, ("CUSTOMERID", Id(Any())))),
        3 => desk.PutAsync("CUSTOMER", Behind("DISPLAYCONTACT", Some(OfContacts), ("CUSTOMERID", Id(Any())))),
        4 => desk.PutAsync("CONTACT", Some(OfContacts, ("CONTACTNAME", Pick([$"Person {random.Next(People)}", $"Listed {random.Next(Kept)}"])))),
        5 => desk.PutAsync("CUSTOMER", Of(("CUSTOMERID", Id(Any())),
            ($"{Pick(["CONTACTINFO", "BILLTO", "SHIPTO"])}.CONTACTNAME", Pick(["", $"Person {random.Next(People)}"])))),
        6 => ListAsync(random.Next(Kept)),
        7 => ParentAsync(Any()),
        8 => VendorAsync(random.Next(4)),
        _ => DeleteAsync(),
    };

    private async Task MakeAsync()
    {
        var number = made++;
        await desk.PutAsync("CUSTOMER", Some(OfCustomers, ("CUSTOMERID", Id(number)), ("NAME", $"Customer {number}")));
        living.Add(number);
    }

    private Task ListAsync(int customer) => desk.PutAsync("CUSTOMER", Of(("CUSTOMERID", Id(customer)), ("CONTACT_LIST_INFO",
        random.Next(3) == 0 ? Array.Empty<object>() : new[] { new { CATEGORYNAME = "Any", CONTACT = new { NAME = $"Listed {customer}" } } })));

    /// <summary>An older one; or none.</summary>
    private Task ParentAsync(int customer)
    {
        var older = living.Where(each => each < customer).ToList();
        parents.Remove(customer);
        if (older.Count > 0 && random.Next(4) > 0) parents[customer] = older[random.Next(older.Count)];
        var parent = parents.TryGetValue(customer, out var known) ? Id(known) : "";
        return desk.PutAsync("CUSTOMER", Of(("CUSTOMERID", Id(customer)), ("PARENTID", parent)));
    }

    private Task VendorAsync(int number) => desk.PutAsync("VENDOR", Some(
        OfVendors, ("VENDORID", $"V{number}"), ("NAME", $"Vendor {random.Next(100)}"), ("PARENTID", number > 0 && random.Next(2) == 0 ? "V0" : "")));

    /// <summary>Intacct keeps those that are a parent.</summary>
    private async Task DeleteAsync()
    {
        var free = living.Where(number => number >= Kept && !parents.ContainsValue(number)).ToList();
        if (free.Count == 0) return;
        var number = free[random.Next(free.Count)];
        await desk.PutAsync("CUSTOMER", Of(("$delete", new[] { Id(number) })));
        living.Remove(number);
        parents.Remove(number);
    }

    private int Any() => living[random.Next(living.Count)];

    private static string Id(int number) => $"C{number:000}";

    private string Pick(string[] from) => from[random.Next(from.Length)];

    /// <summary>Values for some fields, and for these.</summary>
    private Dictionary<string, object> Some(Dictionary<string, string[]> pool, params (string, object)[] these)
    {
        var record = pool.Where(_ => random.Next(3) == 0).ToDictionary(field => field.Key, field => (object)Pick(field.Value));
        foreach (var (name, value) in these) record.TryAdd(name, value);
        return record;
    }

    private static Dictionary<string, object> Behind(string link, Dictionary<string, object> fields, (string, object) key) =>
        Of([key, .. fields.Select(field => ($"{link}.{field.Key}", field.Value))]);

    private static Dictionary<string, object> Of(params (string Name, object Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);
}
