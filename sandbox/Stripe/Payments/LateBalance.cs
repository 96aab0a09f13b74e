using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>Gives charges their balance transaction some time after the payment, then announces it with charge.updated.</summary>
internal sealed class LateBalance(StripeAccount account, Journal journal)
{
    private readonly HashSet<string> silent = [];

    /// <summary>From now on nothing about this charge is delivered: its webhooks were asked to get lost.</summary>
    public void Silence(string charge) => silent.Add(charge);

    public void Settle(JsonObject charge)
    {
        if (account.Settings.BalanceDelaySeconds <= 0) Fill(charge, announce: false);
        else account.Agenda.In(account.Settings.BalanceDelaySeconds, _ => { if (Waits(charge)) Fill(charge, announce: true); });
    }

    /// <summary>After a restart: charges that still wait.</summary>
    public void Resume()
    {
        foreach (var charge in Waiting) Settle(charge);
    }

    /// <summary>Waits for nothing any more.</summary>
    public void FillAll()
    {
        foreach (var charge in Waiting) Fill(charge, announce: true);
    }

    private List<JsonObject> Waiting => account.Records.Charges.Oldest.Where(Waits).ToList();

    private void Fill(JsonObject charge, bool announce)
    {
        var id = charge["id"]!.GetValue<string>();
        var type = id.StartsWith("py_", StringComparison.Ordinal) ? "payment" : "charge";
        var transaction = journal.Book(new Booking(type, id, charge["amount_captured"]!.Long(), charge["currency"]!.GetValue<string>(),
            charge["livemode"]!.GetValue<bool>())
        {
            Description = charge["description"]?.GetValue<string>(), Fee = Fee.Processing, AvailableOn = journal.SettlesOn
        });
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
