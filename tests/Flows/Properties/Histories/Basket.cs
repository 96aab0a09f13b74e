using System.Globalization;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>How a customer pays.</summary>
public enum Way
{
    Card,

    /// <summary>A method whose money comes days later.</summary>
    Delayed,

    /// <summary>Authorised now, captured by hand.</summary>
    Manual,
}

/// <summary>What becomes of an order's webhooks.</summary>
public enum Delivery
{
    Now,
    Shuffled,
    Lost,
}

/// <summary>One line. Amounts are in units that every currency can be paid in: tens of its smallest one.</summary>
/// <param name="Sku">Position in the catalogue; the last ones are not in stock at first.</param>
/// <param name="Quantity">1 or more.</param>
/// <param name="Price">For one piece.</param>
/// <param name="Off">Part of the line's amount that is not to be paid, in tenths.</param>
/// <param name="Tax">An amount of tax, whatever its rate may be.</param>
public sealed record BasketLine(int Sku, int Quantity, int Price, int Off, int Tax)
{
    public int Discount => (int)((long)Quantity * Price * Off / 100 * 10);

    public override string ToString() =>
        $"{Quantity} x {Catalogue.Sku(Sku)} at {Price}{(Off > 0 ? $" less {Discount}" : "")}{(Tax > 0 ? $" + tax {Tax}" : "")}";
}

/// <summary>One order as a customer puts it together.</summary>
public sealed record Basket
{
    public int Shopper { get; init; }

    /// <summary>The e-mail address is written otherwise than usual.</summary>
    public bool Shouting { get; init; }

    /// <summary>The customer has an account at Stripe; otherwise it is a guest.</summary>
    public bool Account { get; init; }

    public string Currency { get; init; } = "gbp";

    public IReadOnlyList<BasketLine> Lines { get; init; } = [];

    public int Shipping { get; init; }

    public int Discount { get; init; }

    public Way Way { get; init; }

    public Delivery Delivery { get; init; }

    /// <summary>How many more times each webhook comes.</summary>
    public int Copies { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Shoppers.Name(Shopper)}{(Shouting ? " (shouting)" : "")}{(Account ? " with an account" : "")} pays {Currency} by {Way}: ")
        + string.Join(", ", Lines)
        + (Shipping > 0 ? $"; shipping {Shipping}" : "") + (Discount > 0 ? $"; discount {Discount}" : "")
        + (Delivery == Delivery.Now ? "" : $"; webhooks {Delivery}") + (Copies > 0 ? $"; {Copies} copies of each webhook" : "");
}
