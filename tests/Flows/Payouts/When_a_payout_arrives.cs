using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Payouts;

public sealed class When_a_payout_arrives
{
    [Fact]
    public async Task Every_line_finds_its_record_and_the_sum_is_what_reached_the_bank()
    {
        await using var world = await PaidOut.StartAsync();
        await world.SettledSaleAsync("WEB-1");
        await world.SettledSaleAsync("WEB-2");
        await world.BookAsync("stripe_fee", -250);
        await world.BookAsync("reserve_transaction", -1000);

        var payout = await world.PayOutAsync();
        var shown = await world.ReconciledAsync(payout);

        var (head, totals) = (shown.GetProperty("payout"), shown.GetProperty("payout").GetProperty("totals"));
        Assert.Equal("balanced", head.GetProperty("state").GetString());
        Assert.Equal(head.GetProperty("amount").GetInt64(), totals.GetProperty("net").GetInt64());
        Assert.Equal((19020L, -1000L), (Amount(totals, "gross"), Amount(totals, "reserves")));
        Assert.Equal((5, 2, 3, 0), (Count(totals, "lines"), Count(totals, "matched"), Count(totals, "explained"), Count(totals, "open")));
        Assert.All(shown.Lines()["charge"], line => Assert.StartsWith("zoho-inventory.payment/", line.GetProperty("records")[0].GetString()));
    }

    [Fact]
    public async Task It_waits_until_Stripe_knows_what_is_in_it()
    {
        await using var world = await PaidOut.StartAsync();
        await world.SettledSaleAsync();

        var payout = await world.PayOutAsync("paid");
        await world.RunAsync("payout-" + payout, "waiting");
        await world.EvolveAsync(payout, "reconciled");

        Assert.Equal("balanced", (await world.ReconciledAsync(payout)).GetProperty("payout").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Each_currency_is_a_payout_of_its_own()
    {
        await using var world = await PaidOut.StartAsync();
        await world.SettledSaleAsync("WEB-1");
        await world.SettledSaleAsync("WEB-2", "eur");

        var (pounds, euros) = (await world.PayOutAsync(), await world.PayOutAsync(currency: "eur"));

        foreach (var (payout, currency) in new[] { (pounds, "GBP"), (euros, "EUR") })
        {
            var head = (await world.ReconciledAsync(payout)).GetProperty("payout");
            Assert.Equal(("balanced", currency), (head.GetProperty("state").GetString(), head.GetProperty("currency").GetString()));
        }
    }

    [Fact]
    public async Task A_customer_payment_that_lacks_its_fee_gets_it()
    {
        await using var world = await PaidOut.StartAsync();
        await world.SettledSaleAsync();
        await world.ForgetFeeAsync();

        var payout = await world.PayOutAsync();
        var shown = await world.ReconciledAsync(payout);

        var fee = (await world.LedgerAsync()).Payments.Single().GetProperty("bank_charges").GetDecimal();
        Assert.Equal(-fee * 100, shown.GetProperty("payout").GetProperty("totals").GetProperty("fees").GetDecimal());
        Assert.Equal(1, shown.GetProperty("payout").GetProperty("deposits").GetInt32());
    }

    [Fact]
    public async Task The_entry_and_the_lines_are_files()
    {
        await using var world = await PaidOut.StartAsync();
        await world.SettledSaleAsync();
        await world.BookAsync("stripe_fee", -250);
        var payout = await world.PayOutAsync();
        await world.ReconciledAsync(payout);

        var entry = (await world.App.GetStringAsync($"/api/reconciliation/{payout}.csv")).Split("\r\n");
        var lines = (await world.App.GetStringAsync($"/api/reconciliation/{payout}.csv?lines=true")).Split("\r\n");

        Assert.Equal("date,payout,entry,account,for,debit,credit,currency", entry[0]);
        Assert.Contains(entry, line => line.EndsWith(",1100-00,sales,0.00,95.10,GBP"));
        Assert.Contains(lines, line => line.Contains(",stripe_fee,fee,explained,") && line.Contains("'=1+1"));
    }

    [Fact]
    public async Task One_made_by_hand_is_said_to_be_one()
    {
        await using var world = await PaidOut.StartAsync();
        await world.SettledSaleAsync();
        await world.BookAsync("topup", 5000);
        var made = await ByHandAsync(world, 2000);

        var head = (await world.ReconciledAsync(made)).GetProperty("payout");

        Assert.Equal(("manual", 0), (head.GetProperty("state").GetString(), head.GetProperty("totals").GetProperty("lines").GetInt32()));
        Assert.Contains("Stripe cannot say", head.GetProperty("note").GetString());
    }

    private static async Task<string> ByHandAsync(World world, long amount)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/payouts")
        {
            Content = new FormUrlEncodedContent([new("amount", $"{amount}"), new("currency", "gbp")]),
        };
        request.Headers.Add("Authorization", "Bearer sk_test_sandbox");
        var answer = await (await world.Sandbox.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
        var id = answer.GetProperty("id").GetString()!;
        await world.EvolveAsync(id, "paid");
        return id;
    }

    private static long Amount(JsonElement totals, string name) => totals.GetProperty(name).GetInt64();

    private static int Count(JsonElement totals, string name) => totals.GetProperty(name).GetInt32();
}
