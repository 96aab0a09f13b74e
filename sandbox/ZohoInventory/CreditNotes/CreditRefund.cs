using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

/// <summary>Money given back for a credit note, in its currency. Recording it moves no money at a payment provider.</summary>
internal sealed class CreditRefund : IStamped
{
    public required string Id { get; init; }

    public required string CreditNoteId { get; init; }

    public required string CustomerId { get; set; }

    public DateOnly Date { get; set; }

    public string Mode { get; set; } = "cash";

    public string ReferenceNumber { get; set; } = "";

    public decimal Amount { get; set; }

    public decimal ExchangeRate { get; set; } = 1;

    public string AccountId { get; set; } = "";

    public string Description { get; set; } = "";

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }
}
