using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

/// <summary>A credit note: draft, open, closed (nothing left of it) or void.</summary>
internal sealed class CreditNote : TradeDocument
{
    /// <summary>The invoice named in the query of its create: convert mode.</summary>
    public string? InvoiceId { get; init; }

    public List<CreditApplication> Applied { get; set; } = [];

    public decimal Refunded { get; set; }

    [JsonIgnore]
    public decimal AppliedTotal => Applied.Sum(part => part.Amount);

    [JsonIgnore]
    public decimal Balance => Status == "void" ? 0 : Total - AppliedTotal - Refunded;

    /// <summary>Booked: its stock is back and it counts as the customer's credit.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is "open" or "closed";

    public void Settle()
    {
        if (IsOpen) Status = Balance == 0 ? "closed" : "open";
    }

    public JsonObject ToSummary() => new()
    {
        ["creditnote_id"] = Id,
        ["creditnote_number"] = Number,
        ["status"] = Status,
        ["date"] = CompanyClock.Show(Date),
        ["total"] = Total,
    };
}

/// <summary>The part of a credit note that settles one invoice.</summary>
internal sealed record CreditApplication(string Id, string InvoiceId, decimal Amount, DateOnly Date);
