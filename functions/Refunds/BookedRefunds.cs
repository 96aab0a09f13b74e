using Isthmus.Core.CrossReferences;
using Isthmus.Functions.Refunds.FromStripe;

namespace Isthmus.Functions.Refunds;

/// <summary>Which record of Zoho stands for a refund of Stripe.</summary>
public sealed class BookedRefunds(CrossReferenceStore references)
{
    /// <summary>Connection and kind of the record.</summary>
    public const string Target = "zoho-inventory.creditnote-refund";

    /// <summary>The record: its id, and as number the credit note's id; null when there is none.</summary>
    public Task<Reference?> FindAsync(string refundId) => references.FindAsync(refundId, Target);

    /// <summary>True when something of the refund stands in Zoho: a record of it, or the credit note that was made for it.</summary>
    public async Task<bool> LeftTracesAsync(string refundId) =>
        await FindAsync(refundId) is not null || await references.FindAsync(refundId, CreateCreditNote.Target) is not null;
}
