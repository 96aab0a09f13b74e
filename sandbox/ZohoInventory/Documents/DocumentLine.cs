namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>A line of a sales order or an invoice. The counters are those of a sales order's line.</summary>
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

    public decimal Invoiced { get; set; }

    /// <summary>The part of <see cref="Invoiced"/> on invoices that were sent: it has left the accounting stock.</summary>
    public decimal Billed { get; set; }

    public decimal Packed { get; set; }

    public decimal Shipped { get; set; }

    public decimal Returned { get; set; }

    public Dictionary<string, string> Custom { get; set; } = [];
}
