using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>/v1/balance_transactions and /v1/balance: money in the account's own currency.</summary>
internal sealed class BalanceTransactions(StripeAccount account)
{
    private const long SettlesAfter = 2 * 24 * 3600;

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape
    {
        { "currency", Take.Currency }, { "payout", Take.Id }, { "source", Take.Id }, { "type", Take.Text() }
    });

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/balance_transactions", ListShape, List),
        StripeOperation.Get("/v1/balance_transactions/{id}", Shapes.Read, call => Fresh(account.Records.Balance.Need(call))),
        StripeOperation.Get("/v1/balance", Shapes.Read, Balance)
    ];

    /// <summary>Books an amount (negative when money leaves) of the charge's currency.</summary>
    public JsonObject Add(string type, string source, long amount, string currency, bool withFee, string? description)
    {
        var settled = account.Settings.SettlementCurrency ?? currency;
        var rate = settled == currency ? (decimal?)null : account.Settings.Rates.GetValueOrDefault(currency, 1m);
        var gross = rate is null ? amount : Converted(amount, currency, settled, rate.Value);
        var fee = withFee ? Fee(gross) : 0;
        return account.Records.Balance.Add(new JsonObject
        {
            ["id"] = account.NewId("txn_3"), ["object"] = "balance_transaction", ["amount"] = gross,
            ["available_on"] = account.Now + SettlesAfter, ["balance_type"] = "payments", ["created"] = account.Now, ["currency"] = settled,
            ["description"] = description, ["exchange_rate"] = rate, ["fee"] = fee, ["fee_details"] = FeeDetails(fee, settled),
            ["net"] = gross - fee, ["reporting_category"] = type.Replace("payment_refund", "refund").Replace("payment", "charge"),
            ["source"] = source, ["status"] = "pending", ["type"] = type
        });
    }

    private static long Converted(long amount, string from, string to, decimal rate) =>
        (long)Math.Round(amount * rate * Scale(to) / Scale(from), MidpointRounding.AwayFromZero);

    private static decimal Scale(string currency) => Currencies.Decimals(currency) switch { 0 => 1, 3 => 1000, _ => 100 };

    // 1.5 % and 25 minor units, Stripe's European card price.
    private static long Fee(long gross) => Math.Min(gross, (long)Math.Round(gross * 0.015m, MidpointRounding.AwayFromZero) + 25);

    private static JsonArray FeeDetails(long fee, string currency) => fee == 0 ? [] :
    [
        new JsonObject
        {
            ["amount"] = fee, ["application"] = null, ["currency"] = currency, ["description"] = "Stripe processing fees", ["type"] = "stripe_fee"
        }
    ];

    private JsonObject Fresh(JsonObject transaction)
    {
        if (transaction["available_on"]!.Long() <= account.Now) transaction["status"] = "available";
        return transaction;
    }

    private RecordPage List(StripeCall call)
    {
        if (call.Text("payout") is { } payout) throw Refuse.NoSuch("payout", payout, "payout");
        var page = account.Records.Balance.Page(call, "/v1/balance_transactions", body =>
            (call.Text("type") is not { } type || body["type"]!.GetValue<string>() == type)
            && (call.Text("currency") is not { } currency || body["currency"]!.GetValue<string>() == currency), ("source", "source"));
        foreach (var transaction in page.Data) Fresh(transaction);
        return page;
    }

    private Answer Balance(StripeCall call)
    {
        var rows = account.Records.Balance.Oldest.Select(Fresh).ToList();
        return new JsonObject
        {
            ["object"] = "balance", ["available"] = Sums(rows, "available"), ["livemode"] = call.Livemode, ["pending"] = Sums(rows, "pending")
        };
    }

    private JsonArray Sums(List<JsonObject> rows, string status)
    {
        var sums = rows.Where(row => row["status"]!.GetValue<string>() == status)
            .GroupBy(row => row["currency"]!.GetValue<string>())
            .Select(group => Sum(group.Key, group.Sum(row => row["net"]!.Long()))).ToList();
        return sums.Count > 0 ? new JsonArray([.. sums]) : [Sum(account.Settings.SettlementCurrency ?? "gbp", 0)];
    }

    private static JsonObject Sum(string currency, long amount) => new()
    {
        ["amount"] = amount, ["currency"] = currency, ["source_types"] = new JsonObject { ["card"] = amount }
    };
}
