using Isthmus.Functions.ZohoCrm;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_an_edition_lacks_a_module
{
    [Fact]
    public async Task Its_flows_are_off_with_one_notice_and_an_upgrade_switches_them_on()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        var gate = desk.World.Services.GetRequiredService<CrmModuleGate>();
        await EditionAsync(desk, "standard");
        await gate.RefreshAsync(default);
        Assert.False(await gate.IsOpenAsync("Vendors", default));
        Assert.False(await gate.IsOpenAsync("Invoices", default));
        Assert.True(await gate.IsOpenAsync("Accounts", default));
        var notice = Assert.Single((await desk.ShownAsync()).GetProperty("facts").GetProperty("notices").EnumerateArray());
        Assert.Contains("Invoices, Vendors", notice.GetProperty("message").GetString(), StringComparison.Ordinal);
        await EditionAsync(desk, "professional");
        await desk.World.PassTimeAsync(TimeSpan.FromHours(1));
        Assert.True(await gate.IsOpenAsync("Vendors", default));
        Assert.True(await gate.IsOpenAsync("Invoices", default));
        Assert.Empty((await desk.ShownAsync()).GetProperty("facts").GetProperty("notices").EnumerateArray());
    }

    [Fact]
    public async Task A_module_that_is_followed_and_not_there_is_passed_over_until_it_comes()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false, new KeptChanges("Vendors"));
        var gate = desk.World.Services.GetRequiredService<CrmModuleGate>();
        await EditionAsync(desk, "standard");
        await gate.RefreshAsync(default);
        Assert.Equal(0, await desk.SweepAsync());
        await EditionAsync(desk, "enterprise");
        await gate.RefreshAsync(default);
        var id = await desk.WriteAsync(new { Vendor_Name = "V" }, "Vendors");
        Assert.Equal(1, await desk.SweepAsync());
        await desk.HeardAsync(id);
    }

    [Fact]
    public async Task The_edition_and_its_credits_are_shown()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        await desk.World.Services.GetRequiredService<CrmModuleGate>().RefreshAsync(default);
        var usage = (await desk.ShownAsync()).GetProperty("facts").GetProperty("usage");
        Assert.True(usage.GetProperty("creditsUsed").GetInt32() >= 2);
        Assert.NotEmpty(usage.GetProperty("edition").GetString()!);
    }

    private static Task EditionAsync(CrmDesk desk, string paidType) =>
        desk.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType });
}
