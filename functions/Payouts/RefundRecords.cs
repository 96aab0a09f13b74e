using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Payouts;

/// <summary>Finds what stands in Zoho for a refund of Stripe: by the cross-references, then by its reference number.</summary>
public sealed class RefundRecords(ZohoInventoryClient zoho, CrossReferenceStore references)
{
    /// <summary>Connection and kind of the record.</summary>
    public const string Target = "zoho-inventory.creditnote-refund";

    /// <summary>The record's id, or null.</summary>
    /// <param name="refund">Stripe's refund.</param>
    /// <param name="since">When it was made; no record is older.</param>
    public async Task<string?> FindAsync(string refund, DateTimeOffset since)
    {
        if (await references.FindAsync(refund, Target) is { } known) return known.Id;
        var first = DateOnly.FromDateTime(since.UtcDateTime);
        await foreach (var row in zoho.ListRefundsSinceAsync(first, CancellationToken.None))
            if (row.FindText("reference_number") == refund) return row.NeedText("creditnote_refund_id", ZohoInventoryOptions.Id);
        return null;
    }
}
