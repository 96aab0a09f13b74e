using Isthmus.Flows.Tests.Cancellations;
using Isthmus.Flows.Tests.Disputes;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Payouts;
using Isthmus.Flows.Tests.Support;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Flows.Tests.Histories;

/// <summary>Plays the flows and keeps their histories, of the version that host.json has, with ISTHMUS_RECORD=1.</summary>
public sealed class When_histories_are_recorded
{
    private static readonly bool Wanted = Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1";

    [Fact]
    public async Task An_order_goes_all_the_way_and_is_shipped()
    {
        await using var world = await StartAsync();
        var paid = await world.CheckoutAsync(Orders.Simple());
        var order = (await world.SettledAsync(paid)).SalesOrders[0].GetProperty("salesorder_id").GetString();
        await KeepEndedAsync(world, "order-to-cash.paid", paid.RunId);
        await KeepEndedAsync(world, "sales-order-to-sage.handed-on", "so2sage-" + order);

        await world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{order}/ship", new { });
        await world.RunAsync("ship2sage-" + order, "done");
        await KeepEndedAsync(world, "shipment-to-sage.shipped", "ship2sage-" + order);
    }

    [Fact]
    public async Task An_order_is_held_and_approved()
    {
        await using var world = await StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");
        await KeepAsync(world, "order-to-cash.held", paid.RunId);

        (await world.App.PostAsync($"/api/runs/{paid.RunId}/approve", null)).EnsureSuccessStatusCode();
        await world.SettledAsync(paid);
        await KeepEndedAsync(world, "order-to-cash.approved", paid.RunId);
    }

    [Fact]
    public async Task An_order_waits_for_its_money()
    {
        await using var world = await StartAsync();
        var paid = await world.CheckoutAsync(Orders.With("method", "delayed"));
        await world.RunAsync(paid.RunId, "waiting");
        await KeepAsync(world, "order-to-cash.waiting", paid.RunId);
    }

    [Fact]
    public async Task A_step_is_tried_again()
    {
        await using var world = await StartAsync(("Isthmus:Connections:zoho-inventory:Limits:Retries", "0"));
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "/status/confirmed", kind = "status", status = 503, count = 2 });
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.SettledAsync(paid);
        await KeepEndedAsync(world, "order-to-cash.tried-again", paid.RunId);
    }

    [Fact]
    public async Task An_order_waits_for_a_paused_connection()
    {
        await using var world = await StartAsync();
        (await world.App.PostAsync("/api/connections/zoho-inventory/pause", null)).EnsureSuccessStatusCode();
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "waiting");
        await KeepAsync(world, "order-to-cash.paused", paid.RunId);
        await KeepAsync(world, "paused-connection.held", "paused-zoho-inventory");

        (await world.App.PostAsync("/api/connections/zoho-inventory/resume", null)).EnsureSuccessStatusCode();
        await world.SettledAsync(paid);
        await KeepEndedAsync(world, "order-to-cash.resumed", paid.RunId);
        await KeepEndedAsync(world, "paused-connection.resumed", "paused-zoho-inventory");
    }

    [Fact]
    public async Task A_group_of_dead_letters_is_resubmitted()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");
        await world.StockAsync("CUP-2");
        var cause = Uri.EscapeDataString("zoho-inventory:CreateSalesOrder:item-missing");
        var answer = await world.App.PostAsync("/api/dead-letters/groups/resubmit?trial=1&cause=" + cause, null);
        await KeepEndedAsync(world, "resubmit-group.cured", answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    [Fact]
    public async Task A_refund_of_Stripe_is_booked()
    {
        await using var world = await World.StartAsync();
        var refund = await world.RefundAsync(await world.SoldAsync(), 3333);
        await world.RunAsync("refund-" + refund, "done");
        await KeepEndedAsync(world, "refund.booked", "refund-" + refund);
        var note = (await world.LedgerAsync()).Zoho("creditnotes").Single().GetProperty("creditnote_id").GetString();
        await KeepEndedAsync(world, "credit-note-to-sage.credited", "cn2sage-" + note);
        var charge = (await world.StripeRefundsAsync())[0].GetProperty("charge").GetString()!;
        await world.Parts.Engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "RefundsOfCharge", charge, new StartOrchestrationOptions("refunds-of-" + charge));
        await KeepEndedAsync(world, "refunds-of-charge.listed", "refunds-of-" + charge);
    }

    [Fact]
    public async Task A_refund_of_Stripe_waits_and_is_sent_back()
    {
        await using var world = await World.StartAsync();
        var refund = await world.RefundAsync(await world.SoldAsync(), 500, status: "pending");
        await world.RunAsync("refund-" + refund, "waiting");
        await KeepAsync(world, "refund.waiting", "refund-" + refund);
        await world.SettleRefundAsync(refund, succeed: true);
        await KeepEndedAsync(world, "refund.waited", "refund-" + refund);
        await world.SettleRefundAsync(refund, succeed: false);
        await world.RunAsync("refund-" + refund, "deadLettered");
        await KeepEndedAsync(world, "refund.sent-back", "refund-" + refund);
    }

    [Fact]
    public async Task A_refund_of_Zoho_is_paid_held_and_sent_back()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:HoldAbove:GBP", "1000"));
        await world.SoldAsync();
        var note = await world.CreditAsync(30m);
        var small = $"refund2stripe-{note}-{await world.RecordRefundAsync(note, 5m)}";
        await world.RunAsync(small, "done");
        await KeepEndedAsync(world, "credit-note.looked-at", "creditnote-" + note);
        await KeepEndedAsync(world, "refund-to-stripe.paid", small);
        var large = $"refund2stripe-{note}-{await world.RecordRefundAsync(note, 20m)}";
        await world.RunAsync(large, "held");
        await KeepAsync(world, "refund-to-stripe.held", large);
        (await world.App.PostAsync($"/api/runs/{large}/approve", null)).EnsureSuccessStatusCode();
        await KeepEndedAsync(world, "refund-to-stripe.approved", large);
        await world.SettleRefundAsync((await world.StripeRefundsAsync())[0].GetProperty("id").GetString()!, succeed: false);
        await world.RunAsync(small, "deadLettered");
        await KeepEndedAsync(world, "refund-to-stripe.sent-back", small);
    }

    [Fact]
    public async Task A_payout_is_reconciled_and_fails_and_its_day_is_proved()
    {
        await using var world = await PaidOut.StartAsync("journal", ("Isthmus:OrderToCash:HoldAbove", "5000"));
        var odd = await world.BookAsync("charge", 1234);
        var held = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(held.RunId, "held");
        var payout = await world.PayOutAsync("paid");
        await world.RunAsync("payout-" + payout, "waiting");
        await world.EvolveAsync(payout, "reconciled");
        await world.ReconciledAsync(payout);
        await KeepEndedAsync(world, "payout-reconciliation.waited", "payout-" + payout);

        (await world.App.PostAsync($"/api/dead-letters/payline-{odd}/resubmit", null)).EnsureSuccessStatusCode();
        await KeepEndedAsync(world, "payout-line.open", "payline-" + odd);

        await world.EvolveAsync(payout, "failed");
        await world.RunAsync("payout-back-" + payout, "done");
        await KeepEndedAsync(world, "payout-reversal.failed", "payout-back-" + payout);

        var (proof, line) = ($"proof-{world.Clock.GetUtcNow():yyyyMMdd}", await HeldLineAsync(world, payout));
        (await world.App.PostAsync("/api/reconciliation/proofs", null)).EnsureSuccessStatusCode();
        await world.RunAsync(proof, "waiting");
        await KeepAsync(world, "daily-proof.waiting", proof);
        await world.RunAsync(line, "waiting");
        await KeepAsync(world, "payout-line.waiting", line);
        (await world.App.PostAsync($"/api/runs/{held.RunId}/approve", null)).EnsureSuccessStatusCode();
        await world.SettledAsync(held);
        await KeepEndedAsync(world, "payout-line.waited", line);
        (await world.App.PostAsync("/api/reconciliation/proofs", null)).EnsureSuccessStatusCode();
        await world.RunAsync(proof, "done");
        await KeepEndedAsync(world, "daily-proof.waited", proof);
    }

    [Fact]
    public async Task A_dispute_is_lost_and_credited()
    {
        await using var world = await World.StartAsync(("Isthmus:Disputes:OnLost", "creditNote"), ("Isthmus:Disputes:SagePosting", "journal"));
        var dispute = await world.DisputeAsync(await world.SoldAsync());
        await world.RunAsync(dispute.Run, "waiting");
        await KeepAsync(world, "dispute.open", dispute.Run);
        await world.DecideAsync(dispute, "lost");
        await world.RunAsync(dispute.Run, "done");
        await KeepEndedAsync(world, "dispute.credited", dispute.Run);
    }

    [Fact]
    public async Task An_order_is_given_up()
    {
        await using var world = await World.StartAsync();
        var payment = await world.AuthoriseAsync();
        await world.EnterAsync(payment);
        await world.CancelPaymentAsync(payment);
        await world.RunAsync("cancel-" + payment, "done");
        await KeepEndedAsync(world, "cancellation.cancelled", "cancel-" + payment);
    }

    private static async Task<string> HeldLineAsync(World world, string payout) => "payline-" + (await world.PayoutAsync(payout)).Lines()["charge"]
        .Single(charge => charge.GetProperty("code").GetString() == "under-way").GetProperty("id").GetString();

    private static async Task<World> StartAsync(params (string, string)[] settings)
    {
        var world = await World.StartAsync(settings);
        await world.StockAsync("BTL-1L", "CUP-2");
        return world;
    }

    private static async Task KeepEndedAsync(World world, string name, string instance)
    {
        await world.OverAsync(instance);
        var ended = await world.Parts.Engine.Client.GetInstanceAsync(instance);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended!.RuntimeStatus);
        await KeepAsync(world, name, instance);
    }

    private static Task KeepAsync(World world, string name, string instance) =>
        Wanted ? KeptHistory.KeepAsync(name, world.Parts.Engine.Client, instance) : Task.CompletedTask;
}
