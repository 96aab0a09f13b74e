using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Rules;

/// <summary>A line of an order: the item brings description, unit, place and price, and takes back what was entered before it.</summary>
internal static class OrderLines
{
    public static void Put(Company company, Entity order, Entity line, Property property)
    {
        switch (property.Name)
        {
            case "Item": TakeItem(company, order, line); break;
            case "MiscellaneousChargesCode": TakeCharge(line); break;
            case "Location": KnowLocation(line.Text("Location")); break;
            case "PricingUnitPrice": line.Set("OrderUnitPrice", line["PricingUnitPrice"]).Set("PriceOverride", true); break;
            case "QuantityOrdered" or "QuantityShipped" when line.Number(property.Name) < 0:
                throw WebApiError.Invalid($"{property.Name} cannot be negative.");
            default: break;
        }
        if (property.Name is "Item" or "QuantityOrdered" or "OrderUnitPrice" or "PricingUnitPrice" && line.Text("LineType") == "Item")
            line["ExtendedAmount"] = Extended(line.Number("QuantityOrdered"), line, order.Text("OrderSourceCurrency"));
    }

    public static decimal Extended(decimal quantity, Entity line, string currency) => decimal.Round(
        quantity * line.Number("OrderUnitPrice"), Codes.Currencies.GetValueOrDefault(currency, 2), MidpointRounding.AwayFromZero);

    public static void Check(Entity line)
    {
        var name = line.Text("LineType") == "Item" ? "Item" : "MiscellaneousChargesCode";
        if (line.Text(name).Length == 0) throw WebApiError.Invalid($"{name} cannot be blank.");
        line["QuantityBackordered"] = line.Number("QuantityOrdered") - line.Number("QuantityShipped");
    }

    public static void KnowLocation(string code)
    {
        if (!Codes.Locations.Contains(code)) throw WebApiError.Invalid($"Location {code} does not exist.");
    }

    private static void TakeItem(Company company, Entity order, Entity line)
    {
        var number = ItemRules.Unformatted(line.Text("Item"));
        var item = company[ItemSchema.Resource].Find(number)
            ?? throw WebApiError.Invalid($"Item Number {line.Text("Item")} does not exist.");
        if (item.Is("Inactive")) throw WebApiError.Invalid($"Item {line.Text("Item")} is inactive.");
        var price = company[ItemSchema.Prices].Find(EntityKey.Of(number, order["DefaultPriceListCode"], order["OrderSourceCurrency"]));
        line.Set("Item", item["ItemNumber"]).Set("Description", item["Description"]).Set("Location", order["DefaultLocationCode"])
            .Set("OrderUnitOfMeasure", item["StockingUnitOfMeasure"]).Set("PriceOverride", false)
            .Set("OrderUnitPrice", price?["BasePrice"] ?? 0m).Set("PricingUnitPrice", price?["BasePrice"] ?? 0m);
    }

    private static void TakeCharge(Entity line)
    {
        var code = line.Text("MiscellaneousChargesCode");
        if (!Codes.Charges.TryGetValue(code, out var description))
            throw WebApiError.Invalid($"Miscellaneous Charges Code {code} does not exist.");
        line["Description"] = description;
    }
}
