using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Makes baskets: mostly small ones, of few people and few articles, so that they meet.</summary>
internal static class Baskets
{
    public static Gen<Basket> Any =>
        from shopper in Gen.Choose(0, Shoppers.Count - 1)
        from shouting in Gen.Elements(false, false, true)
        from account in Gen.Elements(false, false, true)
        from currency in Gen.Elements("gbp", "gbp", "eur", "usd", "jpy", "krw", "kwd", "bhd")
        from size in Gen.Frequency((8, Gen.Choose(1, 4)), (1, Gen.Choose(5, 30)))
        from lines in Line.ListOf(size)
        from shipping in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, 3000).Select(n => 10 * n)))
        from discount in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 20).Select(n => 10 * n)))
        from way in Gen.Frequency((5, Gen.Constant(Way.Card)), (1, Gen.Constant(Way.Delayed)), (2, Gen.Constant(Way.Manual)))
        from delivery in Gen.Frequency((4, Gen.Constant(Delivery.Now)), (2, Gen.Constant(Delivery.Shuffled)), (1, Gen.Constant(Delivery.Lost)))
        from copies in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 4)))
        select new Basket
        {
            Shopper = shopper, Shouting = shouting, Account = account, Currency = currency, Lines = [.. lines], Shipping = shipping,
            Discount = discount, Way = way, Delivery = delivery, Copies = copies,
        };

    private static Gen<BasketLine> Line =>
        from sku in Gen.Frequency((12, Gen.Choose(0, Catalogue.Count - 3)), (1, Gen.Choose(Catalogue.Count - 2, Catalogue.Count - 1)))
        from quantity in Gen.Frequency((4, Gen.Choose(1, 5)), (1, Gen.Choose(6, 500)))
        from price in Gen.Frequency((4, Gen.Choose(50, 500)), (1, Gen.Choose(501, 200_000))).Select(n => 10 * n)
        from off in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 9)))
        from tax in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 99).Select(n => 10 * n)))
        select new BasketLine(sku, quantity, price, off, tax);
}
