using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>Gives charges their balance transaction some time after the payment, then announces it with charge.updated.</summary>
internal sealed class LateBalance(StripeAccount account, BalanceTransactions balance)
{
    private readonly HashSet<string> silent = [];

    /// <summary>From now on nothing about this charge is delivered: its webhooks were asked to get lost.</summary>
    public void Silence(string charge) => silent.Add(charge);

    public void Settle(JsonObject charge)
    {
        if (account.Settings.BalanceDelaySeconds <= 0) Fill(charge, announce: false);
        else _ = FillLaterAsync(charge);
    }

    /// <summary>After a restart: charges that still wait.</summary>
    public void Resume()
    {
        lock (account.Records.Gate)
            foreach (var charge in account.Records.Charges.Oldest.Where(Waits)) Settle(charge);
    }

    private async Task FillLaterAsync(JsonObject charge)
    {
        await Task.Delay(TimeSpan.FromSeconds(account.Settings.BalanceDelaySeconds), account.Services.Clock).ConfigureAwait(false);
        lock (account.Records.Gate)
            if (account.Records.Charges.Find(charge["id"]!.GetValue<string>()) == charge && Waits(charge)) Fill(charge, announce: true);
    }

    private void Fill(JsonObject charge, bool announce)
    {
        var id = charge["id"]!.GetValue<string>();
        var type = id.StartsWith("py_", StringComparison.Ordinal) ? "payment" : "charge";
        var transaction = balance.Add(type, id, charge["amount_captured"]!.Long(), charge["currency"]!.GetValue<string>(),
            withFee: true, charge["description"]?.GetValue<string>());
        charge["balance_transaction"] = transaction["id"]!.DeepClone();
        if (announce) Announce(charge, id);
    }

    private void Announce(JsonObject charge, string id)
    {
        var call = StripeCall.OfControl(charge["livemode"]!.GetValue<bool>());
        var previous = new JsonObject { ["balance_transaction"] = null };
        if (silent.Remove(id)) account.Events.EmitLost("charge.updated", charge, call, previous);
        else account.Events.Emit("charge.updated", charge, call, previous);
    }

    private static bool Waits(JsonObject charge) =>
        charge["balance_transaction"] is null && charge["status"]!.GetValue<string>() == "succeeded" && charge["captured"]!.GetValue<bool>();
}
