using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>/v1/balance_transactions and /v1/balance: money in the account's own currency.</summary>
internal sealed class BalanceOperations(StripeAccount account, Funds funds)
{
    private const string Url = "/v1/balance_transactions";

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape
    {
        { "currency", Take.Currency }, { "payout", Take.Id }, { "source", Take.Id }, { "type", Take.Text() }
    });

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get(Url, ListShape, List),
        StripeOperation.Get(Url + "/{id}", Shapes.Read, Need),
        StripeOperation.Get("/v1/balance", Shapes.Read, call => funds.Show(call.Livemode))
    ];

    private StripeRecords Records => account.Records;

    private Answer Need(StripeCall call) => Records.Balance.Need(call) is var found && Funds.IsLive(found) == call.Livemode
        ? found
        : throw Refuse.Missing("balance_transaction", call.Id);

    private RecordPage List(StripeCall call) => call.Text("payout") is { } payout
        ? OfPayout(call, payout)
        : Records.Balance.Page(call, Url, body => Fits(call, body), ("type", "type"), ("source", "source"));

    /// <summary>A payout's transactions are found by the payout, whatever else there is.</summary>
    private RecordPage OfPayout(StripeCall call, string id)
    {
        var payout = Records.Payouts.Need(call, id, "payout");
        if (!payout["automatic"]!.GetValue<bool>())
            throw Refuse.Bad("Balance transaction history can only be filtered on automatic transfers, not manual.", param: "payout");
        if (payout["reconciliation_status"]!.GetValue<string>() != "completed")
            throw Refuse.Bad($"The balance transactions of payout {id} are not available yet: its reconciliation is in progress.",
                "payout_reconciliation_not_ready", "payout");
        var created = CreatedFilter.Of(call.Parameters["created"]);
        var page = RecordPage.Cut(Url, Records.PaidOut, Records.PaidOut.Newest("payout", id), call.Parameters, line =>
            Transaction(line) is var body && Fits(call, body) && created?.Invoke(body) != false
            && Matches(call, body, "type") && Matches(call, body, "source"));
        return page with { Data = [.. page.Data.Select(Transaction)] };
    }

    private JsonObject Transaction(JsonObject line) => Records.Balance.Find(line["id"]!.GetValue<string>())!;

    private static bool Fits(StripeCall call, JsonObject body) => Funds.IsLive(body) == call.Livemode && Matches(call, body, "currency");

    private static bool Matches(StripeCall call, JsonObject body, string name) =>
        call.Text(name) is not { } wanted || body[name]?.GetValue<string>() == wanted;
}
