using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Console;

public sealed class When_dead_letters_are_worked_off
{
    [BrowserFact]
    public async Task A_few_of_a_group_go_first_and_the_rest_follows_when_the_operator_has_seen_them_go_through()
    {
        await using var world = await World.StartAsync();
        var paid = await DeadAsync(world, 4);
        await using var browser = await Desk.SignedInAsync(world, "Ana");

        await browser.ClickAsync("a.tile.deadlettered");
        await browser.ClickAsync("#causes tbody th a");
        await browser.SeesAsync("#group .message", "4 records");
        await world.StockAsync("CUP-2");
        await browser.FillAsync("#group input[name=trial]", "2");
        await browser.ClickAsync("#trial");
        await browser.SeesAsync("#group .message", "2 records went through");
        Assert.Equal(2, (await world.GetAsync("/api/dead-letters")).GetProperty("items").GetArrayLength());
        await browser.ClickAsync("#rest");

        await browser.SeesAsync("#group .message", "all were resubmitted");
        foreach (var order in paid) await world.RunAsync(order.RunId, "done");
    }

    [BrowserFact]
    public async Task A_trial_that_fails_again_says_so_and_sends_no_more()
    {
        await using var world = await World.StartAsync();
        await DeadAsync(world, 3);
        await using var browser = await Desk.SignedInAsync(world, "Ana");
        await browser.GoAsync("#/dead-letters");

        await browser.ClickAsync("#causes tbody th a");
        await browser.FillAsync("#group input[name=trial]", "1");
        await browser.ClickAsync("#trial");

        await browser.SeesAsync("#group .failure", "1 of 1 on trial failed again; the rest was left alone.");
    }

    [BrowserFact]
    public async Task An_edited_copy_is_sent_after_its_difference_was_shown()
    {
        await using var world = await World.StartAsync();
        var paid = (await DeadAsync(world, 1))[0];
        await using var browser = await Desk.SignedInAsync(world, "Ana");
        await browser.GoAsync("#/dead-letters/" + paid.RunId);

        await browser.SeesAsync("#record dd", "***");
        await browser.SeesAsync("#record dd", "£95.10");
        await browser.ClickAsync("#edit");
        await browser.FillAsync("[name='lines.1.sku']", "BTL-1L");
        await browser.ClickAsync("#preview");
        await browser.SeesAsync("#difference tbody th", "lines[1].sku");
        await browser.SeesAsync("#difference del", "CUP-2");
        Assert.Equal(1, await browser.CountAsync("#difference tbody tr"));
        await browser.ClickAsync("#send");

        await browser.ClickAsync("#difference a");
        await browser.SeesAsync("h1 .badge", "done");
        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
        Assert.Equal("Ana Prado", Assert.Single((await world.LedgerAsync()).Contacts).GetProperty("contact_name").GetString());
    }

    [BrowserFact]
    public async Task An_entry_is_given_to_somebody_and_written_about()
    {
        await using var world = await World.StartAsync();
        var paid = (await DeadAsync(world, 1))[0];
        await using var browser = await Desk.SignedInAsync(world, "Ana");
        await browser.GoAsync("#/dead-letters/" + paid.RunId);

        await browser.FillAsync("#owner", "maria");
        await browser.ClickAsync("#assign");
        await browser.SeesAsync("#notice.good", "Given to maria");
        await browser.FillAsync("#text", "Asked the shop.");
        await browser.ClickAsync("#write");

        await browser.SeesAsync(".notes li", "Asked the shop.");
        await browser.GoAsync("#/dead-letters?owner=maria&text=cup-2");
        await browser.SeesAsync("#entries tbody td", "maria");
        await browser.GoAsync("#/dead-letters?text=cup-3");
        await browser.SeesAsync("#entries .empty", "No entry is like that.");
    }

    [BrowserFact]
    public async Task What_cannot_be_done_is_shown_with_the_reason()
    {
        await using var world = await World.StartAsync();
        var paid = await world.CheckoutAsync(
            Orders.With("lines", new[] { new { description = "Cup", quantity = 1, unitAmount = 500 } }));
        await world.RunAsync(paid.RunId, "deadLettered");
        await using var browser = await Desk.SignedInAsync(world, "Ana");

        await browser.GoAsync("#/dead-letters/" + paid.RunId);

        await browser.SeesAsync("#why-resubmit-step", "did not get past reading its record");
        Assert.Equal(1, await browser.CountAsync("#resubmit-step:disabled"));
        Assert.Equal(1, await browser.CountAsync("#resubmit:enabled"));
    }

    /// <summary>Orders that all miss one item.</summary>
    private static async Task<List<Checkout>> DeadAsync(World world, int count)
    {
        await world.StockAsync("BTL-1L");
        var paid = new List<Checkout>();
        for (var n = 1; n <= count; n++)
            paid.Add(await world.CheckoutAsync(count == 1 ? Orders.Simple() : Orders.Simple($"WEB-{n}", $"ana{n}@example.net", $"Ana {n}")));
        foreach (var order in paid) await world.RunAsync(order.RunId, "deadLettered");
        return paid;
    }
}
