using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Tables;
using Isthmus.Flows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Refunds;

public sealed class When_money_is_given_back_in_Zoho
{
    [Fact]
    public async Task Each_recorded_refund_goes_back_through_Stripe_once_and_gets_its_id()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.SoldAsync();
        var note = await world.CreditAsync(30m);
        string[] records = [await world.RecordRefundAsync(note, 10m), await world.RecordRefundAsync(note, 5.55m)];

        foreach (var record in records) await world.RunAsync($"refund2stripe-{note}-{record}", "done");

        var made = await world.StripeRefundsAsync();
        Assert.Equal([555, 1000], made.Select(refund => refund.GetProperty("amount").GetInt64()).Order());
        var shown = (await world.LedgerAsync()).Zoho("creditnote_refunds");
        Assert.Equal(made.Select(refund => Desk.Text(refund, "id")).Order(), shown.Select(r => Desk.Text(r, "reference_number")).Order());
        Assert.Single((await world.LedgerAsync()).Zoho("creditnotes"));
    }

    [Fact]
    public async Task A_marked_credit_note_is_paid_back_whole()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.SoldAsync();
        var note = await world.CreditAsync(12.34m);
        await world.PostAsync($"/_sandbox/zoho-inventory/creditnotes/{note}/mark-for-refund", new { });

        await world.RunAsync("refund2stripe-" + note, "done");

        Assert.Equal(1234, Assert.Single(await world.StripeRefundsAsync()).GetProperty("amount").GetInt64());
        Assert.Equal("closed", Desk.Text(Assert.Single((await world.LedgerAsync()).Zoho("creditnotes")), "status"));
    }

    [Fact]
    public async Task An_approved_return_is_credited_and_paid_back()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.SoldAsync();
        var order = Desk.Text((await world.LedgerAsync()).SalesOrders[0], "salesorder_id");
        await world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{order}/ship", new { });
        await world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{order}/return", new { });
        var back = Desk.Text(Assert.Single((await world.LedgerAsync()).Zoho("salesreturns")), "salesreturn_id");

        await world.RunAsync("creditnote-return-" + back, "done");

        var note = Assert.Single((await world.LedgerAsync()).Zoho("creditnotes"));
        await world.RunAsync("refund2stripe-" + Desk.Text(note, "creditnote_id"), "done");
        Assert.Equal(9510, Assert.Single(await world.StripeRefundsAsync()).GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task What_was_paid_in_cash_is_left_alone()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.SoldAsync();
        var note = await world.CreditAsync(10m);
        await world.RecordRefundAsync(note, 10m, mode: "cash");

        await world.RunAsync("creditnote-" + note, "ignored");

        Assert.Empty(await world.StripeRefundsAsync());
    }

    [Fact]
    public async Task A_refund_that_fails_is_undone_in_Zoho_and_left_to_a_person()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.SoldAsync();
        var note = await world.CreditAsync(10m);
        var record = await world.RecordRefundAsync(note, 10m);
        var run = $"refund2stripe-{note}-{record}";
        await world.RunAsync(run, "done");

        await world.SettleRefundAsync(Desk.Text(Assert.Single(await world.StripeRefundsAsync()), "id"), succeed: false);

        await world.RunAsync(run, "deadLettered");
        Assert.Empty((await world.LedgerAsync()).Zoho("creditnote_refunds"));
    }

    [Fact]
    public async Task No_more_goes_back_than_is_left_of_the_payment()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();
        var first = await world.RefundAsync(paid, 9000);
        await world.RunAsync("refund-" + first, "done");
        var note = await world.CreditAsync(6m);
        var record = await world.RecordRefundAsync(note, 6m);

        var run = await world.RunAsync($"refund2stripe-{note}-{record}", "deadLettered");

        Assert.Contains("510 GBP", run.GetProperty("run").GetProperty("outcome").GetString());
        Assert.Single(await world.StripeRefundsAsync());
    }

    [Fact]
    public async Task Above_the_day_s_limit_a_person_is_asked()
    {
        await using var world = await World.StartAsync(
            ("Isthmus:Refunds:SagePosting", "none"), ("Isthmus:Refunds:HoldAboveADay:GBP", "1500"));
        await world.SoldAsync();
        var note = await world.CreditAsync(30m);
        var small = await world.RecordRefundAsync(note, 10m);
        await world.RunAsync($"refund2stripe-{note}-{small}", "done");
        var large = $"refund2stripe-{note}-{await world.RecordRefundAsync(note, 6m)}";
        await world.RunAsync(large, "held");

        (await world.App.PostAsync($"/api/runs/{large}/approve", null)).EnsureSuccessStatusCode();

        await world.RunAsync(large, "done");
        Assert.Equal(2, (await world.StripeRefundsAsync()).Count);
    }

    [Fact]
    public async Task A_rejected_refund_is_a_dead_letter_and_no_money_moves()
    {
        await using var world = await World.StartAsync(
            ("Isthmus:Refunds:SagePosting", "none"), ("Isthmus:Refunds:HoldAbove:GBP", "100"));
        await world.SoldAsync();
        var note = await world.CreditAsync(30m);
        var run = $"refund2stripe-{note}-{await world.RecordRefundAsync(note, 6m)}";
        await world.RunAsync(run, "held");

        (await world.App.PostAsJsonAsync($"/api/runs/{run}/reject", new { note = "no" })).EnsureSuccessStatusCode();

        await world.RunAsync(run, "deadLettered");
        Assert.Empty(await world.StripeRefundsAsync());
        using var letters = JsonDocument.Parse(await world.App.GetStringAsync("/api/dead-letters"));
        Assert.Equal("rejected", Assert.Single(letters.RootElement.GetProperty("items").EnumerateArray())
            .GetProperty("failure").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("drop-after")]
    [InlineData("status-after")]
    [InlineData("stored-error")]
    public async Task An_answer_that_goes_wrong_does_not_pay_twice(string kind)
    {
        await using var world = await World.StartAsync(
            ("Isthmus:Refunds:SagePosting", "none"), ("Isthmus:Connections:stripe:Limits:Retries", "0"));
        await world.SoldAsync();
        var note = await world.CreditAsync(10m);
        await world.FaultAsync(new { vendor = "stripe", match = "POST /v1/refunds", kind, status = 500, count = 1 });

        await world.RunAsync($"refund2stripe-{note}-{await world.RecordRefundAsync(note, 10m)}", "done");

        Assert.Single(await world.StripeRefundsAsync());
    }

    [Fact]
    public async Task A_refund_whose_record_was_lost_for_more_than_a_day_is_found_and_not_made_again()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.SoldAsync();
        var note = await world.CreditAsync(10m);
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "PUT /", kind = "status", status = 400 });
        var run = $"refund2stripe-{note}-{await world.RecordRefundAsync(note, 10m)}";
        await world.RunAsync(run, "deadLettered");
        var tables = world.Services.GetRequiredService<IsthmusTables>();
        await tables.CrossReferences.DeleteEntityAsync(run["refund2stripe-".Length..], "stripe.refund");
        await world.HealAsync();
        await world.PassTimeAsync(TimeSpan.FromHours(25));

        (await world.App.PostAsync($"/api/dead-letters/{run}/resubmit", null)).EnsureSuccessStatusCode();

        await world.RunAsync(run, "done");
        Assert.Single(await world.StripeRefundsAsync());
    }

    [Fact]
    public async Task Two_at_once_never_give_back_more_than_was_paid()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.SoldAsync();
        string[] notes = [await world.CreditAsync(60m), await world.CreditAsync(60m)];
        var records = await Task.WhenAll(notes.Select(note => world.RecordRefundAsync(note, 60m)));

        var ended = await Task.WhenAll(notes.Zip(records).Select(refund =>
            world.RunAsync($"refund2stripe-{refund.First}-{refund.Second}", "done", "deadLettered")));

        Assert.Equal(["deadLettered", "done"], ended.Select(run => run.GetProperty("run").GetProperty("state").GetString()).Order());
        Assert.Equal(6000, Assert.Single(await world.StripeRefundsAsync()).GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task A_refund_that_failed_goes_back_again_when_a_person_resubmits_it()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.SoldAsync();
        var note = await world.CreditAsync(12.34m);
        await world.PostAsync($"/_sandbox/zoho-inventory/creditnotes/{note}/mark-for-refund", new { });
        await world.RunAsync("refund2stripe-" + note, "done");
        await world.SettleRefundAsync(Desk.Text((await world.StripeRefundsAsync())[0], "id"), succeed: false);
        await world.RunAsync("refund2stripe-" + note, "deadLettered");

        (await world.App.PostAsync($"/api/dead-letters/refund2stripe-{note}/resubmit", null)).EnsureSuccessStatusCode();

        await world.RunAsync("refund2stripe-" + note, "done");
        Assert.Equal(["failed", "succeeded"], (await world.StripeRefundsAsync()).Select(refund => Desk.Text(refund, "status")));
        Assert.Equal("closed", Desk.Text(Assert.Single((await world.LedgerAsync()).Zoho("creditnotes")), "status"));
    }
}
