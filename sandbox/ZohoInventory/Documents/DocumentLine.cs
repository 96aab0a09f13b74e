using System.Text.Json.Serialization;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>A line of a trade document. The counters are those of a sales order's line, unless they say otherwise.</summary>
internal sealed class DocumentLine
{
    public required string Id { get; init; }

    public string? ItemId { get; set; }

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public string Sku { get; set; } = "";

    public string Unit { get; set; } = "";

    public bool IsGoods { get; set; }

    public decimal Rate { get; set; }

    public decimal Quantity { get; set; }

    /// <summary>As given: an amount off the line, or a percentage.</summary>
    public string? Discount { get; set; }

    public decimal DiscountAmount { get; set; }

    public string? TaxId { get; set; }

    public decimal TaxAmount { get; set; }

    /// <summary>Net of the line's discount and, in documents with inclusive tax, of tax.</summary>
    public decimal ItemTotal { get; set; }

    public string? LocationId { get; set; }

    /// <summary>On an invoice, the line of the sales order that this one bills.</summary>
    public string? SalesOrderLineId { get; set; }

    /// <summary>On a credit note, the invoice and the line of it that are credited.</summary>
    public string? InvoiceId { get; set; }

    /// <inheritdoc cref="InvoiceId"/>
    public string? InvoiceLineId { get; set; }

    /// <summary>On a credit note, the line of the sales return that is credited.</summary>
    public string? ReturnLineId { get; set; }

    /// <summary>On a credit note: false for units that never left the house; null as true.</summary>
    public bool? IsShipped { get; set; }

    /// <summary>On a credit note: false for units that are credited and not taken back; null as true.</summary>
    public bool? IsReturnedToStock { get; set; }

    /// <summary>On a bill, the line of the purchase order.</summary>
    public string? PurchaseLineId { get; set; }

    public decimal Invoiced { get; set; }

    /// <summary>The part of <see cref="Invoiced"/> on invoices that were sent: it has left the accounting stock.</summary>
    public decimal Billed { get; set; }

    public decimal Packed { get; set; }

    public decimal Shipped { get; set; }

    public decimal Returned { get; set; }

    /// <summary>Units that were invoiced and credited again before they were shipped.</summary>
    public decimal Cancelled { get; set; }

    /// <summary>Of an invoice's line: units on credit notes that are not void.</summary>
    public decimal Credited { get; set; }

    /// <summary>Of a purchase order's line: units that have come in.</summary>
    public decimal Received { get; set; }

    public Dictionary<string, string> Custom { get; set; } = [];

    /// <summary>Units that later documents build on: the line cannot have fewer.</summary>
    [JsonIgnore]
    public decimal Used => Math.Max(Math.Max(Invoiced, Packed + Cancelled), Math.Max(Credited, Received));
}
