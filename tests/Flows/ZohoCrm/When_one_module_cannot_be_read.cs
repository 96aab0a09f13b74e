namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_one_module_cannot_be_read
{
    [Fact]
    public async Task The_others_are_read_and_it_is_when_it_can_be_again()
    {
        var vendors = new KeptChanges("Vendors");
        await using var desk = await CrmDesk.OpenAsync(channels: false, new KeptChanges { Beside = vendors });
        var (account, vendor) = (await desk.WriteAsync(new { Account_Name = "A" }), await desk.WriteAsync(new { Vendor_Name = "V" }, "Vendors"));
        await desk.World.FaultAsync(new { vendor = "zoho-crm", match = "v8/Accounts", kind = "status", status = 403 });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => desk.SweepAsync());
        Assert.Contains("a profile that may read and write this module", refused.Message, StringComparison.Ordinal);
        await desk.RestAsync();
        Assert.Single(vendors.Of(vendor));
        Assert.Empty(desk.Kept.Of(account));

        await desk.World.HealAsync();
        Assert.Equal(1, await desk.SweepAsync());
        await desk.HeardAsync(account);
    }
}
