using System.Net;
using Isthmus.Flows.Tests.Disputes;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Cancellations;

public sealed class When_an_order_is_given_up
{
    [Fact]
    public async Task A_cancelled_payment_cancels_its_order_everywhere_and_our_own_void_is_no_news()
    {
        await using var world = await World.StartAsync();
        var payment = await world.AuthoriseAsync();
        var order = await world.EnterAsync(payment);

        await world.CancelPaymentAsync(payment);

        await world.RunAsync("cancel-" + payment, "done");
        var ledger = await world.LedgerAsync();
        Assert.Equal("void", ledger.ZohoStatus());
        Assert.Empty(ledger.SageOrders);
        Assert.Equal(["X"], ledger.SageHistory());
        await world.App.PostAsync("/api/connections/zoho-inventory/sweep", null);
        Assert.Equal(HttpStatusCode.NotFound, (await world.App.GetAsync("/api/runs/cancel-" + order)).StatusCode);
    }

    [Fact]
    public async Task An_order_that_a_person_voids_in_Zoho_is_cancelled_in_Sage()
    {
        await using var world = await World.StartAsync();
        var order = await world.EnterAsync(await world.AuthoriseAsync());

        await world.ByHandAsync("POST", $"/salesorders/{order}/status/void", new { });

        await world.RunAsync("cancel-" + order, "done");
        Assert.Equal(["X"], (await world.LedgerAsync()).SageHistory());
    }

    [Fact]
    public async Task An_order_that_a_person_deletes_in_Zoho_is_cancelled_in_Sage()
    {
        await using var world = await World.StartAsync();
        await world.PostAsync("/_sandbox/zoho-inventory/webhooks", new
        {
            url = new Uri(world.App.BaseAddress!, "/api/webhooks/zoho-inventory?rule=salesorder_deleted"), secret = "zohoSandboxToken123",
            rules = new[] { "salesorder.deleted" },
        });
        var order = await world.EnterAsync(await world.AuthoriseAsync());

        await world.ByHandAsync("DELETE", $"/salesorders/{order}", new { });

        await world.RunAsync("cancel-" + order, "done");
        Assert.Equal(["X"], (await world.LedgerAsync()).SageHistory());
    }

    [Fact]
    public async Task What_was_shipped_is_not_cancelled_and_a_person_is_told_why()
    {
        await using var world = await World.StartAsync();
        var payment = await world.AuthoriseAsync();
        var order = await world.EnterAsync(payment);
        await world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{order}/ship", new { });

        await world.CancelPaymentAsync(payment);

        await world.RunAsync("cancel-" + payment, "deadLettered");
        Assert.Equal("already-shipped", Assert.Single(await world.LettersAsync()).GetProperty("failure").GetProperty("code").GetString());
        var ledger = await world.LedgerAsync();
        Assert.NotEqual("void", ledger.ZohoStatus());
        Assert.Single(ledger.SageOrders);
    }

    [Fact]
    public async Task A_payment_that_never_had_an_order_cancels_nothing()
    {
        await using var world = await World.StartAsync();
        var payment = await world.AuthoriseAsync();

        await world.CancelPaymentAsync(payment);

        await world.RunAsync("cancel-" + payment, "ignored");
        await world.RunAsync("o2c-" + payment, "ignored");
    }
}
