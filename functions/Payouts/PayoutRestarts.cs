using System.Globalization;
using System.Text.Json;
using Isthmus.Core.DeadLetters;
using Isthmus.Functions.DeadLetters;

namespace Isthmus.Functions.Payouts;

/// <summary>How the flows of payouts are started again; each reads everything afresh.</summary>
internal static class PayoutRestarts
{
    /// <summary>The start of the entry's flow; null for a flow of another kind.</summary>
    public static FlowRestart? FromStart(DeadLetter letter) => letter.Flow switch
    {
        PayoutReconciliationOrchestration.Flow => new(nameof(PayoutReconciliationOrchestration.ReconcilePayout), new PayoutInput(letter.Key)),
        PayoutReversalOrchestration.Flow => new(nameof(PayoutReversalOrchestration.ReversePayout), new PayoutInput(letter.Key)),
        PayoutLineOrchestration.Flow when letter.Resume is { } resume =>
            new(nameof(PayoutLineOrchestration.MatchLineAgain), JsonSerializer.Deserialize<PayoutLineInput>(resume)!),
        DailyProofOrchestration.Flow => new(
            nameof(DailyProofOrchestration.ProveOneDay),
            new ProofInput(DateOnly.ParseExact(letter.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture))),
        _ => null,
    };
}
