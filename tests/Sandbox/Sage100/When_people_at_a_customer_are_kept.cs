namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_people_at_a_customer_are_kept : Agent
{
    private static readonly object Key = new { ARDivisionNo = "01", CustomerNo = "ZC1", ContactCode = "ana" };

    [Fact]
    public async Task They_are_found_under_their_customer_by_what_changed()
    {
        await CustomerAsync("ZC1");
        Assert.Equal("written", Outcome(await WriteAsync(
            "AR_CustomerContact", "create", Key, new { ContactName = "Ana Ruiz", EmailAddress = "ana@example.net" })));
        var found = await CallAsync("query", new { @object = "AR_CustomerContact", updatedSince = new { date = "20200101", time = "0" } });
        var row = Assert.Single(found["rows"]!.AsArray())!;
        Assert.Equal(("ANA", "Ana Ruiz"), (row["ContactCode"]!.GetValue<string>(), row["ContactName"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Nobody_is_at_a_customer_that_is_not_on_file() =>
        Assert.Equal(
            "Customer Number 01-ZC1 is not on file.",
            Message(await WriteAsync("AR_CustomerContact", "create", Key, new { ContactName = "Ana" })));

    [Fact]
    public async Task An_import_may_leave_no_stamp_and_set_what_people_cannot()
    {
        await CustomerAsync("ZC1");
        var before = await ReadAsync("AR_Customer", new { ARDivisionNo = "01", CustomerNo = "ZC1" });
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 3600 });
        await Sandbox.PostAsync("/_sandbox/sage-100/records/AR_Customer", new[] { new Dictionary<string, object>
        {
            ["ARDivisionNo"] = "01", ["CustomerNo"] = "ZC1", ["AgingCategory2"] = 12.5m, ["$stamped"] = false,
        } });
        var after = await ReadAsync("AR_Customer", new { ARDivisionNo = "01", CustomerNo = "ZC1" });
        Assert.Equal((12.5m, Text(before, "TimeUpdated")), (Number(after, "AgingCategory2"), Text(after, "TimeUpdated")));
    }

    [Fact]
    public async Task A_completed_order_shows_in_history_what_it_showed_open()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
        var ended = await ReadAsync("SO_SalesOrderHistory", new { SalesOrderNo = "1" });
        Assert.Equal(("C", "Harbor Pump Co"), (Text(ended, "OrderStatus"), Text(ended, "BillToName")));
        Assert.Equal(51m, Assert.Single(ended["record"]!["Lines"]!.AsArray())!["ExtensionAmt"]!.GetValue<decimal>());
    }
}
