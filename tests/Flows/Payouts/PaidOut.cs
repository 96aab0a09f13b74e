using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Flows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Payouts;

/// <summary>What a merchant and a bank do with payouts, and what the app says of them.</summary>
internal static class PaidOut
{
    /// <summary>A world whose charges are in Stripe's balance at once.</summary>
    /// <param name="posting">How payouts are posted to Sage.</param>
    /// <param name="settings">Further settings.</param>
    public static async Task<World> StartAsync(string posting = "none", params (string, string)[] settings)
    {
        var world = await World.StartAsync([("Isthmus:Payouts:SagePosting", posting), .. settings]);
        await world.PrepareAsync();
        return world;
    }

    /// <summary>Charges that are in Stripe's balance at once, and something to sell.</summary>
    public static async Task PrepareAsync(this World world)
    {
        await world.PostAsync("/_sandbox/settings", new { stripe = new { balanceDelaySeconds = 0 } });
        await world.StockAsync("BTL-1L", "CUP-2");
    }

    /// <summary>Sage's entries of a payout and of its reversal.</summary>
    public static async Task<IReadOnlyList<JsonElement>> EntriesAsync(this World world, string sageObject, string payout)
    {
        var rows = new List<JsonElement>();
        await foreach (var row in world.Services.GetRequiredService<SageAgentClient>().QueryAsync(sageObject))
            if (row.GetProperty("UDF_EXTERNAL_ID").GetString()!.StartsWith("stripe:" + payout, StringComparison.Ordinal)) rows.Add(row);
        return rows;
    }

    /// <summary>Takes the fee off the only customer payment, as if it had not been known when the order came.</summary>
    public static async Task ForgetFeeAsync(this World world)
    {
        var payment = (await world.LedgerAsync()).Payments.Single().GetProperty("payment_id").GetString()!;
        var body = JsonSerializer.SerializeToUtf8Bytes(new { bank_charges = 0 });
        await world.Services.GetRequiredService<ZohoInventoryClient>().UpdatePaymentAsync(payment, body);
    }

    /// <summary>Pays out everything in a currency, as far as is said: in_transit, paid, reconciled.</summary>
    public static async Task<string> PayOutAsync(this World world, string to = "reconciled", string currency = "gbp")
    {
        var answer = await world.ControlAsync("/_sandbox/stripe/payouts", new { currency, to });
        return answer.GetProperty("payouts").EnumerateArray().Single().GetProperty("payout").GetString()!;
    }

    /// <summary>Takes a payout on: paid, reconciled, failed.</summary>
    public static Task EvolveAsync(this World world, string payout, string to) =>
        world.ControlAsync($"/_sandbox/stripe/payouts/{payout}/evolve", new { to });

    /// <summary>Money that moves on its own.</summary>
    public static async Task<string> BookAsync(this World world, string type, long amount, string currency = "gbp") =>
        (await world.ControlAsync("/_sandbox/stripe/balance-transactions", new { type, amount, currency, description = "=1+1" }))
            .GetProperty("id").GetString()!;

    /// <summary>Waits until the payout is reconciled; answers with how it stands.</summary>
    public static async Task<JsonElement> ReconciledAsync(this World world, string payout, string state = "done")
    {
        await world.RunAsync("payout-" + payout, state);
        return await world.PayoutAsync(payout);
    }

    /// <summary>The payout as operators see it, with its first lines.</summary>
    public static Task<JsonElement> PayoutAsync(this World world, string payout) =>
        world.App.GetFromJsonAsync<JsonElement>($"/api/reconciliation/{payout}?limit=500");

    /// <summary>The lines of a payout by what they are.</summary>
    public static ILookup<string, JsonElement> Lines(this JsonElement shown) => shown.GetProperty("lines").GetProperty("items").EnumerateArray()
        .ToLookup(line => line.GetProperty("kind").ToString());

    public static async Task<JsonElement> ControlAsync(this World world, string path, object body)
    {
        var answer = await world.Sandbox.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(text) : throw new InvalidOperationException($"{path}: {text}");
    }

    /// <summary>A settled order, in a currency.</summary>
    public static async Task<Checkout> SettledSaleAsync(this World world, string id = "WEB-1", string currency = "gbp")
    {
        var paid = await world.CheckoutAsync(Orders.Simple(id, currency: currency));
        await world.SettledAsync(paid);
        return paid;
    }
}
