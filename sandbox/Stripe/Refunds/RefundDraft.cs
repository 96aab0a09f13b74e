using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Refunds;

/// <summary>A refund that is asked for.</summary>
/// <param name="Amount">Minor units; null for all that is left.</param>
/// <param name="Reason">"duplicate", "fraudulent", "requested_by_customer", or null.</param>
/// <param name="Metadata">Keys and values, or null.</param>
/// <param name="Status">Status it is to begin with; null leaves it to the payment method.</param>
/// <param name="InstructionsEmail">Where a customer is told how to get the money, for methods that cannot send it back.</param>
internal sealed record RefundDraft(long? Amount, string? Reason, JsonNode? Metadata, string? Status = null, string? InstructionsEmail = null);
