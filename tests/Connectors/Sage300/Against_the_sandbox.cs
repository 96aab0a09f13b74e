using System.Text;
using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Sage300;

public sealed class Against_the_sandbox : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;
    private Sage300Client sage = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        sage = WebApi.Client(sandbox.Address);
        await sandbox.ControlAsync("sage-300/records/AR/ARCustomers",
            new[] { new { CustomerNumber = "HARB01", GroupCode = "WHL", CustomerName = "Harbor Pump Co" } });
        await sandbox.ControlAsync("sage-300/records/IC/ICItems",
            new[] { new { UnformattedItemNumber = "GASKET-12", Description = "Gasket", StockItem = true } });
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task An_order_is_created_found_by_its_number_and_read_by_its_key()
    {
        var stored = await OrderAsync("ZSO-1");
        var found = await sage.ListAsync(new("OE", "OEOrders")
        {
            Filter = Sage300Filter.Is("OrderNumber", "ZSO-1"), Select = ["OrderUniquifier", "OrderNumber", "OrderReference"],
        }).SingleAsync();
        var uniquifier = found.GetProperty("OrderUniquifier").GetInt64();
        Assert.Equal((stored.GetProperty("OrderUniquifier").GetInt64(), "zoho:46"), (uniquifier, found.GetProperty("OrderReference").GetString()));
        var order = (await sage.GetAsync("OE", "OEOrders", Sage300Key.Of(uniquifier)))!.Value;
        Assert.Equal((51m, 32), (order.GetProperty("OrderTotal").GetDecimal(), order.GetProperty("OrderDetails")[0]
            .GetProperty("LineNumber").GetInt32()));
    }

    [Fact]
    public async Task An_order_whose_answer_was_lost_is_there_and_a_second_one_is_a_duplicate()
    {
        await sandbox.FaultAsync("sage-300", "drop-after", "POST .*OEOrders");
        Assert.True((await FailureOf(() => OrderAsync("ZSO-2"))).EffectUnknown);
        Assert.Equal((FailureClass.Conflict, "RecordDuplicate"), Kind(await FailureOf(() => OrderAsync("ZSO-2"))));
        Assert.Single(await sage.ListAsync(new("OE", "OEOrders")).ToListAsync());
    }

    [Fact]
    public async Task An_order_cannot_be_changed()
    {
        var order = await OrderAsync("ZSO-3");
        var key = Sage300Key.Of(order.GetProperty("OrderUniquifier").GetInt64());
        Assert.Equal((FailureClass.Bug, "MethodNotAllowed"), Kind(await FailureOf(() => sage.PatchAsync("OE", "OEOrders", key, "{}"u8.ToArray()))));
    }

    [Fact]
    public async Task A_record_that_somebody_holds_is_tried_again_within_limits()
    {
        await sandbox.FaultAsync("sage-300", "record-lock", "ARCustomers HARB01", count: 2);
        await PatchAsync();
        await sandbox.FaultAsync("sage-300", "record-lock", "ARCustomers HARB01", count: 20);
        Assert.Equal((FailureClass.Locked, "General"), Kind(await FailureOf(PatchAsync)));
    }

    [Fact]
    public async Task Day_End_holds_orders_back_and_nothing_else()
    {
        await SetAsync(new { dayEndRuns = true });
        Assert.Equal((FailureClass.Locked, "General"), Kind(await FailureOf(() => OrderAsync("ZSO-4"))));
        await PatchAsync();
        await SetAsync(new { dayEndRuns = false });
        await OrderAsync("ZSO-4");
    }

    [Fact]
    public async Task A_missing_item_is_refused_with_what_Sage_says()
    {
        var failure = await FailureOf(() => OrderAsync("ZSO-5", "GASKET-99"));
        Assert.Equal((FailureClass.Validation, "RecordInvalid"), Kind(failure));
        Assert.Contains("GASKET-99", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_vendor_comes_once_over_several_pages_also_where_links_name_another_host()
    {
        await SetAsync(new { linkHost = "sage300srv" });
        await sandbox.ControlAsync("sage-300/records/AP/APVendors",
            Enumerable.Range(0, 250).Select(at => new { VendorNumber = $"V{at:D3}", GroupCode = "INV", VendorName = $"Vendor {at}" }));
        var query = new Sage300Query("AP", "APVendors") { Select = ["VendorNumber"] };
        var numbers = await sage.ListAsync(query).Select(row => row.GetProperty("VendorNumber").GetString()).ToListAsync();
        Assert.Equal((250, 250L), (numbers.Distinct().Count(), await sage.CountAsync(query)));
        Assert.Equal(4, await sandbox.CallsAsync("sage-300"));
    }

    [Fact]
    public async Task What_changed_since_a_day_is_found_in_either_dialect()
    {
        var customer = (await sage.GetAsync("AR", "ARCustomers", Sage300Key.Of("HARB01")))!.Value;
        var edited = Sage300Day.Read(customer, "DateLastMaintained")!.Value;
        foreach (var (word, dialect) in new[] { ("v4", Sage300Dialect.V4), ("v3", Sage300Dialect.V3) })
        {
            await SetAsync(new { dialect = word });
            Task<long?> Since(DateOnly day) =>
                sage.CountAsync(new("AR", "ARCustomers") { Filter = Sage300Filter.Since("DateLastMaintained", day, dialect) });
            Assert.Equal((1L, 0L), (await Since(edited), await Since(edited.AddDays(1))));
        }
    }

    [Fact]
    public async Task Pages_of_HTML_from_the_web_server_are_no_answers()
    {
        await sandbox.ControlAsync("sage-300/outage", new { seconds = 60, status = 503 });
        var failure = await FailureOf(() => sage.GetAsync("AR", "ARCustomers", Sage300Key.Of("HARB01")));
        Assert.Equal(("maintenance", true), (failure.Code, failure.Outage));
    }

    [Fact]
    public async Task An_expired_password_is_a_matter_of_credentials()
    {
        await SetAsync(new { password = "NEW-ONE" });
        var failure = await FailureOf(() => sage.CountAsync(new("AR", "ARCustomers")));
        Assert.Equal((FailureClass.Auth, "Unauthorized"), Kind(failure));
    }

    private Task<JsonElement> OrderAsync(string number, string item = "GASKET-12") => sage.PostAsync("OE", "OEOrders", Encoding.UTF8.GetBytes(
        $$"""
        {"CustomerNumber":"HARB01","OrderNumber":"{{number}}","OrderReference":"zoho:46","OrderDate":"2026-03-09T00:00:00Z","OrderDetails":[
        {"LineType":"Item","Item":"{{item}}","Location":"1","QuantityOrdered":12,"PriceOverride":true,"PricingUnitPrice":4.25}]}
        """));

    private Task PatchAsync() =>
        sage.PatchAsync("AR", "ARCustomers", Sage300Key.Of("HARB01"), """{"PhoneNumber":"5035550117"}"""u8.ToArray());

    private Task<JsonElement> SetAsync(object settings) =>
        sandbox.ControlAsync("settings", new Dictionary<string, object> { ["sage-300"] = settings });

    private static (FailureClass, string) Kind(Failure failure) => (failure.Class, failure.Code);
}
