using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payouts;

/// <summary>What a new payout is made of.</summary>
/// <param name="Amount">Minor units; negative when the bank account is debited.</param>
/// <param name="Currency">The balance it is taken from.</param>
/// <param name="Livemode">The live or the test balance.</param>
/// <param name="Created">Unix second.</param>
internal sealed record PayoutDraft(long Amount, string Currency, bool Livemode, long Created)
{
    public bool Automatic { get; init; }
    public string Method { get; init; } = "standard";
    public string? Description { get; init; }
    public string? StatementDescriptor { get; init; }
    public string? Original { get; init; }
    public JsonNode? Metadata { get; init; }
}

/// <summary>The payout object, and the bank account that it goes to.</summary>
internal static class PayoutRecord
{
    private const long InstantTakes = 1800;

    public static JsonObject New(StripeAccount account, PayoutDraft draft) => new()
    {
        ["id"] = account.NewId("po_1"), ["object"] = "payout", ["amount"] = draft.Amount, ["application_fee"] = null,
        ["application_fee_amount"] = null, ["arrival_date"] = draft.Created + Takes(account, draft), ["automatic"] = draft.Automatic,
        ["balance_transaction"] = null, ["created"] = draft.Created, ["currency"] = draft.Currency,
        ["description"] = draft.Description ?? (draft.Automatic ? "STRIPE PAYOUT" : null), ["destination"] = BankAccount(account, draft.Currency),
        ["failure_balance_transaction"] = null, ["failure_code"] = null, ["failure_message"] = null, ["livemode"] = draft.Livemode,
        ["metadata"] = Patch.NewMetadata(draft.Metadata), ["method"] = draft.Method, ["original_payout"] = draft.Original,
        ["payout_method"] = null, ["reconciliation_status"] = draft.Automatic ? "in_progress" : "not_applicable", ["reversed_by"] = null,
        ["source_type"] = "card", ["statement_descriptor"] = draft.StatementDescriptor, ["status"] = "pending",
        ["trace_id"] = new JsonObject { ["status"] = "pending", ["value"] = null }, ["type"] = "bank_account"
    };

    private static long Takes(StripeAccount account, PayoutDraft draft) =>
        draft.Method == "instant" ? InstantTakes : account.Settings.PayoutArrivalSeconds;

    private static string BankAccount(StripeAccount account, string currency)
    {
        var known = account.Records.BankAccounts.Newest("currency", currency).Records;
        var bank = known.Count > 0 ? known[0].Body : account.Records.BankAccounts.Add(new JsonObject
        {
            ["id"] = account.NewId("ba_1"), ["object"] = "bank_account", ["account_holder_name"] = "Isthmus Sandbox",
            ["account_holder_type"] = "company", ["account_type"] = null, ["bank_name"] = "STRIPE TEST BANK", ["country"] = "GB",
            ["currency"] = currency, ["customer"] = null, ["fingerprint"] = account.NewId("", 16), ["last4"] = "6789",
            ["metadata"] = new JsonObject(), ["routing_number"] = "110000000", ["status"] = "new"
        });
        return bank["id"]!.GetValue<string>();
    }
}
