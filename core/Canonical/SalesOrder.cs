namespace Isthmus.Core.Canonical;

/// <summary>What a customer ordered and agreed to pay. Amounts are minor units of <see cref="Currency"/>.</summary>
public sealed record SalesOrder
{
    /// <summary>The business key: payment intent id, sales order id.</summary>
    public string Key { get; init; } = "";
    /// <summary>The number that people use (WEB-10482, SO-00017).</summary>
    public string? Number { get; init; }
    /// <summary>Day of the order.</summary>
    public DateOnly Date { get; init; }
    /// <summary>Upper-case ISO 4217 code.</summary>
    public string Currency { get; init; } = "";
    /// <summary>Who buys.</summary>
    public Customer Customer { get; init; } = new();
    /// <summary>Where the goods go, when not to the customer's own address.</summary>
    public Address? ShipTo { get; init; }
    /// <summary>What was bought.</summary>
    public IReadOnlyList<SalesOrderLine> Lines { get; init; } = [];
    /// <summary>Carriage before tax.</summary>
    public long Shipping { get; init; }
    /// <summary>Tax on the carriage.</summary>
    public long ShippingTax { get; init; }
    /// <summary>Reduction of the whole order that no line carries.</summary>
    public long Discount { get; init; }
    /// <summary>True when line amounts hold their tax already.</summary>
    public bool TaxInclusive { get; init; }
    /// <summary>What the customer owes: lines less discounts plus tax and shipping.</summary>
    public long Total { get; init; }
    /// <summary>The vendor's status in our words: draft, confirmed, shipped, closed, void.</summary>
    public string? Status { get; init; }
    /// <summary>Warehouse or location code for the whole order.</summary>
    public string? Location { get; init; }
    /// <summary>Payment terms code.</summary>
    public string? Terms { get; init; }
    /// <summary>Fields of the source that have no place above, by name.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>();
}

/// <summary>One line of an order. Amounts are minor units of the order's currency.</summary>
public sealed record SalesOrderLine
{
    /// <summary>The line's id in the source.</summary>
    public string? Id { get; init; }
    /// <summary>Stock-keeping unit as the source writes it.</summary>
    public string? Sku { get; init; }
    /// <summary>Text for people.</summary>
    public string Description { get; init; } = "";
    /// <summary>Goods, service, shipping or discount.</summary>
    public ItemKind Kind { get; init; }
    /// <summary>How many.</summary>
    public decimal Quantity { get; init; }
    /// <summary>Price of one before discount, in minor units; may have a fraction.</summary>
    public decimal UnitAmount { get; init; }
    /// <summary>Quantity times unit price, before discount and added tax.</summary>
    public long Subtotal { get; init; }
    /// <summary>Reduction of this line.</summary>
    public long Discount { get; init; }
    /// <summary>Tax of this line.</summary>
    public long Tax { get; init; }
    /// <summary>What the line adds to the order's total.</summary>
    public long Total { get; init; }
    /// <summary>Tax code or rate id of the source.</summary>
    public string? TaxCode { get; init; }
    /// <summary>Warehouse or location code for this line.</summary>
    public string? Location { get; init; }
    /// <summary>Fields of the source that have no place above, by name.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>();
}
