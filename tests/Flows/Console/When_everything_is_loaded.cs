using Isthmus.Flows.Tests.Loads;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Console;

public sealed class When_everything_is_loaded
{
    [BrowserFact]
    public async Task A_load_is_started_by_clicking_and_shows_its_end()
    {
        await using var world = await World.StartAsync();
        await new Loading(world).CustomersAsync(7);
        await using var browser = await Desk.SignedInAsync(world, "Ana");

        await browser.GoAsync("#/loads");
        await browser.SeesAsync(".empty", "Nothing was loaded yet.");
        await browser.RunAsync("document.querySelector('select[name=kind]').value = 'customers'");
        await browser.ClickAsync("#load");

        await browser.SeesAsync("tbody .badge", "done");
        await browser.SeesAsync("tbody .long", "7 read: 7 written, 0 unchanged, 0 skipped, 0 failed.");
        Assert.Equal(7, (await new Loading(world).ContactsAsync()).Count);
    }
}
