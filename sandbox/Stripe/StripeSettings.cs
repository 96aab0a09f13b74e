using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Stripe;

/// <summary>Switches of the Stripe stand-in, read and set through /_sandbox/settings.</summary>
internal sealed class StripeSettings
{
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

    public void Change(JsonObject body)
    {
        body.AllowOnly("balanceDelaySeconds", "webhookRetrySeconds", "settlementCurrency", "rates", "rateLimit");
        BalanceDelaySeconds = body.Get("balanceDelaySeconds", BalanceDelaySeconds);
        WebhookRetrySeconds = body.Get("webhookRetrySeconds", WebhookRetrySeconds)!;
        SettlementCurrency = body.ContainsKey("settlementCurrency") ? body.Get<string>("settlementCurrency") : SettlementCurrency;
        RateLimit = body.Get("rateLimit", RateLimit);
        if (body.Get<Dictionary<string, string>>("rates") is { } rates)
            Rates = rates.ToDictionary(rate => rate.Key, rate => decimal.Parse(rate.Value, CultureInfo.InvariantCulture));
    }

    public JsonObject Show() => new()
    {
        ["balanceDelaySeconds"] = BalanceDelaySeconds,
        ["webhookRetrySeconds"] = new JsonArray([.. WebhookRetrySeconds.Select(seconds => JsonValue.Create(seconds))]),
        ["settlementCurrency"] = SettlementCurrency,
        ["rates"] = new JsonObject(Rates.Select(rate =>
            KeyValuePair.Create(rate.Key, (JsonNode?)rate.Value.ToString(CultureInfo.InvariantCulture)))),
        ["rateLimit"] = RateLimit
    };
}
