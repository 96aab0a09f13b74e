using Isthmus.Flows.Tests.Console;

namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_an_operator_watches_master_data
{
    [BrowserFact]
    public async Task The_page_says_what_would_change_and_has_a_flow_look()
    {
        await using var desk = await CrmDesk.StartAsync();
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", staff = 12 });
        await using var browser = await Desk.SignedInAsync(desk.World, "Ana");

        await browser.GoAsync("#/master-data");
        await browser.ClickAsync("#dry-test-parties");
        await browser.SeesAsync("[aria-live] p", "1 read: 1 written, 0 unchanged, 0 skipped, 0 failed.");
        Assert.Empty(await desk.InCrmAsync("Accounts"));

        desk.World.Clock.Advance(TimeSpan.FromSeconds(1));
        await browser.ClickAsync("#look-test-parties");
        await browser.SeesAsync("tbody .long", "1 read: 1 written, 0 unchanged, 0 skipped, 0 failed");
        Assert.Single(await desk.InCrmAsync("Accounts"));
    }
}
