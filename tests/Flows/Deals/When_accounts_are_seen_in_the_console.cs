using System.Net.Http.Json;
using Isthmus.Flows.Tests.Console;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_accounts_are_seen_in_the_console
{
    [BrowserFact]
    public async Task A_row_is_entered_and_shows_its_conflict()
    {
        await using var world = await World.StartAsync();
        var row = new { kind = "customer", account = "5900000000481002", code = "HARB01" };
        (await world.App.PutAsJsonAsync("/api/account-map", row)).EnsureSuccessStatusCode();
        await using var browser = await Desk.SignedInAsync(world, "Ana");

        await browser.GoAsync("#/accounts");
        await browser.SeesAsync("tbody th", "5900000000481002");
        await browser.FillAsync("#row input[name=account]", "5900000000481002");
        await browser.FillAsync("#row input[name=code]", "harb02");
        await browser.ClickAsync("#save");

        await browser.SeesAsync("tbody .badge", "The account is");
        Assert.Equal(2, await browser.CountAsync("tbody tr"));
    }
}
