using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Invoices;

/// <summary>An invoice: draft, sent, partially_paid, paid or void. A sent one that is past due shows as overdue.</summary>
internal sealed class Invoice : TradeDocument
{
    public DateOnly DueDate { get; set; }

    public int PaymentTerms { get; set; }

    public List<string> SalesOrderIds { get; set; } = [];

    public decimal PaymentMade { get; set; }

    public decimal CreditsApplied { get; set; }

    public decimal WrittenOff { get; set; }

    public DateOnly? LastPayment { get; set; }

    [JsonIgnore]
    public decimal Balance => Status == "void" ? 0 : Total - PaymentMade - CreditsApplied - WrittenOff;

    /// <summary>Booked: it has left the accounting stock and counts as receivable.</summary>
    [JsonIgnore]
    public bool IsSent => Status is "sent" or "partially_paid" or "paid";

    /// <summary>Has payments or credits, which hold it as it is.</summary>
    [JsonIgnore]
    public bool IsHeld => PaymentMade + CreditsApplied > 0 || Lines.Exists(line => line.Credited > 0);

    public void Settle()
    {
        if (!IsSent) return;
        Status = Balance == 0 ? "paid" : PaymentMade + CreditsApplied > 0 ? "partially_paid" : "sent";
    }

    public string ShownStatus(DateOnly today) =>
        Status == "draft" && Approval.Length > 0 ? Approval
        : Status is "sent" or "partially_paid" && DueDate < today ? "overdue" : Status;

    public JsonObject ToSummary() => new()
    {
        ["invoice_id"] = Id,
        ["invoice_number"] = Number,
        ["reference_number"] = ReferenceNumber,
        ["status"] = Status,
        ["date"] = CompanyClock.Show(Date),
        ["due_date"] = CompanyClock.Show(DueDate),
        ["total"] = Total,
        ["balance"] = Balance,
    };
}
