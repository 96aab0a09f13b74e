using System.Net.Http.Json;
using System.Text.Json;
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
        await desk.EditionAsync("standard");
        await gate.RefreshAsync(default);
        Assert.False(await gate.IsOpenAsync("Vendors", default));
        Assert.False(await gate.IsOpenAsync("Invoices", default));
        Assert.True(await gate.IsOpenAsync("Accounts", default));
        var notice = Assert.Single((await desk.ShownAsync()).GetProperty("facts").GetProperty("notices").EnumerateArray());
        Assert.Contains("Invoices, Vendors", notice.GetProperty("message").GetString(), StringComparison.Ordinal);
        await desk.EditionAsync("professional");
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
        await desk.EditionAsync("standard");
        await gate.RefreshAsync(default);
        Assert.Equal(0, await desk.SweepAsync());
        await desk.EditionAsync("enterprise");
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

    [Fact]
    public async Task The_audit_says_when_it_went_and_when_it_came_back_each_once_over_restarts_too()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        foreach (var paidType in new[] { "standard", "standard", "professional" })
        {
            await desk.EditionAsync(paidType);
            await desk.World.CrashAndRestartAsync();
            var gate = desk.World.Services.GetRequiredService<CrmModuleGate>();
            await gate.RefreshAsync(default);
            Assert.Equal(paidType == "professional", await gate.IsOpenAsync("Vendors", default));
        }
        Assert.Equal(
            ["module opened: edition professional: the flows to it are on", "module closed: edition standard: the flows to it are off"],
            await SaidAsync(desk));
    }

    private static async Task<IEnumerable<string>> SaidAsync(CrmDesk desk) =>
        (await desk.World.App.GetFromJsonAsync<JsonElement>("/api/audit?limit=100")).GetProperty("items").EnumerateArray()
            .Where(entry => entry.GetProperty("subject").GetString() == "zoho-crm/Vendors")
            .Select(entry => $"{entry.GetProperty("action").GetString()}: {entry.GetProperty("outcome").GetString()}");
}
