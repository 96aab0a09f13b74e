using System.Text.Json.Serialization;
using Isthmus.Core;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Starts the flow for one payment.</summary>
/// <param name="PaymentIntent">Stripe's payment intent id: the business key.</param>
/// <param name="Known">The order as it was read before, or corrected by hand; null makes the flow read it from Stripe.</param>
public sealed record OrderToCashInput(string PaymentIntent, OrderHead? Known = null);

/// <summary>How a payment stands when it is read.</summary>
[JsonConverter(typeof(CamelCaseWords<PaymentReadiness>))]
public enum PaymentReadiness
{
    /// <summary>The money is there.</summary>
    Paid,
    /// <summary>The money may still come: delayed methods, captures to be made.</summary>
    NotYet,
    /// <summary>The money will not come.</summary>
    Canceled,
}

/// <summary>What the flow needs to know about an order; the order itself lies in the payload store.</summary>
/// <param name="Readiness">How the payment stands.</param>
/// <param name="Reason">Why, when it is not <see cref="PaymentReadiness.Paid"/>.</param>
/// <param name="PaymentIntent">Stripe's payment intent id.</param>
/// <param name="OrderKey">The key of the order: the payment intent, or <c>order-ID</c> when several payments pay for one
/// order.</param>
/// <param name="Order">Reference of the canonical order.</param>
/// <param name="Payment">Reference of the canonical payment.</param>
/// <param name="Number">The order number that the books will show.</param>
/// <param name="Anomaly">Why a person should look at it first, or null.</param>
public sealed record OrderHead(
    PaymentReadiness Readiness, string? Reason, string PaymentIntent, string OrderKey, string Order, string Payment, string Number,
    string? Anomaly);

/// <summary>The order in Zoho's terms, for the steps that write it.</summary>
/// <param name="Head">The order.</param>
/// <param name="ContactId">Zoho's id of the customer.</param>
public sealed record OrderForZoho(OrderHead Head, string ContactId);

/// <summary>A document that was written at Zoho.</summary>
/// <param name="Id">Zoho's id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Lines">Reference of the list of its line ids, by position; null where no step names its lines.</param>
public sealed record ZohoDocument(string Id, string Number, string? Lines);

/// <summary>What the invoice step needs.</summary>
public sealed record OrderToInvoice(OrderHead Head, string ContactId, ZohoDocument SalesOrder);

/// <summary>What the payment step needs.</summary>
public sealed record InvoiceToPay(OrderHead Head, string ContactId, ZohoDocument Invoice);

/// <summary>What came of the flow, for the write-back to Stripe and the next flow.</summary>
public sealed record CarriedOrder(OrderHead Head, string ContactId, ZohoDocument SalesOrder, ZohoDocument Invoice, string PaymentId);
