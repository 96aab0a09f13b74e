using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;

namespace Isthmus.Flows.Tests.IntacctToCrm;

public sealed class When_contacts_of_Intacct_are_read : IAsyncLifetime
{
    private const string Flow = "intacct-contacts";
    private IntacctBooks books = null!;

    public async Task InitializeAsync() => books = await IntacctBooks.OpenAsync();

    public async Task DisposeAsync() => await books.DisposeAsync();

    [Fact]
    public async Task Own_named_and_listed_ones_are_shown_at_their_customer()
    {
        await ContactsAsync("Ana Lund", "Bo Lund", "Cy Lund", "Nobody's");
        await books.PutAsync("CUSTOMER", new
        {
            CUSTOMERID = "C1", NAME = "Harbor", BILLTO = new { CONTACTNAME = "Ana Lund" }, CONTACTINFO = new { CONTACTNAME = "Ana Lund" },
            CONTACT_LIST_INFO = new[] { Listed("Bo Lund"), Listed("Cy Lund") },
        });
        var records = await books.ReadAsync(Flow);
        Assert.Equal(["Ana Lund", "Bo Lund", "Cy Lund", "Harbor(CC1)"], records.Select(Name).Order(StringComparer.Ordinal));
        Assert.All(records, record => Assert.Equal("C1", Owner(record)));
        var ana = records.Single(record => Name(record) == "Ana Lund");
        Assert.Equal("primary, bill to", ana.Body.GetProperty("OWNER").GetProperty("ROLES").GetString());
        Assert.Equal([new RecordLink("Account_Name", "intacct-customers", await books.NumberAsync("CUSTOMER", "CUSTOMERID", "C1"))],
            books[Flow].LinksOf(ana));
    }

    [Fact]
    public async Task One_that_several_customers_point_to_is_shown_at_one_however_it_is_come_upon()
    {
        await ContactsAsync("Ana Lund");
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Ships to", SHIPTO = new { CONTACTNAME = "Ana Lund" } },
            new { CUSTOMERID = "C2", NAME = "Bills to", BILLTO = new { CONTACTNAME = "Ana Lund" } },
            new { CUSTOMERID = "C3", NAME = "Bills to", BILLTO = new { CONTACTNAME = "Ana Lund" } });
        foreach (var size in new[] { 1, 100 })
            Assert.Equal(["C2"],
                (await books.ReadAsync(Flow, size: size)).Where(record => Name(record) == "Ana Lund").Select(Owner).Distinct());
        var key = await books.NumberAsync("CONTACT", "CONTACTNAME", "Ana Lund");
        Assert.Equal("C2", Owner((await books[Flow].FindAsync(key, CancellationToken.None))!));
    }

    [Fact]
    public async Task One_that_only_lists_name_stays_where_it_was_seen_first_until_that_list_drops_it()
    {
        await ContactsAsync("Bo Lund");
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "First", CONTACT_LIST_INFO = new[] { Listed("Bo Lund") } },
            new { CUSTOMERID = "C2", NAME = "Second", CONTACT_LIST_INFO = new[] { Listed("Bo Lund") } });
        Assert.Equal(["C1"], await OwnersAsync("Bo Lund"));
        Assert.Equal(["C1"], await OwnersAsync("Bo Lund"));
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", CONTACT_LIST_INFO = Array.Empty<object>() });
        Assert.Equal(["C2"], await OwnersAsync("Bo Lund"));
    }

    [Fact]
    public async Task A_change_of_the_contact_alone_is_found_also_of_one_that_only_a_list_names()
    {
        await ContactsAsync("Ana Lund", "Bo Lund");
        await books.PutAsync("CUSTOMER",
            new { CUSTOMERID = "C1", NAME = "Harbor", BILLTO = new { CONTACTNAME = "Ana Lund" },
            CONTACT_LIST_INFO = new[] { Listed("Bo Lund") } });
        await books.ReadAsync(Flow);
        await books.PassAsync(TimeSpan.FromHours(2));
        await books.PutAsync("CONTACT", new { CONTACTNAME = "Ana Lund", EMAIL1 = "ana@new.example" },
            new { CONTACTNAME = "Bo Lund", PHONE1 = "1" });
        var changed = await books.ReadAsync(Flow, books.Clock.GetUtcNow().AddHours(-1));
        Assert.Equal([("Ana Lund", "C1"), ("Bo Lund", "C1")], changed.Select(record => (Name(record), Owner(record))).Order());
    }

    [Fact]
    public async Task A_customer_that_gets_another_contact_brings_it_although_the_contact_did_not_change()
    {
        await ContactsAsync("Ana Lund");
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        await books.PassAsync(TimeSpan.FromHours(2));
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", SHIPTO = new { CONTACTNAME = "Ana Lund" } });
        Assert.Contains(await books.ReadAsync(Flow, books.Clock.GetUtcNow().AddHours(-1)), record => Name(record) == "Ana Lund");
    }

    [Fact]
    public async Task One_of_nobody_or_of_a_vendor_is_left_where_it_is()
    {
        await ContactsAsync("Nobody's");
        await books.PutAsync("VENDOR", new { VENDORID = "V1", NAME = "Supply" });
        var changed = await books.ReadAsync(Flow, books.Clock.GetUtcNow().AddHours(-1));
        Assert.Equal(2, changed.Count);
        Assert.All(changed, record => Assert.Equal("It belongs to no customer.", record.Skip));
        Assert.Empty(await books.ReadAsync(Flow));
    }

    [Fact]
    public async Task The_mapping_makes_a_contact_of_it_also_where_it_has_no_last_name()
    {
        await books.PutAsync("CONTACT",
            new { CONTACTNAME = "Ana", PRINTAS = "Ana Lund Ltd", EMAIL1 = "Ana@Lund.example, b@lund.example", FIRSTNAME = "Ana" });
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor", BILLTO = new { CONTACTNAME = "Ana" } });
        var record = (await books.ReadAsync(Flow)).Single(record => Name(record) == "Ana");
        var result = MappingCatalog.Load(Path.Combine(AppContext.BaseDirectory, "mappings")).Get("intacct-contact-to-crm-contact")
            .Apply(record.Body, MappingContext.Empty);
        Assert.True(result.Ok, string.Join(' ', result.Problems));
        var contact = System.Text.Json.JsonElement.Parse(result.Output.Span);
        Assert.Equal(("Ana Lund Ltd", "ana@lund.example"),
            (contact.GetProperty("Last_Name").GetString(), contact.GetProperty("Email").GetString()));
        Assert.False(contact.TryGetProperty("First_Name", out _));
    }

    private static object Listed(string name) => new { CATEGORYNAME = "Any", CONTACT = new { NAME = name } };

    private static string Name(SourceRecord record) => record.Body.GetProperty("CONTACTNAME").GetString()!;

    private static string Owner(SourceRecord record) => record.Body.GetProperty("OWNER").GetProperty("CUSTOMERID").GetString()!;

    private Task<string[]> ContactsAsync(params string[] names) =>
        books.PutAsync("CONTACT", [.. names.Select(name => new { CONTACTNAME = name, PRINTAS = name, LASTNAME = name })]);

    private async Task<IEnumerable<string>> OwnersAsync(string name) =>
        (await books.ReadAsync(Flow, size: 2)).Where(record => Name(record) == name).Select(Owner).Distinct();
}
