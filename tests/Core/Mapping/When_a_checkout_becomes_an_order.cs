using System.Text.Json;
using Isthmus.Core.Canonical;

namespace Isthmus.Core.Tests;

public sealed class When_a_checkout_becomes_an_order
{
    internal static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly SalesOrder Order = Shipped.Map("stripe-order", StripeSamples.Order).Deserialize<SalesOrder>(Web)!;

    [Fact]
    public void The_payment_intent_is_its_key_and_the_shop_s_number_its_number()
    {
        Assert.Equal(("pi_demo1", "WEB-10482", "EUR"), (Order.Key, Order.Number, Order.Currency));
        Assert.Equal(new DateOnly(2025, 11, 30), Order.Date);
    }

    [Fact]
    public void The_amounts_are_Stripe_s()
    {
        var line = Assert.Single(Order.Lines);
        Assert.Equal((9000L, 900L, 1863L, 9963L), (line.Subtotal, line.Discount, line.Tax, line.Total));
        Assert.Equal((3m, 3000m), (line.Quantity, line.UnitAmount));
        Assert.Equal((500L, 0L, 0L, 10463L), (Order.Shipping, Order.ShippingTax, Order.Discount, Order.Total));
        Assert.False(Order.TaxInclusive);
    }

    [Fact]
    public void The_line_has_its_sku_kind_and_tax_code() =>
        Assert.Equal(("BTL-1L", ItemKind.Goods, "23"), (Order.Lines[0].Sku, Order.Lines[0].Kind, Order.Lines[0].TaxCode));

    [Fact]
    public void A_guest_is_known_by_name_and_address()
    {
        Assert.Null(Order.Customer.ExternalId);
        Assert.Equal(("Ana Prado", "ana@example.net"), (Order.Customer.Name, Order.Customer.Email));
        Assert.Equal(("Ana", "Prado"), (Order.Customer.Contacts[0].FirstName, Order.Customer.Contacts[0].LastName));
        Assert.Equal(("Rua 1", "Porto", "4000-123", "PT"),
            (Order.ShipTo!.Line1, Order.ShipTo.City, Order.ShipTo.PostalCode, Order.ShipTo.Country));
    }

    [Fact]
    public void Metadata_passes_through_and_the_charge_is_kept()
    {
        Assert.Equal("web", Order.Custom["channel"]);
        Assert.Equal("autumn", Order.Custom["campaign"]);
        Assert.Equal("ch_demo1", Order.Custom["charge"]);
    }

    [Fact]
    public void A_direct_intent_becomes_one_line()
    {
        var direct = Shipped.Map("stripe-order", Shipped.Json(StripeSamples.Direct)).Deserialize<SalesOrder>(Web)!;
        var line = Assert.Single(direct.Lines);
        Assert.Equal(("SERVICE", ItemKind.Service, 5120L, "Consulting"), (line.Sku, line.Kind, line.Total, line.Description));
        Assert.Equal(("W-7", "cus_1", 5120L), (direct.Number, direct.Customer.ExternalId, direct.Total));
    }
}
