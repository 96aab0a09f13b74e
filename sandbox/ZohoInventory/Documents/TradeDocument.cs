using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Contacts;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>
/// What sales orders, invoices, credit notes, purchase orders and bills have in common. The customer of the last two is the
/// vendor. Amounts are in the customer's currency.
/// </summary>
internal abstract class TradeDocument : IStamped
{
    public required string Id { get; init; }

    public string Number { get; set; } = "";

    public string ReferenceNumber { get; set; } = "";

    public DateOnly Date { get; set; }

    public string Status { get; set; } = "draft";

    /// <summary>With approvals: "", "pending_approval", "approved" or "rejected".</summary>
    public string Approval { get; set; } = "";

    public string CustomerId { get; set; } = "";

    public string CustomerName { get; set; } = "";

    public string CurrencyId { get; set; } = "";

    public decimal ExchangeRate { get; set; } = 1;

    public string? LocationId { get; set; }

    public List<DocumentLine> Lines { get; set; } = [];

    public string? DiscountType { get; set; }

    /// <summary>As given: "20.5" or "20%".</summary>
    public string? Discount { get; set; }

    public bool IsDiscountBeforeTax { get; set; } = true;

    public bool IsInclusiveTax { get; set; }

    public decimal ShippingCharge { get; set; }

    public decimal Adjustment { get; set; }

    public decimal DiscountAmount { get; set; }

    public decimal SubTotal { get; set; }

    public decimal TaxTotal { get; set; }

    public decimal Total { get; set; }

    public Dictionary<string, decimal> Taxes { get; set; } = [];

    public Address Billing { get; set; } = new();

    public Address Shipping { get; set; } = new();

    public CustomValues Custom { get; set; } = new();

    public Echoed Rest { get; set; } = new();

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }

    /// <summary>The price of an item where a line names none, in the document's currency.</summary>
    public decimal OwnRate(Company company, Item? item) => item is null ? 0
        : Amounts.Round(PriceOf(item) / ExchangeRate, company.Currency(CurrencyId).Precision);

    protected virtual decimal PriceOf(Item item) => item.Rate;
}
