using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Reconciliation;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.Payouts;

namespace Isthmus.Flows.Tests.Payouts;

public sealed class When_a_line_has_no_record
{
    [Fact]
    public async Task It_is_a_dead_letter_and_the_payout_still_balances()
    {
        await using var world = await PaidOut.StartAsync();
        await world.BookAsync("topup", 9000);
        var odd = await world.BookAsync("charge", 1234);

        var payout = await world.PayOutAsync();
        var head = (await world.ReconciledAsync(payout)).GetProperty("payout");

        Assert.Equal(("balanced", 1), (head.GetProperty("state").GetString(), head.GetProperty("totals").GetProperty("open").GetInt32()));
        var letter = await world.App.GetFromJsonAsync<JsonElement>($"/api/dead-letters/payline-{odd}");
        Assert.Equal(("finance", "source-missing"), (
            letter.GetProperty("owner").GetString(), letter.GetProperty("failure").GetProperty("code").GetString()));
        Assert.Contains("dashboard", letter.GetProperty("failure").GetProperty("cure").GetString());
    }

    [Fact]
    public async Task A_type_that_no_table_names_stays_open_and_says_where_to_name_it()
    {
        var line = new PayoutLine { Id = "txn_1", Currency = "GBP", Type = "something_new" };

        var matched = await new LineMatching(null!, null!, null!, null!, null!, null!, null!).MatchAsync(line);

        Assert.Equal((LineState.Open, "unknown-type"), (matched.State, matched.Code));
        Assert.Contains("balance-kinds.yaml", matched.Cure);
    }

    [Fact]
    public async Task A_charge_whose_order_comes_late_is_matched_when_the_entry_is_resubmitted()
    {
        await using var world = await World.StartAsync(("Isthmus:Payouts:SagePosting", "none"));
        await world.PostAsync("/_sandbox/settings", new { stripe = new { balanceDelaySeconds = 0 } });
        await world.StockAsync("BTL-1L");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");
        var payout = await world.PayOutAsync();
        var open = (await world.ReconciledAsync(payout)).Lines()["charge"].Single();
        Assert.Equal(("open", "payment-missing"), (open.GetProperty("state").GetString(), open.GetProperty("code").GetString()));

        await world.StockAsync("CUP-2");
        await ResubmitAsync(world, paid.RunId);
        await world.SettledAsync(paid);
        var line = "payline-" + open.GetProperty("id").GetString();
        await ResubmitAsync(world, line);
        await world.RunAsync(line, "done");

        var shown = await world.PayoutAsync(payout);
        Assert.Equal("matched", shown.Lines()["charge"].Single().GetProperty("state").GetString());
        Assert.Equal(0, shown.GetProperty("payout").GetProperty("totals").GetProperty("open").GetInt32());
        Assert.Empty((await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_charge_whose_order_is_still_under_way_waits_for_it()
    {
        await using var world = await PaidOut.StartAsync("none", ("Isthmus:OrderToCash:HoldAbove", "100"));
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");
        var payout = await world.PayOutAsync();
        var open = (await world.ReconciledAsync(payout)).Lines()["charge"].Single();
        var line = "payline-" + open.GetProperty("id").GetString();
        await world.RunAsync(line, "waiting");
        Assert.Equal("under-way", open.GetProperty("code").GetString());
        Assert.Empty((await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray());

        (await world.App.PostAsync($"/api/runs/{paid.RunId}/approve", null)).EnsureSuccessStatusCode();

        await world.RunAsync(line, "done");
        Assert.Equal("matched", (await world.PayoutAsync(payout)).Lines()["charge"].Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task One_that_waits_for_longer_than_a_day_is_left_open()
    {
        await using var world = await PaidOut.StartAsync("none", ("Isthmus:OrderToCash:HoldAbove", "100"));
        await world.RunAsync((await world.CheckoutAsync(Orders.Simple())).RunId, "held");
        var payout = await world.PayOutAsync();
        var line = "payline-" + (await world.ReconciledAsync(payout)).Lines()["charge"].Single().GetProperty("id").GetString();
        await world.RunAsync(line, "waiting");

        var passedAt = 0;
        var looks = 0;
        await Patience.UntilAsync<bool>(async () =>
        {
            var (state, steps) = await LooksAsync(world, line);
            if (state == "deadLettered") return true;
            // An hour that passed within a look is none that was waited for: after a while another one passes.
            if (state != "waiting" || (steps < passedAt + 2 && ++looks % 50 != 0)) return null;
            passedAt = steps;
            await world.PassTimeAsync(TimeSpan.FromHours(1));
            return null;
        });
    }

    [Fact]
    public async Task A_payment_that_a_person_recorded_in_Zoho_is_found_by_its_reference()
    {
        await using var world = await PaidOut.StartAsync();
        var paid = await world.SettledSaleAsync();
        await ForgetAsync(world, paid.PaymentIntent);

        var payout = await world.PayOutAsync();

        Assert.Equal("matched", (await world.ReconciledAsync(payout)).Lines()["charge"].Single().GetProperty("state").GetString());
    }

    /// <summary>Where the run stands, and how many steps it has taken.</summary>
    private static async Task<(string? State, int Steps)> LooksAsync(World world, string run)
    {
        var shown = await world.App.GetFromJsonAsync<JsonElement>("/api/runs/" + run);
        return (shown.GetProperty("run").GetProperty("state").GetString(), shown.GetProperty("steps").GetArrayLength());
    }

    private static async Task ResubmitAsync(World world, string run) =>
        (await world.App.PostAsync($"/api/dead-letters/{run}/resubmit", null)).EnsureSuccessStatusCode();

    private static async Task ForgetAsync(World world, string payment)
    {
        var tables = (Isthmus.Core.Tables.IsthmusTables)world.Services.GetService(typeof(Isthmus.Core.Tables.IsthmusTables))!;
        await tables.CrossReferences.DeleteEntityAsync(payment, "zoho-inventory.payment");
    }
}
