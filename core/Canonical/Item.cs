namespace Isthmus.Core.Canonical;

/// <summary>Something that is sold, by its stock-keeping unit.</summary>
public sealed record Item
{
    /// <summary>Stock-keeping unit as the source writes it.</summary>
    public string Sku { get; init; } = "";
    /// <summary>Name for people.</summary>
    public string Name { get; init; } = "";
    /// <summary>More words than the name has room for.</summary>
    public string? Description { get; init; }
    /// <summary>Goods are counted and shipped; services are not.</summary>
    public ItemKind Kind { get; init; }
    /// <summary>Unit of measure, such as EACH.</summary>
    public string? Unit { get; init; }
    /// <summary>Usual price in minor units of <see cref="Currency"/>; may have a fraction.</summary>
    public decimal? UnitAmount { get; init; }
    /// <summary>Usual cost in minor units of <see cref="Currency"/>; may have a fraction.</summary>
    public decimal? CostAmount { get; init; }
    /// <summary>Upper-case ISO 4217 code.</summary>
    public string? Currency { get; init; }
    /// <summary>False when it must not be sold any more.</summary>
    public bool Active { get; init; } = true;
    /// <summary>Why a rule leaves it where it is; null for an item that is carried.</summary>
    public string? Skip { get; init; }
    /// <summary>Custom fields by their names in the source.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>();
}

/// <summary>What an order line stands for.</summary>
public enum ItemKind
{
    /// <summary>Counted and shipped.</summary>
    Goods,
    /// <summary>Work, fees and other things without stock.</summary>
    Service,
    /// <summary>Carriage charged to the customer.</summary>
    Shipping,
    /// <summary>A reduction of the whole order.</summary>
    Discount,
}

/// <summary>How much of an item a place holds. Quantities are exact decimals.</summary>
public sealed record StockLevel
{
    /// <summary>Stock-keeping unit.</summary>
    public string Sku { get; init; } = "";
    /// <summary>Warehouse or location code.</summary>
    public string Location { get; init; } = "";
    /// <summary>On the shelf.</summary>
    public decimal OnHand { get; init; }
    /// <summary>Promised to customers.</summary>
    public decimal Committed { get; init; }
    /// <summary>Ordered from vendors.</summary>
    public decimal OnPurchaseOrder { get; init; }
    /// <summary>Free to sell: on hand less committed.</summary>
    public decimal Available => OnHand - Committed;
}
