using System.Text.Json;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;

namespace Isthmus.Flows.Tests.IntacctToCrm;

public sealed class When_customers_of_Intacct_are_read : IAsyncLifetime
{
    private const string Flow = "intacct-customers";
    private IntacctBooks books = null!;

    public async Task InitializeAsync() => books = await IntacctBooks.OpenAsync();

    public async Task DisposeAsync() => await books.DisposeAsync();

    [Fact]
    public async Task A_full_reading_brings_each_once_page_by_page()
    {
        await books.PutAsync("CUSTOMER",
            [.. Enumerable.Range(0, 23).Select(at => new { CUSTOMERID = $"C{at:00}", NAME = $"Customer {at}" })]);
        var records = await books.ReadAsync(Flow, size: 5);
        Assert.Equal((23, 23), (records.Count, records.Select(record => record.Key).Distinct().Count()));
        Assert.Equal(23, await books[Flow].CountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task One_that_nobody_edited_has_no_stamp_and_is_found_by_its_making_or_by_a_full_reading()
    {
        await books.PutAsync("CUSTOMER",
            new Dictionary<string, object> { ["CUSTOMERID"] = "C1", ["NAME"] = "New", ["$neverEdited"] = true });
        Assert.NotEmpty(await ChangedAsync(TimeSpan.FromHours(1)));
        await books.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(await ChangedAsync(TimeSpan.FromHours(1)));
        Assert.Single(await books.ReadAsync(Flow));
    }

    [Fact]
    public async Task A_customer_whose_contact_changed_is_found_although_it_has_no_new_stamp()
    {
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" }, new { CUSTOMERID = "C2", NAME = "Lund" });
        await books.PassAsync(TimeSpan.FromHours(2));
        await books.PutAsync("CONTACT", new { CONTACTNAME = "Harbor(CC1)", PHONE1 = "555-1" });
        var record = Assert.Single(await ChangedAsync(TimeSpan.FromHours(1)));
        Assert.Equal("555-1", record.Body.GetProperty("DISPLAYCONTACT").GetProperty("PHONE1").GetString());
    }

    [Fact]
    public async Task A_customer_whose_ship_to_address_changed_is_found_although_it_has_no_new_stamp()
    {
        await books.PutAsync("CONTACT", new { CONTACTNAME = "Dock 2" }, new { CONTACTNAME = "Office" });
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor", SHIPTO = new { CONTACTNAME = "Dock 2" } },
            new { CUSTOMERID = "C2", NAME = "Lund", BILLTO = new { CONTACTNAME = "Office" } });
        await books.PassAsync(TimeSpan.FromHours(2));
        await books.PutAsync("CONTACT", new { CONTACTNAME = "Dock 2", MAILADDRESS = new { CITY = "Gdynia" } },
            new { CONTACTNAME = "Office", MAILADDRESS = new { CITY = "Oslo" } });
        var record = Assert.Single(await ChangedAsync(TimeSpan.FromHours(1)));
        Assert.Equal("Gdynia", Account(record).GetProperty("Shipping_City").GetString());
    }

    [Fact]
    public async Task Nothing_is_missed_or_repeated_while_others_change_records_between_pages()
    {
        await books.PutAsync("CUSTOMER", [.. Enumerable.Range(0, 30).Select(at => new { CUSTOMERID = $"C{at:00}", NAME = "Customer" })]);
        var flow = books[Flow];
        var since = books.Clock.GetUtcNow().AddHours(-1);
        var found = new List<string>();
        string? after = null;
        var turn = 0;
        do
        {
            var page = await flow.PageAsync(new SourceQuery(since, after, 7), CancellationToken.None);
            found.AddRange(page.Records.Select(record => record.Body.GetProperty("CUSTOMERID").GetString()!));
            after = page.Next;
            // Those read already and those to come are edited, and one of those read goes.
            await books.PutAsync("CUSTOMER", new { CUSTOMERID = $"C0{turn}", COMMENTS = "x" },
                new { CUSTOMERID = $"C2{turn}", COMMENTS = "x" },
                new Dictionary<string, object> { ["$delete"] = turn == 1 ? new[] { "C11" } : [] });
            turn++;
        }
        while (after is not null && turn < 9);
        Assert.Empty(Enumerable.Range(0, 30).Select(at => $"C{at:00}").Except(found));
    }

    [Fact]
    public async Task A_parent_is_a_link_that_may_be_completed_later_and_its_number_is_asked_for_once_a_page()
    {
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "P1", NAME = "Holding" });
        await books.PutAsync("CUSTOMER",
            [.. Enumerable.Range(0, 5).Select(at => new { CUSTOMERID = $"K{at}", NAME = "Child", PARENTID = "P1" })]);
        var records = await books.ReadAsync(Flow, size: 1);
        var parent = records.Single(record => record.Body.GetProperty("CUSTOMERID").GetString() == "P1").Key;
        var child = records.Single(record => record.Body.GetProperty("CUSTOMERID").GetString() == "K3");
        Assert.Equal([new RecordLink("Parent_Account", Flow, parent, Required: false)], books[Flow].LinksOf(child));
        Assert.Empty(books[Flow].LinksOf(records.Single(record => record.Key == parent)));
    }

    [Theory]
    [InlineData("America/New_York", "2026-11-01T05:20:00Z")]
    [InlineData("America/New_York", "2026-11-01T06:10:00Z")]
    [InlineData("America/New_York", "2026-11-01T06:50:00Z")]
    [InlineData("America/New_York", "2026-03-08T06:55:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T14:40:00Z")]
    [InlineData("Pacific/Kiritimati", "2025-12-31T09:50:00Z")]
    public async Task No_change_is_missed_at_the_edges_of_zones_and_of_daylight_saving(string zone, string moment)
    {
        await using var zoned = await IntacctBooks.OpenAsync(("Connections:sage-intacct:TimeZone", zone));
        await zoned.SetAsync(new { timeZone = zone });
        var since = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        for (var at = 0; at < 12; at++)
            await zoned.PutAsync("CUSTOMER",
                new Dictionary<string, object> { ["CUSTOMERID"] = $"C{at}", ["NAME"] = "N", ["$modified"] = since.AddMinutes(at * 10) });
        Assert.Equal(12, (await zoned.ReadAsync(Flow, since)).Select(record => record.Key).Distinct().Count());
    }

    [Fact]
    public async Task One_for_one_occasion_stays_where_it_is()
    {
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Once", ONETIME = true });
        Assert.NotNull(Assert.Single(await books.ReadAsync(Flow)).Skip);
    }

    [Fact]
    public async Task A_single_one_is_found_by_its_number_and_one_that_is_gone_is_not()
    {
        var number = Assert.Single(await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" }));
        Assert.Equal("C1", (await books[Flow].FindAsync(number, CancellationToken.None))!.Body.GetProperty("CUSTOMERID").GetString());
        Assert.Null(await books[Flow].FindAsync("999999", CancellationToken.None));
        Assert.Null(await books[Flow].FindAsync("C1", CancellationToken.None));
    }

    [Fact]
    public async Task The_mapping_makes_an_account_of_it_with_types_and_dimensions()
    {
        await books.PutAsync("CUSTTYPE", new { NAME = "Wholesale" });
        await books.PutAsync("TERRITORY", new { TERRITORYID = "WEST", NAME = "West" });
        await books.PutAsync("CUSTOMER", new
        {
            CUSTOMERID = "C1", NAME = "Harbor Pump Co", CUSTTYPE = "Wholesale", TERRITORYID = "WEST", CREDITLIMIT = "5000.50",
                ONHOLD = true,
            RESTRICTEDLOCATIONS = "100#~#200", TERMNAME = "Net 30",
            DISPLAYCONTACT = new { PHONE1 = "555 0100",
                MAILADDRESS = new { ADDRESS1 = "18 Quay St", ADDRESS2 = "Dock 2", CITY = "Portland", ZIP = "97209" } },
        });
        var account = Account(Assert.Single(await books.ReadAsync(Flow)));
        Assert.Equal("Harbor Pump Co", account.GetProperty("Account_Name").GetString());
        Assert.Equal("18 Quay St, Dock 2", account.GetProperty("Billing_Street").GetString());
        Assert.Equal(("Wholesale", "WEST", "100; 200"), (account.GetProperty("Intacct_Customer_Type").GetString(),
            account.GetProperty("Intacct_Territory").GetString(), account.GetProperty("Intacct_Locations").GetString()));
        Assert.Equal((5000.50m, true),
            (account.GetProperty("Intacct_Credit_Limit").GetDecimal(), account.GetProperty("Intacct_On_Hold").GetBoolean()));
    }

    [Fact]
    public async Task Names_in_every_script_arrive_as_they_are()
    {
        string[] names = ["Łódź Söhne", "株式会社 港", "شركة الميناء", "Ωμέγα Α.Ε.", "ООО «Порт»", "A & B <C> \"D\"", "👩‍🚀 Rockets"];
        await books.PutAsync("CUSTOMER", [.. names.Select((name, at) => new { CUSTOMERID = $"C{at}", NAME = name })]);
        Assert.Equal(names, (await books.ReadAsync(Flow)).Select(record => Account(record).GetProperty("Account_Name").GetString()));
    }

    [Fact]
    public async Task A_quiet_look_costs_two_calls()
    {
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        await books.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(await ChangedAsync(TimeSpan.FromHours(1)));
        var before = await books.CallsAsync();
        Assert.Empty(await ChangedAsync(TimeSpan.FromHours(1)));
        Assert.Equal(2, await books.CallsAsync() - before);
    }

    private static JsonElement Account(SourceRecord record)
    {
        var catalog = MappingCatalog.Load(Path.Combine(AppContext.BaseDirectory, "mappings"));
        var result = catalog.Get("intacct-customer-to-crm-account").Apply(record.Body, MappingContext.Empty);
        Assert.True(result.Ok, string.Join(' ', result.Problems));
        return JsonElement.Parse(result.Output.Span);
    }

    private Task<IReadOnlyList<SourceRecord>> ChangedAsync(TimeSpan within) => books.ReadAsync(Flow, books.Clock.GetUtcNow() - within);
}
