namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>Starts the flow for one payment back that was asked for in Zoho.</summary>
/// <param name="CreditNoteId">The credit note.</param>
/// <param name="RecordId">The refund that a person recorded on it; null when its whole balance is to go back.</param>
/// <param name="Known">What is to be paid as it was read before, or corrected by hand; null makes the flow read it from Zoho.</param>
public sealed record RefundToStripeInput(string CreditNoteId, string? RecordId = null, RefundOrder? Known = null)
{
    /// <summary>The business key: the credit note, or credit note and record with a stroke between.</summary>
    public string Key => RecordId is null ? CreditNoteId : $"{CreditNoteId}-{RecordId}";

    /// <summary>The input that has this key.</summary>
    public static RefundToStripeInput OfKey(string key) =>
        key.Split('-') is [var note, var record] ? new(note, record) : new RefundToStripeInput(key);
}

/// <summary>What is to be paid back; the refund itself lies in the payload store.</summary>
/// <param name="Due">False when there is nothing to be paid.</param>
/// <param name="Reason">Why not.</param>
/// <param name="CreditNoteId">The credit note.</param>
/// <param name="RecordId">The refund that a person recorded on it, or null.</param>
/// <param name="Number">The credit note's number.</param>
/// <param name="PaymentIntent">The payment that is given back.</param>
/// <param name="SalesOrderId">Zoho's id of the sales order, or empty.</param>
/// <param name="Refund">Reference of the canonical refund.</param>
public sealed record RefundOrder(
    bool Due, string? Reason, string CreditNoteId, string? RecordId, string Number, string PaymentIntent, string SalesOrderId, string Refund);

/// <summary>A refund at Stripe.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">pending, requires_action, succeeded, failed, canceled.</param>
/// <param name="Why">Why it failed, where Stripe says.</param>
public sealed record StripeRefund(string Id, string Status, string? Why)
{
    /// <summary>True while it may still become something else by itself.</summary>
    public bool UnderWay => Status is "pending" or "requires_action";

    /// <summary>True when the money did not leave, or came back.</summary>
    public bool SentBack => Status is "failed" or "canceled";
}

/// <summary>What was asked for and what Stripe made of it.</summary>
public sealed record PaidBack(RefundOrder Order, StripeRefund Refund);
