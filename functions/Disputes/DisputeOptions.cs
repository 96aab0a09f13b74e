namespace Isthmus.Functions.Disputes;

/// <summary>What a company decides about disputed payments; configuration section <c>Isthmus:Disputes</c>.</summary>
public sealed record DisputeOptions
{
    /// <summary>
    /// Show how a dispute stands in the custom field of the sales order and the invoice in Zoho that the mapping
    /// <c>dispute-to-zoho-fields</c> names. Default true.
    /// </summary>
    public bool NoteInZoho { get; init; } = true;

    /// <summary>
    /// Put the order in Sage 100 on hold while its payment is disputed, so that goods that are still there stay there. Default true.
    /// </summary>
    public bool HoldSageOrder { get; init; } = true;

    /// <summary>
    /// What is posted to Sage 100 as a general journal entry: <c>loss</c> only what a lost dispute costs in the end, because payouts
    /// carry the money that moves; <c>journal</c> each movement as well, for companies that do not post payouts; <c>none</c> nothing.
    /// Accounts come from the table <c>dispute-accounts</c>. Default loss.
    /// </summary>
    public string SagePosting { get; init; } = "loss";

    /// <summary>
    /// What a lost dispute does: <c>writeOff</c> leaves the invoice as it is and posts the loss, <c>creditNote</c> credits the invoice
    /// and shows the credit as paid back, in Zoho and, as refunds are, in Sage 100. Default writeOff.
    /// </summary>
    public string OnLost { get; init; } = "writeOff";
}
