namespace Isthmus.Core.Canonical;

/// <summary>
/// What a seller gives back of an invoice, with or without goods. Amounts are minor units of <see cref="Currency"/> and hold their
/// tax.
/// </summary>
public sealed record Credit
{
    /// <summary>The business key: the refund's id, the sales return's id, the credit note's id.</summary>
    public string Key { get; init; } = "";

    /// <summary>The number that people use for the credit.</summary>
    public string? Number { get; init; }

    /// <summary>The number of the order or invoice that it gives back.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The payment that it gives back, where one is known.</summary>
    public string? PaymentKey { get; init; }

    /// <summary>Day of the credit.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Upper-case ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The target's id of the customer.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>Why, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>What is given back.</summary>
    public IReadOnlyList<CreditLine> Lines { get; init; } = [];

    /// <summary>The sum of the lines.</summary>
    public long Total { get; init; }
}

/// <summary>One line of a credit.</summary>
public sealed record CreditLine
{
    /// <summary>The id of the invoice's line.</summary>
    public string? InvoiceLineId { get; init; }

    /// <summary>The id of the sales order's line.</summary>
    public string? OrderLineId { get; init; }

    /// <summary>The id of the sales return's line, once there is one.</summary>
    public string? ReturnLineId { get; init; }

    /// <summary>The target's item id; null where only money goes back.</summary>
    public string? ItemId { get; init; }

    /// <summary>Stock-keeping unit, where goods come back.</summary>
    public string? Sku { get; init; }

    /// <summary>Text for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Goods come back, or only money goes.</summary>
    public bool Goods { get; init; }

    /// <summary>Units that never left the house: they are taken off their order.</summary>
    public bool Unshipped { get; init; }

    /// <summary>Units of a return that the customer keeps.</summary>
    public bool CreditOnly { get; init; }

    /// <summary>How many.</summary>
    public decimal Quantity { get; init; } = 1;

    /// <summary>Of one, tax included; may have a fraction of a minor unit.</summary>
    public decimal UnitAmount { get; init; }

    /// <summary>Of the line, tax included.</summary>
    public long Total { get; init; }

    /// <summary>The target's id of the tax that <see cref="Total"/> holds.</summary>
    public string? TaxCode { get; init; }
}
