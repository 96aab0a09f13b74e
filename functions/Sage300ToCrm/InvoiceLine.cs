using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>
/// A line of an invoice. The CRM multiplies quantity and price itself: where that would not give the line's amount to the cent, the
/// line is one piece at its amount.
/// </summary>
/// <param name="Product">The key of its Product in the flow of items.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Price">Of one.</param>
/// <param name="Amount">Of all.</param>
internal sealed record InvoiceLine(string Product, string Description, decimal Quantity, decimal Price, decimal Amount)
{
    private static readonly string[] Prices = ["InvoiceUnitPrice", "PricingUnitPrice", "UnitPrice"];
    private static readonly string[] Units = ["InvoiceUnitOfMeasure", "UnitOfMeasure"];

    /// <summary>A line of Order Entry. No metadata of its invoices is public, so some names are tried.</summary>
    /// <param name="line">The line.</param>
    /// <param name="items">Whether items are Products.</param>
    public static InvoiceLine Read(JsonElement line, bool items)
    {
        var amount = line.FindNumber("ExtendedAmount") ?? 0;
        var quantity = line.FindNumber("QuantityShipped") ?? line.FindNumber("Quantity") ?? 0;
        var price = Prices.Select(name => line.FindNumber(name)).FirstOrDefault(each => each is not null) ?? 0;
        var item = line.FindText("Item") is { Length: > 0 } given ? given : null;
        var text = string.Join(' ', new[] { item ?? line.FindText("MiscellaneousChargesCode"), line.FindText("Description") }
            .Where(part => !string.IsNullOrWhiteSpace(part)));
        var key = items && item is not null ? ItemsToCrm.KeyOf(item) : ItemsToCrm.Other;
        return quantity > 0 && decimal.Round(price, 2) == price && quantity * price == amount
            ? new(key, text, quantity, price, amount)
            : new(key, quantity > 0 ? $"{text} ({quantity:0.####} {Unit(line)})" : text, 1, amount, amount);
    }

    /// <summary>The whole invoice as one line.</summary>
    public static InvoiceLine Whole(JsonElement invoice)
    {
        var amount = invoice.FindNumber("CustomerCurrencyInvoiceAmount") ?? 0;
        var text = invoice.FindText("DocumentDescription") is { Length: > 0 } given
            ? given : $"Invoice {invoice.FindText("DocumentNumber")}";
        return new(ItemsToCrm.Other, text, 1, amount, amount);
    }

    public JsonObject Show() => new()
    {
        [nameof(Product)] = Product, [nameof(Description)] = Description, [nameof(Quantity)] = Quantity, [nameof(Price)] = Price,
        [nameof(Amount)] = Amount,
    };

    private static string Unit(JsonElement line) =>
        Units.Select(name => line.FindText(name)).FirstOrDefault(unit => !string.IsNullOrWhiteSpace(unit)) ?? "pieces";
}
