using Isthmus.Cli.Replay.Planning;

namespace Isthmus.Cli.Replay.Playing;

/// <summary>An order that was paid.</summary>
/// <param name="Plan">What was ordered.</param>
/// <param name="PaymentIntent">Stripe's id: the key by which it is found in every system.</param>
/// <param name="Amount">What Stripe charged, in minor units.</param>
/// <param name="SentAt">When the customer paid.</param>
internal sealed record PaidOrder(PlannedOrder Plan, string PaymentIntent, long Amount, DateTimeOffset SentAt);
