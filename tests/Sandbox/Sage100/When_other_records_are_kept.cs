using System.Text.Json.Nodes;
using Isthmus.Sandbox.Tests.Hosting;
using Isthmus.Tests.Support;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_other_records_are_kept : Agent
{
    private static readonly string[] OfChart = ["Account", "Status"];

    [Fact]
    public async Task A_vendor_is_written_and_stays_while_it_has_open_orders()
    {
        var key = new { APDivisionNo = "00", VendorNo = "bolt" };
        var vendor = await WriteAsync("AP_Vendor", "create", key, new { VendorName = "Bolt & Co", UDF_EXTERNAL_ID = "zoho:9" });
        Assert.Equal(("written", "BOLT"), (Outcome(vendor), Text(vendor, "VendorNo")));
        await WriteAsync("PO_PurchaseOrder", "create", new { PurchaseOrderNo = "1" }, new { APDivisionNo = "00", VendorNo = "BOLT" },
            new[] { new { ItemCode = "GASKET-12", QuantityOrdered = 1 } });
        Assert.Equal("refused", Outcome(await WriteAsync("AP_Vendor", "delete", key, null)));
    }

    [Fact]
    public async Task A_price_code_may_leave_parts_of_its_key_blank()
    {
        var code = await WriteAsync("IM_PriceCode", "create", new { PriceCodeRecord = "1", ItemCode = "GASKET-12" },
            new { PricingMethod = "O", BreakQuantity1 = 100, DiscountMarkup1 = 3.99m });
        Assert.Equal(("written", 3.99m), (Outcome(code), Number(code, "DiscountMarkup1")));
        var missing = await WriteAsync("IM_PriceCode", "create", new { PriceCodeRecord = "1", ItemCode = "NO-SUCH" }, null);
        Assert.Equal("Item Code NO-SUCH is not on file.", Message(missing));
    }

    [Fact]
    public async Task A_package_needs_an_invoice_in_entry()
    {
        var stray = await WriteAsync("SO_InvoiceTracking", "create", new { InvoiceNo = "1", PackageNo = "1" }, new { TrackingID = "1Z" });
        Assert.Equal("Invoice 0000001 is not on file.", Message(stray));
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/ship", new { });
        var package = await WriteAsync("SO_InvoiceTracking", "create", new { InvoiceNo = "1", PackageNo = "1" }, new { TrackingID = "1Z" });
        Assert.Equal(("written", "0001"), (Outcome(package), Text(package, "PackageNo")));
    }

    [Fact]
    public async Task The_chart_of_accounts_is_read_and_not_written()
    {
        var accounts = await CallAsync("query", new { @object = "GL_Account", columns = OfChart, equals = new { Account = "1010-00" } });
        Assert.Equal("A", accounts["rows"]!.AsArray().Single()!["Status"]!.GetValue<string>());
        var written = await WriteAsync("GL_Account", "create", new { AccountKey = "77" }, new { Account = "7777-00" });
        Assert.Equal("GL_Account is read only", Message(written));
    }

    [Fact]
    public async Task A_person_writes_as_the_agent_does_under_another_name()
    {
        await Sandbox.PostAsync("/_sandbox/sage-100/write", Json("""
            {"ref":"1","object":"AR_Customer","mode":"create","key":{"ARDivisionNo":"01","CustomerNo":"OFFICE"},"values":{"CustomerName":"Walk-in"}}
            """));
        var customer = await ReadAsync("AR_Customer", new { ARDivisionNo = "01", CustomerNo = "OFFICE" });
        Assert.Equal(("Walk-in", "MWEBB"), (Text(customer, "CustomerName"), Text(customer, "UserUpdatedKey")));
    }

    [Fact]
    public async Task Documents_with_lines_and_counters_survive_a_restart()
    {
        using var folder = new TemporaryFolder();
        string before;
        await using (var first = await SandboxServer.StartAsync("--state", folder.Path))
        {
            await first.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "KEPT-1", price = 2.5, stock = 9 } });
            await first.PostAsync("/_sandbox/sage-100/write", Json("""
                {"ref":"1","object":"PO_PurchaseOrder","mode":"create","key":{"PurchaseOrderNo":"1"},"values":{"APDivisionNo":"00","VendorNo":"ACME"},
                 "lines":[{"ItemCode":"KEPT-1","QuantityOrdered":4}]}
                """));
            await first.PostAsync("/_sandbox/sage-100/purchase-orders/1/receive", new { });
            before = (await first.GetAsync("/_sandbox/ledger"))["sage-100"]!.ToJsonString();
        }
        await using var second = await SandboxServer.StartAsync("--state", folder.Path);
        Assert.Equal(before, (await second.GetAsync("/_sandbox/ledger"))["sage-100"]!.ToJsonString());
        Assert.Contains("\"QuantityReceived\":4", before);
    }

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
