using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Refunds;

/// <summary>Before 2024-10-28.acacia Stripe told only of the charge that something of it was refunded.</summary>
public sealed class When_Stripe_speaks_an_old_version
{
    [Fact]
    public async Task Each_refund_of_the_charge_is_booked_once()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();
        await HearOnlyAsync(world, "2023-10-16");

        string[] refunds = [await world.RefundAsync(paid, 3333), await world.RefundAsync(paid, 700)];

        foreach (var refund in refunds) await world.RunAsync("refund-" + refund, "done");
        var charge = Desk.Text((await world.StripeRefundsAsync())[0], "charge");
        await world.RunAsync("refunds-of-" + charge, "ignored", "done");
        Assert.Equal([7.00m, 33.33m], (await world.LedgerAsync()).Zoho("creditnotes").Select(note => Desk.Amount(note, "total")).Order());
    }

    [Fact]
    public async Task A_newer_version_leaves_it_to_the_refunds_own_events()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();
        await HearOnlyAsync(world, "2024-10-28.acacia");

        var refund = await world.RefundAsync(paid, 700);

        await world.App.PostAsync("/api/connections/stripe/sweep", null);
        await world.RunAsync("refund-" + refund, "done");
        var charge = Desk.Text((await world.StripeRefundsAsync())[0], "charge");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.App.GetAsync("/api/runs/refunds-of-" + charge)).StatusCode);
    }

    /// <summary>Stripe sends only the charge's event from now on, in a version of its own.</summary>
    private static async Task HearOnlyAsync(World world, string version)
    {
        var secret = await new FileVault(world.Home).GetAsync("stripe-webhook");
        await world.PostAsync("/_sandbox/stripe/webhook-endpoints", new
        {
            url = new Uri(world.App.BaseAddress!, "/api/webhooks/stripe"), secret, enabledEvents = new[] { "charge.refunded" },
            apiVersion = version,
        });
    }
}
