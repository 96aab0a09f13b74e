using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.Stripe;

/// <summary>How to reach one Stripe account.</summary>
public sealed record StripeOptions : IConnectionOptions
{
    /// <summary>The id of the only Stripe connection.</summary>
    public const string Id = "stripe";

    /// <inheritdoc/>
    public string Connection => Id;

    /// <summary>Stripe's server. Default <c>https://api.stripe.com</c>; one host serves all regions, live and test.</summary>
    public Uri BaseAddress { get; init; } = new("https://api.stripe.com");

    /// <summary>Name of the secret that holds the secret or restricted key (sk_..., rk_...).</summary>
    public string ApiKeySecret { get; init; } = "stripe-api-key";

    /// <summary>
    /// The API version that is sent with every call and that webhook endpoints should have. Default <c>2026-07-29.dahlia</c>.
    /// </summary>
    public string ApiVersion { get; init; } = "2026-07-29.dahlia";

    /// <summary>True for real money. A key or an event of the other mode is refused. Default false.</summary>
    public bool LiveMode { get; init; }

    /// <summary>
    /// Names of the secrets that hold the endpoint's signing secrets (whsec_...): one, or two while one is being replaced.
    /// </summary>
    public IReadOnlyList<string> WebhookSecrets { get; init; } = [];

    /// <summary>How far a webhook's time stamp may be from now. Default 5 minutes.</summary>
    public TimeSpan WebhookTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The public address of this app's Stripe webhook, for the connection check; empty skips that step.</summary>
    public string WebhookAddress { get; init; } = "";

    /// <summary>
    /// Default: 20 calls a second, which leaves room below Stripe's 25 for each endpoint and for test accounts.
    /// </summary>
    public CallLimits Limits { get; init; } = new() { Calls = 20, Window = TimeSpan.FromSeconds(1), Concurrency = 10 };

    /// <inheritdoc/>
    public IReadOnlyList<OptionsProblem> Validate()
    {
        var problems = new OptionsProblems("")
            .Address(nameof(BaseAddress), BaseAddress)
            .Secret(nameof(ApiKeySecret), ApiKeySecret)
            .Unless(StripeVersion.IsValid(ApiVersion), nameof(ApiVersion), ApiVersion,
                "Give a version such as 2026-07-29.dahlia.")
            .Unless(WebhookSecrets.Count > 0, nameof(WebhookSecrets), "(none)",
                "Give the name of the secret that holds the endpoint's signing secret.")
            .Between(nameof(WebhookTolerance), WebhookTolerance, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
            .Under(nameof(Limits), Limits.Validate);
        for (var at = 0; at < WebhookSecrets.Count; at++) problems.Secret($"{nameof(WebhookSecrets)}:{at}", WebhookSecrets[at]);
        return problems.Found;
    }
}
