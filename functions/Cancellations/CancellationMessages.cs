namespace Isthmus.Functions.Cancellations;

/// <summary>Starts the flow for one order that is given up.</summary>
/// <param name="Key">The business key: Stripe's payment intent that was cancelled, or Zoho's sales order that is void or deleted.</param>
public sealed record CancellationInput(string Key)
{
    /// <summary>True when a payment was cancelled; false when the order was made void in Zoho.</summary>
    public bool ByPayment => Key.StartsWith("pi_", StringComparison.Ordinal);
}

/// <summary>An order that is to be cancelled.</summary>
/// <param name="SalesOrderId">Zoho's sales order; empty when there is none.</param>
/// <param name="Number">Its number.</param>
/// <param name="Why">Why it is cancelled; or why nothing is, when there is no order.</param>
/// <param name="Void">True when it is void in Zoho already, or deleted.</param>
public sealed record OrderToCancel(string SalesOrderId, string Number, string Why, bool Void);
