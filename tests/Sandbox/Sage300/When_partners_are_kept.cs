using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage300;

public sealed class When_partners_are_kept : WebApi
{
    private const string One = "AR/ARCustomers('A')";

    [Fact]
    public async Task The_group_brings_defaults_and_what_is_put_after_it_stays()
    {
        var after = await PostAsync("AR/ARCustomers", new { CustomerNumber = "a", GroupCode = "whl", Terms = "N60", TaxGroup = "NOTAX" });
        var before = await PostAsync("AR/ARCustomers", new { CustomerNumber = "B", Terms = "N60", TaxGroup = "NOTAX", GroupCode = "WHL" });
        Assert.Equal(("A", "N60", "NOTAX", "USA"), (Text(after, "CustomerNumber"), Text(after, "Terms"),
            Text(after, "TaxGroup"), Text(after, "AccountSet")));
        Assert.Equal(("N30", "USDTAX", "WHS"), (Text(before, "Terms"), Text(before, "TaxGroup"), Text(before, "CustomerPriceList")));
    }

    [Fact]
    public async Task PUT_purges_what_is_not_in_the_body_and_PATCH_leaves_it()
    {
        await PostAsync("AR/ARCustomers", new
        {
            CustomerNumber = "A", GroupCode = "WHL", City = "Portland",
                CustomerOptionalFieldValues = new[] { new { OptionalField = "EXTID", Value = "46" } },
        });
        await ChangeAsync("PATCH", One, new { PhoneNumber = "503" });
        var patched = await GetAsync(One);
        Assert.Equal(("Portland", "503", 1), (Text(patched, "City"), Text(patched, "PhoneNumber"),
            patched["CustomerOptionalFieldValues"]!.AsArray().Count));
        await ChangeAsync("PUT", One, new { GroupCode = "WHL" });
        var replaced = await GetAsync(One);
        Assert.Equal(("", 0), (Text(replaced, "City"), replaced["CustomerOptionalFieldValues"]!.AsArray().Count));
    }

    [Fact]
    public async Task Details_are_changed_as_their_update_operation_says()
    {
        await CustomerAsync("A");
        await FieldAsync("Insert", "1");
        Assert.Equal("409 RecordDuplicate", await TryFieldAsync("Insert", "2"));
        await FieldAsync("Update", "3");
        await FieldAsync("Unspecified", "4");
        Assert.Equal("4", Text((await GetAsync(One))["CustomerOptionalFieldValues"]![0]!, "Value"));
        await FieldAsync("Delete", "");
        Assert.Equal("404 RecordNotFound", await TryFieldAsync("Update", "5"));
        Assert.Equal("404 RecordNotFound", await TryFieldAsync("Delete", ""));
        await FieldAsync("Unspecified", "6");
        Assert.Equal("400 InvalidPayload", await TryFieldAsync("Upsert", "7"));
        var field = Assert.Single((await GetAsync(One))["CustomerOptionalFieldValues"]!.AsArray())!;
        Assert.Equal(("A", "6"), (Text(field, "CustomerNumber"), Text(field, "Value")));
    }

    public static TheoryData<object, string> Wrong => new()
    {
        { new { CustomerNumber = "B" }, "400 RecordInvalid" },
        { new { GroupCode = "WHL" }, "400 RecordInvalid" },
        { new { CustomerNumber = "B", GroupCode = "NONE" }, "400 RecordInvalid" },
        { new { CustomerNumber = "B", GroupCode = "WHL", Terms = "N99" }, "400 RecordInvalid" },
        { new { CustomerNumber = "TOOLONGNUMBER", GroupCode = "WHL" }, "400 RecordInvalid" },
        { new { CustomerNumber = "B", GroupCode = "WHL", CustomerName = new string('x', 61) }, "400 RecordInvalid" },
        { new { CustomerNumber = "B", GroupCode = "WHL", BalanceDueInCustomerCurrency = 5 }, "400 RecordInvalid" },
        { new { CustomerNumber = "B", GroupCode = "WHL", CreditLimitCustomerCurrency = 1.2345m }, "400 RecordInvalid" },
        { new { CustomerNumber = "B", GroupCode = "WHL",
            CustomerOptionalFieldValues = new[] { new { OptionalField = "NONE" } } }, "400 RecordInvalid" },
        { new { CustomerNumber = "B", GroupCode = "WHL", Nickname = "x" }, "400 InvalidPayload" },
        { new { CustomerNumber = "B", GroupCode = "WHL", OnHold = "Maybe" }, "400 InvalidPayload" },
        { new { CustomerNumber = "B", GroupCode = "WHL", OnHold = true }, "400 InvalidPayload" },
        { new { CustomerNumber = "B", GroupCode = "WHL", StartDate = "tomorrow" }, "400 InvalidPayload" },
        { new { CustomerNumber = "A", GroupCode = "WHL" }, "409 RecordDuplicate" },
        { "{\"CustomerNumber\":", "400 InvalidPayload" },
        { "[]", "400 InvalidPayload" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_the_view_does_not_take_is_refused_and_nothing_is_stored(object body, string refusal)
    {
        await CustomerAsync("A");
        Assert.Equal(refusal, await RefusalAsync("POST", "AR/ARCustomers", body));
        Assert.Single((await GetAsync("AR/ARCustomers"))["value"]!.AsArray());
    }

    [Fact]
    public async Task The_day_of_maintenance_moves_with_an_edit_and_not_with_a_balance()
    {
        await CustomerAsync("A");
        var first = Text(await GetAsync(One), "DateLastMaintained");
        Assert.EndsWith("T00:00:00Z", first);
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 3 * 86400 });
        await PostAsync("AR/ARInvoiceBatches", new
        {
            BatchStatus = "ReadyToPost",
            Invoices = new[] { new { CustomerNumber = "A",
                InvoiceDetails = new[] { new { DistributionCode = "SALES", ExtendedAmountWithTIP = 69.5m } } } },
        });
        await ChangeAsync("POST", "AR/ARPostInvoices('$process')", new { });
        var posted = await GetAsync(One);
        Assert.Equal((first, 69.5m), (Text(posted, "DateLastMaintained"), posted["BalanceDueInCustomerCurrency"]!.GetValue<decimal>()));
        await ChangeAsync("PATCH", One, new { City = "Boise" });
        Assert.NotEqual(first, Text(await GetAsync(One), "DateLastMaintained"));
    }

    [Fact]
    public async Task Dates_lose_their_time_and_are_not_converted()
    {
        await PostAsync("AR/ARCustomers", new { CustomerNumber = "A", GroupCode = "WHL", StartDate = "2026-03-09T23:59:00-08:00" });
        Assert.Equal("2026-03-09T00:00:00Z", Text(await GetAsync(One), "StartDate"));
    }

    [Fact]
    public async Task A_vendor_is_kept_alike_with_its_own_words()
    {
        var vendor = await PostAsync("AP/APVendors",
            new { VendorNumber = "1401", GroupCode = "INV", OnHold = "NotOnHold", VendorName = "1401 Name" });
        Assert.Equal(("N30", "NotOnHold"), (Text(vendor, "Terms"), Text(vendor, "OnHold")));
        await ChangeAsync("DELETE", "AP/APVendors('1401')", null);
        Assert.Equal("404 RecordNotFound", await RefusalAsync("GET", "AP/APVendors('1401')"));
    }

    [Fact]
    public async Task People_create_change_and_delete_on_their_screens()
    {
        var keys = await ControlAsync("records/AP/APVendors", new[] { new { VendorNumber = "V1", GroupCode = "INV", VendorName = "One" } });
        Assert.Equal("V1", keys["keys"]![0]!.GetValue<string>());
        await ControlAsync("records/AP/APVendors", new[] { new { vendorNumber = "V1", city = "Boise" } });
        var vendor = (await Sandbox.GetAsync("/_sandbox/ledger"))["sage-300"]!["APVendors"]![0]!;
        Assert.Equal(("One", "Boise"), (Text(vendor, "VendorName"), Text(vendor, "City")));
        await ControlAsync("records/AP/APVendors", new Dictionary<string, object> { ["$delete"] = new[] { "'V1'" } });
        Assert.Empty((await Sandbox.GetAsync("/_sandbox/ledger"))["sage-300"]!["APVendors"]!.AsArray());
    }

    private Task FieldAsync(string operation, string value) => ChangeAsync("PATCH", One, Field(operation, value));

    private Task<string> TryFieldAsync(string operation, string value) => RefusalAsync("PATCH", One, Field(operation, value));

    private static object Field(string operation, string value) =>
        new { CustomerOptionalFieldValues = new[] { new { UpdateOperation = operation, OptionalField = "EXTID", Value = value } } };

    private static string Text(JsonNode record, string name) => record[name]!.GetValue<string>();
}
