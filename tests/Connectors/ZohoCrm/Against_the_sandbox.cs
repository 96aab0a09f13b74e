using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.ZohoCrm;

public sealed class Against_the_sandbox : IAsyncLifetime
{
    private const string Key = "Isthmus_Key";
    private RunningSandbox sandbox = null!;
    private ServiceProvider app = null!;

    private ZohoCrmClient Crm => app.GetRequiredService<ZohoCrmClient>();

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        app = Connected.To(sandbox.Address, ("CreditReserve", "0"));
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_same_key_is_one_record_whatever_its_name_and_case()
    {
        var first = await AccountsAsync(("sage-100:ABC:1", "Harlow"), ("sage-100:ABC:2", "Harlow"));
        Assert.All(first, result => Assert.True(result.Created));
        var second = await AccountsAsync(("SAGE-100:abc:1", "Harlow Foods"));
        Assert.Equal((first[0].Id, false), (second[0].Id, second[0].Created));
        Assert.Equal("Harlow Foods", Text((await Crm.GetAsync("Accounts", first[0].Id!))!.Value, "Account_Name"));
    }

    [Fact]
    public async Task One_bad_record_of_a_hundred_is_refused_alone()
    {
        var records = Enumerable.Range(0, 100).Select(n => ($"k{n}", n == 40 ? new string('x', 300) : $"A{n}")).ToArray();
        var results = await AccountsAsync(records);
        Assert.Equal(99, results.Count(result => result.Failure is null));
        var failure = results[40].Failure!;
        Assert.Equal((FailureClass.Validation, "Account_Name"), (failure.Class, failure.Field));
        Assert.Contains("at most", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_that_is_carried_twice_has_its_lines_once()
    {
        var product = Assert.Single(
            await Crm.UpsertAsync("Products", [Json(new { Product_Name = "Mug", Isthmus_Key = "p1" })], Key, CrmTrigger.None)).Id!;
        var account = (await AccountsAsync(("a", "A")))[0].Id!;
        JsonElement[] lines = [Line(product, 2, "mugs"), Line(product, 1, "one more")];
        string id = "";
        for (var time = 0; time < 2; time++)
        {
            var stored = id.Length == 0 ? null : await Crm.GetAsync("Invoices", id);
            var rows = CrmRows.Merge(stored, "Invoiced_Items", lines, row => row.GetProperty("Description").GetString());
            var invoice = Json(new { Subject = "I1", Isthmus_Key = "i1", Account_Name = new { id = account }, Invoiced_Items = rows });
            var result = Assert.Single(await Crm.UpsertAsync("Invoices", [invoice], Key, CrmTrigger.None));
            Assert.True(result.Failure is null, result.Failure?.Message);
            id = result.Id!;
        }
        var shown = (await Crm.GetAsync("Invoices", id))!.Value.GetProperty("Invoiced_Items").EnumerateArray().ToList();
        Assert.Equal(["mugs", "one more"], shown.Select(row => Text(row, "Description")));
    }

    [Fact]
    public async Task More_records_than_pages_of_numbers_reach_are_listed_each_once()
    {
        for (var batch = 0; batch < 21; batch++)
            await AccountsAsync([.. Enumerable.Range(0, 100).Select(n => ($"k{batch}-{n}", $"A{batch}-{n}"))]);
        var ids = await Crm.ListAsync("Accounts", ["Account_Name"], null).Select(row => Text(row, "id")).ToListAsync();
        Assert.Equal(2_100, ids.Count);
        Assert.Equal(2_100, ids.Distinct().Count());
        Assert.Equal(2_100, await Crm.QueryAsync(new CrmQuery("Accounts", ["id"], null, null)).CountAsync());
    }

    [Theory]
    [InlineData("O'Brien & Søns \"Ltd\"")]
    [InlineData(@"back\slash\")]
    [InlineData("' or id is not null or '")]
    [InlineData("株式会社")]
    public async Task Whatever_stands_in_a_key_finds_its_own_record_only(string key)
    {
        await AccountsAsync(("other", "Other"), (key, "Mine"));
        var found = await Crm.FindAsync("Accounts", Key, key, ["id", "Account_Name"]);
        Assert.Equal("Mine", Text(found!.Value, "Account_Name"));
        Assert.Null(await Crm.FindAsync("Accounts", Key, key + "x", ["id"]));
    }

    [Fact]
    public async Task What_was_deleted_is_listed_and_gone()
    {
        var id = (await AccountsAsync(("a", "A")))[0].Id!;
        await sandbox.ControlAsync("zoho-crm/records/Accounts/delete", new { ids = new[] { id } });
        Assert.Null(await Crm.GetAsync("Accounts", id));
        Assert.Empty(await Crm.ReadAsync("Accounts", [id], []));
        Assert.Equal(id, Text(Assert.Single(await Crm.ListDeletedAsync("Accounts", null).ToListAsync()), "id"));
    }

    [Theory]
    [InlineData("drop-after")]
    [InlineData("token-expiry")]
    [InlineData("malformed-body")]
    public async Task Trouble_on_the_way_makes_no_second_record(string kind)
    {
        await Crm.GetOrgAsync();
        await sandbox.FaultAsync("zoho-crm", kind, "upsert");
        Assert.Null((await AccountsAsync(("a", "A")))[0].Failure);
        Assert.Single(await Crm.ListAsync("Accounts", [], null).ToListAsync());
    }

    [Fact]
    public async Task An_edition_without_inventory_offers_no_vendors()
    {
        Assert.True(await OffersAsync("Vendors"));
        await sandbox.ControlAsync("zoho-crm/edition", new { paidType = "standard" });
        Assert.False(await OffersAsync("Vendors"));
        Assert.True(await OffersAsync("Accounts"));
        var refused = await FailureOf(() => Crm.UpsertAsync("Vendors", [Json(new { Vendor_Name = "V", Isthmus_Key = "v" })], Key, CrmTrigger.None));
        Assert.Equal("INVALID_MODULE", refused.Code);
    }

    [Fact]
    public async Task An_organisation_that_moved_to_Canada_is_found_by_its_new_accounts_server()
    {
        await Crm.GetOrgAsync();
        await sandbox.ControlAsync("zoho-crm/datacenter", new { location = "ca", firstAccountsStays = false });
        Assert.Equal("invalid_code", (await FailureOf(() => Crm.GetOrgAsync())).Code);
        await using var moved = Connected.To(sandbox.Address, ("AccountsServer", new Uri(sandbox.Address, "/zoho-accounts-ca").ToString()));
        Assert.NotEmpty((await moved.GetRequiredService<ZohoCrmClient>().GetOrgAsync()).Id);
    }

    [Fact]
    public async Task Its_fields_stages_and_user_can_be_read()
    {
        var fields = await Crm.ListFieldsAsync("Accounts");
        Assert.Contains(fields, field => field is { ApiName: Key, Unique: true, Length: 255 });
        Assert.Contains(fields, field => field is { ApiName: "Account_Name", Mandatory: true });
        Assert.Contains(await Crm.ListStagesAsync(), stage => stage.Won);
        Assert.NotNull(await Crm.GetUserIdAsync());
    }

    [Fact]
    public async Task Many_at_once_stay_below_what_the_edition_allows()
    {
        await sandbox.ControlAsync("zoho-crm/settings", new { callMs = 20 });
        await Crm.GetOrgAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => n % 2 == 0
            ? Crm.GetAsync("Accounts", "5900000000000000001") : Crm.FindAsync("Accounts", Key, $"k{n}", ["id"])));
        var setup = await sandbox.LookAsync("zoho-crm/setup");
        Assert.InRange(setup.GetProperty("mostCallsAtOnce").GetInt32(), 2, 25);
        Assert.InRange(setup.GetProperty("mostHeavyCallsAtOnce").GetInt32(), 1, 10);
        Assert.Equal(setup.GetProperty("creditsUsed").GetInt32(), Crm.Credits.Used);
    }

    [Fact]
    public async Task Its_check_says_what_is_well()
    {
        var check = app.GetServices<IConnectionCheck>().Single(each => each.Connection == ZohoCrmOptions.Id);
        var report = await check.CheckAsync();
        Assert.True(report.Ok, string.Join("; ", report.Steps.Select(step => $"{step.Name}: {step.Message}")));
        Assert.Equal(CheckOutcome.Ok, report.Steps.Single(step => step.Name == "key fields").Outcome);
    }

    private async Task<bool> OffersAsync(string module)
    {
        var org = await Crm.GetOrgAsync();
        return (await Crm.ListModulesAsync()).Any(each => each.ApiName == module && org.Offers(each));
    }

    private Task<IReadOnlyList<CrmWrite>> AccountsAsync(params (string Key, string Name)[] accounts) => Crm.UpsertAsync(
        "Accounts", [.. accounts.Select(each => Json(new { Isthmus_Key = each.Key, Account_Name = each.Name }))], Key, CrmTrigger.None);

    private static JsonElement Line(string product, int quantity, string text) =>
        Json(new { Product_Name = new { id = product }, Quantity = quantity, List_Price = 5, Description = text });

    private static JsonElement Json(object value) => JsonSerializer.SerializeToElement(value);

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();
}
