using System.Text.Json.Serialization;
using Isthmus.Core;
using Isthmus.Functions.OrderToCash;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>Starts the flow for one refund that was made in Stripe.</summary>
/// <param name="RefundId">Stripe's refund id: the business key.</param>
/// <param name="Known">The refund as it was read before, or corrected by hand; null makes the flow read it from Stripe.</param>
public sealed record RefundInput(string RefundId, RefundHead? Known = null);

/// <summary>How a refund stands when it is read.</summary>
[JsonConverter(typeof(CamelCaseWords<RefundReadiness>))]
public enum RefundReadiness
{
    /// <summary>The money went back, and the order that it belongs to is booked.</summary>
    Due,

    /// <summary>The money may still go back, or the order is still under way.</summary>
    NotYet,

    /// <summary>Nothing is to be booked.</summary>
    Nothing,

    /// <summary>The bank sent the money back after the refund had been booked.</summary>
    Failed,
}

/// <summary>What the flow needs to know about a refund; the refund itself lies in the payload store.</summary>
/// <param name="Readiness">How it stands.</param>
/// <param name="Reason">Why, when it is not <see cref="RefundReadiness.Due"/>.</param>
/// <param name="RefundId">Stripe's refund id.</param>
/// <param name="PaymentIntent">Stripe's payment intent id.</param>
/// <param name="Refund">Reference of the canonical refund.</param>
/// <param name="InvoiceId">Zoho's id of the invoice that was paid.</param>
/// <param name="SalesOrderId">Zoho's id of the sales order, or empty.</param>
/// <param name="Number">The number that the credit note gets.</param>
/// <param name="Returned">What comes back, as the refund's metadata says: <c>SKU:2,OTHER:1</c>; null when it does not say.</param>
public sealed record RefundHead(
    RefundReadiness Readiness, string? Reason, string RefundId, string PaymentIntent, string Refund, string InvoiceId,
    string SalesOrderId, string Number, string? Returned);

/// <summary>What is to be credited, line by line.</summary>
/// <param name="Head">The refund.</param>
/// <param name="Credit">Reference of the canonical credit.</param>
/// <param name="Returns">True when shipped goods are expected back.</param>
public sealed record PlannedCredit(RefundHead Head, string Credit, bool Returns);

/// <summary>A credit note that the refund is to be recorded on.</summary>
public sealed record CreditToRefund(RefundHead Head, ZohoDocument CreditNote);
