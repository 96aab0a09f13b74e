namespace Isthmus.Functions.Refunds.ToSage;

/// <summary>Starts the flow for one credit note of Zoho.</summary>
/// <param name="CreditNoteId">Zoho's credit note id: the business key.</param>
/// <param name="Number">Its number, where known.</param>
/// <param name="SalesOrderId">The sales order that it gives back, where known.</param>
/// <param name="PaymentIntent">The payment that it gives back, where known.</param>
public sealed record CreditNoteToSageInput(
    string CreditNoteId, string? Number = null, string? SalesOrderId = null, string? PaymentIntent = null);

/// <summary>A credit for the step that writes it to Sage.</summary>
/// <param name="CreditNoteId">Zoho's credit note id.</param>
/// <param name="Number">Zoho's credit note number.</param>
/// <param name="CustomerNo">Sage's customer number.</param>
/// <param name="Credit">Reference of the canonical credit.</param>
public sealed record CreditForSage(string CreditNoteId, string Number, string CustomerNo, string Credit);
