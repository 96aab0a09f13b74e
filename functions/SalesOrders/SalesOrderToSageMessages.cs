namespace Isthmus.Functions.SalesOrders;

/// <summary>Starts the flow for one Zoho sales order.</summary>
/// <param name="SalesOrderId">Zoho's sales order id: the business key.</param>
/// <param name="Number">Its number, where known.</param>
/// <param name="ContactId">Zoho's contact id, where known.</param>
/// <param name="Order">Reference of the canonical order; null makes the flow read it from Zoho.</param>
public sealed record SalesOrderToSageInput(
    string SalesOrderId, string? Number = null, string? ContactId = null, string? Order = null);

/// <summary>The order for the steps that write it to Sage.</summary>
/// <param name="SalesOrderId">Zoho's sales order id.</param>
/// <param name="Number">Zoho's sales order number.</param>
/// <param name="ContactId">Zoho's contact id.</param>
/// <param name="Order">Reference of the canonical order.</param>
/// <param name="Ready">False when the order is not confirmed yet or is void.</param>
/// <param name="Reason">Why it is not ready.</param>
public sealed record OrderForSage(
    string SalesOrderId, string Number, string ContactId, string Order, bool Ready, string? Reason)
{
    /// <summary>True when the order is void: it never gets ready.</summary>
    public bool GivenUp { get; init; }
}

/// <summary>The order and its customer's key in Sage.</summary>
/// <param name="Order">The order.</param>
/// <param name="CustomerNo">Sage's customer number.</param>
public sealed record OrderForSageCustomer(OrderForSage Order, string CustomerNo);

/// <summary>An order that is in Sage.</summary>
/// <param name="Number">Sage's sales order number.</param>
/// <param name="Review">What a person has to look at, because it was entered as pending; null otherwise.</param>
public sealed record EnteredOrder(string Number, string? Review = null);
