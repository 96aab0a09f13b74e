namespace Isthmus.Flows.Tests.Properties;

/// <summary>Baskets as the sandbox's checkout takes them.</summary>
internal static class Checkouts
{
    public static object Of(Basket basket, int number) => new
    {
        id = $"WEB-{number}",
        customer = new
        {
            email = Shoppers.Email(basket.Shopper, basket.Shouting),
            name = Shoppers.Name(basket.Shopper),
            create = basket.Account,
        },
        billing = Address,
        shipping = basket.Shipping == 0 ? null : new { name = Shoppers.Name(basket.Shopper), address = Address, amount = basket.Shipping },
        currency = basket.Currency,
        discount = basket.Discount,
        lines = basket.Lines.Select(line => new
        {
            sku = Catalogue.Sku(line.Sku), description = "Article", quantity = line.Quantity, unitAmount = line.Price,
            discount = line.Discount, tax = line.Tax,
        }),
        method = basket.Way == Way.Delayed ? "delayed" : "card",
        capture = basket.Way == Way.Manual ? "manual" : "automatic",
        deliver = basket.Delivery switch { Delivery.Now => true, Delivery.Lost => false, _ => (object)"shuffled" },
        duplicates = basket.Copies,
    };

    private static object Address => new { line1 = "Rua 1", city = "Porto", postal_code = "4000", country = "PT" };
}
