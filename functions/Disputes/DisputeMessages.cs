using Isthmus.Core.Canonical;

namespace Isthmus.Functions.Disputes;

/// <summary>Starts the flow for one dispute.</summary>
/// <param name="DisputeId">Stripe's dispute id: the business key.</param>
/// <param name="Told">What the owner was told last, so that the same is not told twice; null before the first time.</param>
public sealed record DisputeInput(string DisputeId, string? Told = null);

/// <summary>What the flow needs to know about a dispute; the dispute itself lies in the payload store.</summary>
/// <param name="DisputeId">Stripe's dispute id.</param>
/// <param name="PaymentIntent">Stripe's payment intent id, or empty.</param>
/// <param name="Dispute">Reference of the canonical dispute.</param>
/// <param name="Note">How it stands, in a line for people.</param>
/// <param name="OrderNumber">The number of the order, or null.</param>
/// <param name="InvoiceId">Zoho's invoice, or empty.</param>
/// <param name="SalesOrderId">Zoho's sales order, or empty.</param>
public sealed record DisputeHead(
    string DisputeId, string PaymentIntent, string Dispute, string Note, string? OrderNumber, string InvoiceId, string SalesOrderId)
{
    /// <summary>Why the order cannot be marked yet, or null.</summary>
    public string? Waits { get; init; }

    /// <summary>What the bank said last, as Stripe words it: needs_response, won, lost...</summary>
    public required string Status { get; init; }

    /// <summary>An enquiry: it is noted and nothing else.</summary>
    public bool Inquiry { get; init; }

    /// <summary>What the owner has to know and do; null when there is nothing to do.</summary>
    public string? Alert { get; init; }

    /// <summary>True while the goods must not leave.</summary>
    public bool Holds { get; init; }

    /// <summary>True when nothing more comes.</summary>
    public bool Over { get; init; }

    /// <summary>The head of a dispute as it was read.</summary>
    public static DisputeHead Of(Dispute dispute, string kept) => new(
        dispute.Key, dispute.PaymentKey ?? "", kept, DisputeWords.Note(dispute), null, "", "")
    {
        Status = dispute.Status,
        Inquiry = dispute.Inquiry,
        Alert = dispute.WantsAnswer && !dispute.Inquiry ? DisputeWords.Alert(dispute) : null,
        Holds = !dispute.Inquiry && dispute.Status is not ("won" or "prevented"),
        Over = dispute.Decided && (dispute.Status != "won" || dispute.Missing <= 0),
    };
}
