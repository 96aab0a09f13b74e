using System.Text.Json;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Payouts;

/// <summary>Reads Stripe's balance transactions as lines.</summary>
public sealed class StripeLines(Mapper mapper)
{
    /// <summary>The line, still open.</summary>
    public PayoutLine Read(JsonElement transaction, StepNotes notes) =>
        mapper.Read<PayoutLine>("stripe-payout-line", transaction, notes);
}
