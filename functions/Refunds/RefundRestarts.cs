using System.Text.Json;
using Isthmus.Core.DeadLetters;
using Isthmus.Functions.DeadLetters;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Refunds.FromZoho;
using Isthmus.Functions.Refunds.ToSage;

namespace Isthmus.Functions.Refunds;

/// <summary>How the flows of refunds are started again.</summary>
internal static class RefundRestarts
{
    /// <summary>The start of the entry's flow; null for a flow of another kind.</summary>
    public static FlowRestart? FromStart(DeadLetter letter) => letter.Flow switch
    {
        RefundToZohoOrchestration.Flow when letter.RunId == RefundsOfChargeOrchestration.InstanceId(letter.Key) =>
            new(nameof(RefundsOfChargeOrchestration.RefundsOfCharge), letter.Key),
        RefundToZohoOrchestration.Flow => new(nameof(RefundToZohoOrchestration.RefundToZoho), new RefundInput(letter.Key)),
        CreditNoteOrchestration.Flow => new(nameof(CreditNoteOrchestration.CreditNote), CreditNoteInput.OfKey(letter.Key)),
        RefundToStripeOrchestration.Flow => new(nameof(RefundToStripeOrchestration.RefundToStripe), RefundToStripeInput.OfKey(letter.Key)),
        CreditNoteToSageOrchestration.Flow =>
            new(nameof(CreditNoteToSageOrchestration.CreditNoteToSage), new CreditNoteToSageInput(letter.Key)),
        _ => null,
    };

    /// <summary>Goes on with the refund as it was read, or with an edited copy of it; null for a flow of another kind.</summary>
    /// <param name="letter">The entry.</param>
    /// <param name="resume">The input that starts the flow after its reading step.</param>
    /// <param name="payload">Reference of the edited copy, or null.</param>
    public static FlowRestart? FromStep(DeadLetter letter, string resume, string? payload)
    {
        switch (letter.Flow)
        {
            case RefundToZohoOrchestration.Flow:
                var refund = JsonSerializer.Deserialize<RefundInput>(resume)!;
                return new(
                    nameof(RefundToZohoOrchestration.RefundToZoho),
                    refund with { Known = refund.Known! with { Refund = payload ?? refund.Known.Refund } });
            case RefundToStripeOrchestration.Flow:
                var back = JsonSerializer.Deserialize<RefundToStripeInput>(resume)!;
                return new(
                    nameof(RefundToStripeOrchestration.RefundToStripe),
                    back with { Known = back.Known! with { Refund = payload ?? back.Known.Refund } });
            default:
                return null;
        }
    }
}
