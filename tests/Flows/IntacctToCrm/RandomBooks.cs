using System.Text.Json;
using static Isthmus.Flows.Tests.IntacctToCrm.IntacctDesk;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>Random work at the screens of Intacct, and what the CRM must show of it.</summary>
internal sealed class RandomBooks(IntacctDesk desk, Random random)
{
    private static readonly string[] Names = ["Łódź Söhne", "株式会社 港", "شركة الميناء", "A & B <C>", "O'Hara \"Sons\"", "Harbor Pump"];
    private int made;

    public int Next(int below) => random.Next(below);

    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    public Task ChangeAsync() => random.Next(6) switch
    {
        0 or 1 => MakeAsync(),
        2 => desk.PutAsync("VENDOR", new { VENDORID = $"V{random.Next(4)}", NAME = Name(), COMMENTS = $"{random.Next(100)}" }),
        3 => ChangedAsync(customer => desk.PutAsync("CUSTOMER", new
        {
            CUSTOMERID = customer, NAME = Name(), ONHOLD = Chance(2), DISPLAYCONTACT = new { PHONE1 = $"555 {random.Next(1000):000}" },
        })),
        4 => ChangedAsync(customer =>
            desk.PutAsync("CONTACT", new { CONTACTNAME = $"Person {random.Next(3)}", LASTNAME = Name(), PHONE1 = "1" })),
        _ => ChangedAsync(customer => desk.PutAsync("CUSTOMER", new Dictionary<string, object>
        {
            ["CUSTOMERID"] = customer, ["PARENTID"] = Chance(2) || customer == "C000" ? "" : "C000",
            ["BILLTO"] = new Dictionary<string, object> { ["CONTACTNAME"] = $"Person {random.Next(3)}" },
        })),
    };

    public async Task ProveAsync()
    {
        var ledger = (await desk.World.LedgerAsync()).Root.GetProperty("sage-intacct");
        var customers = ledger.GetProperty("CUSTOMER").EnumerateArray().ToList();
        var accounts = await desk.InCrmAsync("Accounts");
        Assert.Equal(customers.Select(KeyOf).Order(), accounts.Select(account => Text(account, "Isthmus_Key")).Order());
        foreach (var customer in customers)
        {
            var account = accounts.Single(each => Text(each, "Isthmus_Key") == KeyOf(customer));
            Assert.Equal(Value(customer, "NAME"), Text(account, "Account_Name"));
            Assert.Equal(Value(customer, "ONHOLD") == "true", account.GetProperty("Intacct_On_Hold").GetBoolean());
            var contact = ledger.GetProperty("CONTACT").EnumerateArray()
                .Single(each => Value(each, "CONTACTNAME") == Value(customer, "DISPLAYCONTACT"));
            Assert.Equal(Value(contact, "PHONE1"), Text(account, "Phone"));
            if (Value(customer, "PARENTID") is { } parent)
                Assert.Equal(Text(accounts.Single(each => Text(each, "Intacct_Customer_ID") == parent), "id"),
                    Linked(account, "Parent_Account"));
        }
        var vendors = await desk.InCrmAsync("Vendors");
        Assert.Equal(ledger.GetProperty("VENDOR").EnumerateArray()
            .Select(vendor => (KeyOf(vendor), Value(vendor, "NAME"), Value(vendor, "COMMENTS"))).Order(),
            vendors.Select(vendor => (Text(vendor, "Isthmus_Key")!, Text(vendor, "Vendor_Name"), Text(vendor, "Description"))).Order());
        var keys = (await desk.InCrmAsync("Contacts")).Select(contact => Text(contact, "Isthmus_Key")).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Empty(await desk.LettersAsync());
    }

    private async Task MakeAsync()
    {
        if (made == 0)
            await desk.PutAsync("CONTACT",
                [.. Enumerable.Range(0, 3).Select(at => new { CONTACTNAME = $"Person {at}", LASTNAME = "Lund", PRINTAS = "P" })]);
        await desk.PutAsync("CUSTOMER",
            [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => new { CUSTOMERID = $"C{made++:000}", NAME = Name() })]);
    }

    private Task ChangedAsync(Func<string, Task> change) => made == 0 ? MakeAsync() : change($"C{random.Next(made):000}");

    private string Name() => $"{Names[random.Next(Names.Length)]} {random.Next(1000)}";

    private static string KeyOf(JsonElement record) => $"sage-intacct:harbor-co:{record.GetProperty("RECORDNO")}";

    private static string? Value(JsonElement record, string name) => Text(record.GetProperty("values"), name);
}
