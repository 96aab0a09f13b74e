using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Stripe;

/// <summary>What a kind of refusal means. <see cref="Message"/> is null where Stripe's own text, masked, says it best.</summary>
internal sealed record StripeVerdict(FailureClass Class, string Cure, bool RetryNow = false, string? Message = null);
