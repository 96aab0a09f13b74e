using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Disputes;

/// <summary>Disputes from the cardholder's complaint to the bank's word: money goes, and comes back where they are won.</summary>
internal sealed class DisputeDesk(StripeAccount account, Journal journal)
{
    public JsonObject Open(JsonObject charge, DisputeDraft draft)
    {
        var held = charge["amount_captured"]!.Long() - charge["amount_refunded"]!.Long();
        var dispute = account.Records.Disputes.Add(DisputeRecord.New(account, charge, draft.Amount ?? held, draft));
        charge["disputed"] = true;
        Emit("created", dispute);
        if (draft is { Inquiry: false, Withdraw: true }) Withdraw(dispute);
        AwaitAnswer(dispute);
        return dispute;
    }

    /// <summary>The bank takes the money and its fee; an inquiry becomes a chargeback by that.</summary>
    public void Withdraw(JsonObject dispute)
    {
        if (IsWithdrawn(dispute)) return;
        if (Status(dispute).StartsWith("warning_", StringComparison.Ordinal))
            Update(dispute, new JsonObject { ["status"] = "needs_response", ["is_charge_refundable"] = false });
        Book(dispute, -dispute["amount"]!.Long(), Fee.Dispute, "dispute", "Chargeback withdrawal for");
        Emit("funds_withdrawn", dispute);
    }

    /// <summary>The money comes back; the fee does not.</summary>
    public void Reinstate(JsonObject dispute)
    {
        if (!IsWithdrawn(dispute)) return;
        Book(dispute, dispute["amount"]!.Long(), Fee.None, "dispute_reversal", "Chargeback reversal for");
        Emit("funds_reinstated", dispute);
    }

    /// <summary>Ends it as "won", "lost" or "warning_closed".</summary>
    public void Close(JsonObject dispute, string outcome, StripeCall? call = null)
    {
        if (outcome == "lost") Withdraw(dispute);
        dispute["status"] = outcome;
        dispute["is_charge_refundable"] = outcome == "warning_closed";
        if (outcome == "won") Reinstate(dispute);
        Emit("closed", dispute, call);
    }

    /// <summary>The cardholder has the money back: a question about it is settled.</summary>
    public void Satisfy(JsonObject charge)
    {
        foreach (var asked in account.Records.Disputes.Newest("charge", charge["id"]!.GetValue<string>()).Records)
            if (Status(asked.Body) is "warning_needs_response" or "warning_under_review") Close(asked.Body, "warning_closed");
    }

    public static void Submit(JsonObject dispute)
    {
        var details = dispute["evidence_details"]!;
        details["submission_count"] = details["submission_count"]!.Long() + 1;
        dispute["status"] = Status(dispute).StartsWith("warning_", StringComparison.Ordinal) ? "warning_under_review" : "under_review";
    }

    /// <summary>After a restart: disputes that nobody answered yet.</summary>
    public void Resume()
    {
        foreach (var dispute in account.Records.Disputes.Oldest.Where(NeedsAnswer)) AwaitAnswer(dispute);
    }

    public void Emit(string what, JsonObject dispute, StripeCall? call = null, JsonObject? previous = null) => account.Events.Emit(
        $"charge.dispute.{what}", dispute, call ?? StripeCall.OfControl(dispute["livemode"]!.GetValue<bool>()), previous);

    public static bool IsClosed(JsonObject dispute) => Status(dispute) is "won" or "lost" or "warning_closed" or "prevented";

    public static bool NeedsAnswer(JsonObject dispute) => Status(dispute) is "needs_response" or "warning_needs_response";

    private void AwaitAnswer(JsonObject dispute) => account.Agenda.At(dispute["evidence_details"]!["due_by"]!.Long(), _ =>
    {
        if (!NeedsAnswer(dispute)) return;
        dispute["evidence_details"]!["past_due"] = true;
        Close(dispute, Status(dispute) == "needs_response" ? "lost" : "warning_closed");
    });

    private void Update(JsonObject dispute, JsonObject changes) =>
        Emit("updated", dispute, previous: Patch.Apply(dispute, changes, "status", "is_charge_refundable"));

    private void Book(JsonObject dispute, long amount, Fee fee, string category, string words)
    {
        var transaction = journal.Book(new Booking("adjustment", dispute["id"]!.GetValue<string>(), amount,
            dispute["currency"]!.GetValue<string>(), dispute["livemode"]!.GetValue<bool>())
        {
            Fee = fee, Category = category, Description = $"{words} {dispute["charge"]}"
        });
        dispute["balance_transactions"]!.AsArray().Add(transaction.DeepClone());
    }

    private static bool IsWithdrawn(JsonObject dispute) => dispute["balance_transactions"]!.AsArray().Count == 1;

    private static string Status(JsonObject dispute) => dispute["status"]!.GetValue<string>();
}
