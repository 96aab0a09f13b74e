using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Stripe;

/// <summary>Switches of the Stripe stand-in, read and set through /_sandbox/settings.</summary>
internal sealed class StripeSettings
{
    private const long Day = 24 * 3600;

    /// <summary>Seconds until a charge has its balance transaction; 0 gives it at once.</summary>
    public double BalanceDelaySeconds { get; private set; } = 1;

    /// <summary>
    /// Seconds between attempts of a webhook. Stripe's own schedule is hours long; tests move the clock or shorten it.
    /// </summary>
    public IReadOnlyList<double> WebhookRetrySeconds { get; private set; } = [5, 30, 120, 600, 3600, 14400, 43200, 86400];

    /// <summary>Currency of the bank account; null settles each charge in its own currency.</summary>
    public string? SettlementCurrency { get; private set; }

    /// <summary>Units of the settlement currency for one unit of another, by currency code.</summary>
    public IReadOnlyDictionary<string, decimal> Rates { get; private set; } = new Dictionary<string, decimal>();

    public bool RateLimit { get; private set; }

    /// <summary>Seconds from a charge to its money being available; whole days count from midnight, UTC.</summary>
    public long SettlesAfterSeconds { get; private set; } = 2 * Day;

    /// <summary>"daily": what is available is paid out at midnight, UTC; "manual": only when asked.</summary>
    public string Payouts { get; private set; } = "daily";

    /// <summary>Seconds that a payout is pending before it is in transit.</summary>
    public long PayoutTransitSeconds { get; private set; } = 3600;

    /// <summary>Seconds from a payout's making to its arrival.</summary>
    public long PayoutArrivalSeconds { get; private set; } = 2 * Day;

    /// <summary>Seconds from an automatic payout's making until its transactions can be listed.</summary>
    public long ReconciliationDelaySeconds { get; private set; } = 4 * 3600;

    /// <summary>Status that new refunds have; null leaves it to the payment method, as Stripe does.</summary>
    public string? RefundStatus { get; private set; }

    /// <summary>Seconds until a pending refund succeeds, or one that is going to fail fails.</summary>
    public long RefundDelaySeconds { get; private set; } = 3 * Day;

    /// <summary>
    /// What becomes of a refund for which there is not enough money: "borrow" takes the balance below zero (the bank account
    /// covers it), "wait" leaves it pending for insufficient funds, "refuse" answers balance_insufficient.
    /// </summary>
    public string RefundFunding { get; private set; } = "borrow";

    /// <summary>Seconds until a new or changed object is found by search.</summary>
    public long SearchLagSeconds { get; private set; }

    public void Change(JsonObject body)
    {
        body.AllowOnly([.. Show().Select(setting => setting.Key)]);
        BalanceDelaySeconds = body.Get("balanceDelaySeconds", BalanceDelaySeconds);
        WebhookRetrySeconds = body.Get("webhookRetrySeconds", WebhookRetrySeconds)!;
        SettlementCurrency = body.ContainsKey("settlementCurrency") ? body.Get<string>("settlementCurrency") : SettlementCurrency;
        RateLimit = body.Get("rateLimit", RateLimit);
        if (body.Get<Dictionary<string, string>>("rates") is { } rates)
            Rates = rates.ToDictionary(rate => rate.Key, rate => decimal.Parse(rate.Value, CultureInfo.InvariantCulture));
        SettlesAfterSeconds = Natural(body, "settlesAfterSeconds", SettlesAfterSeconds);
        Payouts = Choice(body, "payouts", Payouts, "daily", "manual");
        PayoutTransitSeconds = Natural(body, "payoutTransitSeconds", PayoutTransitSeconds);
        PayoutArrivalSeconds = Natural(body, "payoutArrivalSeconds", PayoutArrivalSeconds);
        ReconciliationDelaySeconds = Natural(body, "reconciliationDelaySeconds", ReconciliationDelaySeconds);
        if (body.ContainsKey("refundStatus"))
            RefundStatus = body["refundStatus"] is null ? null : Choice(body, "refundStatus", "", "succeeded", "pending", "requires_action");
        RefundDelaySeconds = Natural(body, "refundDelaySeconds", RefundDelaySeconds);
        RefundFunding = Choice(body, "refundFunding", RefundFunding, "borrow", "wait", "refuse");
        SearchLagSeconds = Natural(body, "searchLagSeconds", SearchLagSeconds);
    }

    public JsonObject Show() => new()
    {
        ["balanceDelaySeconds"] = BalanceDelaySeconds,
        ["webhookRetrySeconds"] = new JsonArray([.. WebhookRetrySeconds.Select(seconds => JsonValue.Create(seconds))]),
        ["settlementCurrency"] = SettlementCurrency,
        ["rates"] = new JsonObject(Rates.Select(rate =>
            KeyValuePair.Create(rate.Key, (JsonNode?)rate.Value.ToString(CultureInfo.InvariantCulture)))),
        ["rateLimit"] = RateLimit, ["settlesAfterSeconds"] = SettlesAfterSeconds, ["payouts"] = Payouts,
        ["payoutTransitSeconds"] = PayoutTransitSeconds, ["payoutArrivalSeconds"] = PayoutArrivalSeconds,
        ["reconciliationDelaySeconds"] = ReconciliationDelaySeconds, ["refundStatus"] = RefundStatus,
        ["refundDelaySeconds"] = RefundDelaySeconds, ["refundFunding"] = RefundFunding, ["searchLagSeconds"] = SearchLagSeconds
    };

    private static long Natural(JsonObject body, string name, long now) => body.Get(name, now) is >= 0 and var seconds
        ? seconds
        : throw new ControlException($"'{name}' must not be negative.");

    private static string Choice(JsonObject body, string name, string now, params string[] choices)
    {
        var chosen = body.Get(name, now)!;
        return choices.Contains(chosen) ? chosen : throw new ControlException($"'{name}' is one of {string.Join(", ", choices)}, not '{chosen}'.");
    }
}
