using Isthmus.Sandbox.Tests.Hosting;
using Isthmus.Tests.Support;

namespace Isthmus.Sandbox.Tests.Sage300;

public sealed class When_the_sandbox_restarts
{
    [Fact]
    public async Task Every_record_setting_and_number_is_as_it_was()
    {
        using var folder = new TemporaryFolder();
        string before;
        await using (var first = await SandboxServer.StartAsync("--state", folder.Path))
        {
            await first.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-300"] = new { pageSize = 50, dialect = "v3" } });
            await PlayAsync(first, "ZSO-1");
            before = await LedgerAsync(first);
        }
        await using var second = await SandboxServer.StartAsync("--state", folder.Path);
        Assert.Equal(before, await LedgerAsync(second));
        Assert.Equal(50, (await second.GetAsync("/_sandbox/settings"))["sage-300"]!["pageSize"]!.GetValue<int>());
        await PlayAsync(second, "ZSO-2");
        Assert.Equal(2, (await second.GetAsync("/_sandbox/ledger"))["sage-300"]!["ARPostedDocuments"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_reset_forgets_every_record()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await PlayAsync(sandbox, "ZSO-1");
        await sandbox.PostAsync("/_sandbox/reset", new { });
        Assert.DoesNotContain("HARB01", await LedgerAsync(sandbox), StringComparison.Ordinal);
    }

    private static async Task PlayAsync(SandboxServer sandbox, string order)
    {
        await sandbox.PostAsync("/_sandbox/sage-300/records/AR/ARCustomers", new[] { new { customerNumber = "HARB01", groupCode = "WHL",
            startDate = "2026-03-09", customerOptionalFieldValues = new[] { new { optionalField = "EXTID", value = "46" } } } });
        await sandbox.PostAsync("/_sandbox/sage-300/records/IC/ICItems", new[] { new { unformattedItemNumber = "GASKET-12" } });
        await sandbox.PostAsync("/_sandbox/sage-300/records/OE/OEOrders", new[] { new { customerNumber = "HARB01", orderNumber = order,
            orderDetails = new[] { new { item = "GASKET-12", quantityOrdered = 2, pricingUnitPrice = 4.25m } } } });
        await sandbox.PostAsync($"/_sandbox/sage-300/orders/{order}/invoice", new { });
    }

    private static async Task<string> LedgerAsync(SandboxServer sandbox) =>
        (await sandbox.GetAsync("/_sandbox/ledger"))["sage-300"]!.ToJsonString();
}
