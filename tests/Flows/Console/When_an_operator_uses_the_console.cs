using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Console;

public sealed class When_an_operator_uses_the_console
{
    [BrowserFact]
    public async Task A_held_order_is_approved_by_clicking()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");
        await using var browser = await Desk.SignedInAsync(world, "Ana <b>x</b>");

        await browser.ClickAsync("a.tile.held");
        await browser.SeesAsync("caption", "held");
        await browser.ClickAsync("tbody th a");
        await browser.FillAsync("#note", "called the customer");
        await browser.ClickAsync("#approve");

        await browser.SeesAsync("#notice.good", "Approved");
        await browser.SeesAsync("h1 .badge", "done");
        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
        await browser.GoAsync("#/audit");
        await browser.SeesAsync("tbody td", "operator:Ana <b>x</b>");
        Assert.Equal(0, await browser.CountAsync("b"));
    }

    [BrowserFact]
    public async Task HTML_in_a_record_stays_text()
    {
        await using var world = await World.StartAsync();
        var paid = await world.CheckoutAsync(
            Orders.With("lines", new[] { new { sku = "<b>x</b>", description = "Cup", quantity = 1, unitAmount = 500 } }));
        await world.RunAsync(paid.RunId, "deadLettered");
        await using var browser = await Desk.SignedInAsync(world, "Ana");

        await browser.GoAsync("#/dead-letters");
        await browser.SeesAsync("tbody td", "SKU '<b>x</b>'");
        await browser.ClickAsync("#entries tbody th a");
        await browser.SeesAsync(".message", "SKU '<b>x</b>'");
        await browser.SeesAsync(".cure", "Create the item in Zoho");

        Assert.Equal(0, await browser.CountAsync("b"));
    }

    [BrowserFact]
    public async Task A_dead_letter_is_resubmitted_after_its_cure()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");
        await using var browser = await Desk.SignedInAsync(world, "Ana");
        await browser.GoAsync("#/dead-letters/" + paid.RunId);
        await browser.SeesAsync(".message", "CUP-2");

        await world.StockAsync("CUP-2");
        await browser.ClickAsync("#resubmit");

        await browser.SeesAsync("#notice.good", "Resubmitted");
        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }

    [BrowserFact]
    public async Task A_dead_letter_is_closed_only_after_a_question()
    {
        await using var world = await World.StartAsync();
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");
        await using var browser = await Desk.SignedInAsync(world, "Ana");
        await browser.GoAsync("#/dead-letters/" + paid.RunId);

        await browser.ClickAsync("#close");
        await browser.ClickAsync("dialog[open] button.quiet");
        Assert.True((await world.App.GetAsync("/api/dead-letters/" + paid.RunId)).IsSuccessStatusCode);
        await browser.ClickAsync("#close");
        await browser.ClickAsync("dialog[open] button.danger");

        await browser.SeesAsync("#notice.good", "Closed");
        await browser.GoAsync("#/dead-letters");
        await browser.SeesAsync(".empty", "Nothing waits here");
    }

    [BrowserFact]
    public async Task The_API_says_in_its_own_words_what_it_refuses()
    {
        await using var world = await World.StartAsync();
        await using var browser = await Browser.OpenAsync(Desk.Page(world));

        await Desk.SignInAsync(browser, "Ana", "wrong");
        await browser.SeesAsync("#notice.bad", "The function key is not accepted.");
        await Desk.SignInAsync(browser, "Ana", Keys.FunctionKey(world.Home));
        await browser.SeesAsync("h1", "Overview");
        await browser.GoAsync("#/connections");
        await browser.ClickAsync("[aria-label='Sweep sage-100 now']");

        await browser.SeesAsync("#notice.bad", "There is no connection with a sweep 'sage-100'.");
    }

    [BrowserFact]
    public async Task A_payment_s_runs_are_found_by_its_number()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        var wanted = await world.CheckoutAsync(Orders.Simple());
        var other = await world.CheckoutAsync(Orders.Simple("WEB-2"));
        await world.RunAsync(wanted.RunId, "held");
        await world.RunAsync(other.RunId, "held");
        await using var browser = await Desk.SignedInAsync(world, "Ana");

        await browser.GoAsync("#/runs");
        await browser.FillAsync("input[type=search]", wanted.PaymentIntent);
        await browser.ClickAsync("#find");

        await browser.SeesAsync("caption", "Runs of " + wanted.PaymentIntent);
        await browser.SeesAsync("tbody th", wanted.PaymentIntent);
        Assert.Equal(1, await browser.CountAsync("tbody tr"));
    }

    [BrowserFact]
    public async Task A_connection_is_paused_and_resumed_by_clicking()
    {
        await using var world = await World.StartAsync();
        await using var browser = await Desk.SignedInAsync(world, "Ana");
        await browser.GoAsync("#/connections");

        await browser.SeesAsync("[aria-label='sage-100'] .badge", "flowing");
        await browser.SeesAsync("#why-resume-sage-100", "It is not paused.");
        await browser.FillAsync("[name='note-sage-100']", "month end");
        await browser.ClickAsync("#pause-sage-100");
        await browser.SeesAsync("[aria-label='sage-100'] .badge", "paused");
        await browser.SeesAsync("[aria-label='sage-100'] dd", "month end");
        await browser.GoAsync("#/");
        await browser.SeesAsync("a.tile.held", "sage-100");
        await browser.GoAsync("#/connections");
        await browser.ClickAsync("#resume-sage-100");

        await browser.SeesAsync("[aria-label='sage-100'] .badge", "flowing");
    }
}
