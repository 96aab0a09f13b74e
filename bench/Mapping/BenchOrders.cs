using System.Text.Json;
using Isthmus.Core.Mapping;

namespace Isthmus.Bench;

/// <summary>A Stripe order as its API answers it, with an address, tax, a discount and metadata.</summary>
internal static class BenchOrders
{
    public static MappingContext Zoho { get; } = new()
    {
        Variables = new Dictionary<string, string> { ["contactId"] = "460000000091001", ["number"] = "STR-1" },
        Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["items"] = Enumerable.Range(0, 2_000).ToDictionary(i => $"SKU-{i}", i => $"46000000005{i:D7}"),
            ["taxes"] = new Dictionary<string, string> { ["20"] = "460000000017023" },
        },
    };

    public static MappingContext Sage { get; } = new() { Variables = new Dictionary<string,
        string> { ["customerNo"] = "Z0000781" } };

    public static JsonElement Stripe(int lines)
    {
        var address = new { line1 = "Rua do Almada 210", line2 = "3 Esq", city = "Porto", postal_code = "4050-032",
            country = "PT", state = (string?)null };
        var items = Enumerable.Range(0, lines).Select(i => new
        {
            id = $"li_{i}",
            @object = "item",
            description = $"Steel bottle {i}",
            quantity = i + 1,
            currency = "eur",
            amount_subtotal = 1000 * (i + 1),
            amount_discount = 100,
            amount_tax = (1000 * (i + 1) - 100) / 5,
            amount_total = (1000 * (i + 1) - 100) * 6 / 5,
            taxes = new[] { new { amount = 180, rate = new { id = "txr_1", percentage = 20 } } },
            metadata = new { sku = $"SKU-{i}" },
            price = new { id = $"price_{i}", unit_amount = 1000, unit_amount_decimal = "1000", lookup_key = $"SKU-{i}",
                metadata = new { }, product = new { id = "prod_1", name = "Bottle" } },
        }).ToArray();
        var total = items.Sum(item => item.amount_total) + 500;
        return JsonSerializer.SerializeToElement(new
        {
            payment_intent = new
            {
                id = "pi_bench", @object = "payment_intent", amount = total, amount_received = total, currency = "eur",
                    status = "succeeded",
                latest_charge = "ch_bench", customer = "cus_bench", metadata = new { channel = "web", campaign = "autumn" },
                    created = 1764500000,
            },
            charge = new { id = "ch_bench", amount = total, amount_captured = total, currency = "eur",
                billing_details = new { name = "Ana Prado", email = "ana@example.net", address }, created = 1764500005 },
            session = new
            {
                id = "cs_bench", client_reference_id = "WEB-10482", currency = "eur", amount_total = total,
                total_details = new { amount_discount = 100 * lines, amount_shipping = 500, amount_tax = items.Sum(item =>
                    item.amount_tax) },
                shipping_cost = new { amount_subtotal = 500, amount_tax = 0, amount_total = 500 },
                customer_details = new { email = "ana@example.net", name = "Ana Prado", phone = "+351 220 000 000", address },
                collected_information = new { shipping_details = new { name = "Ana Prado", address } },
                metadata = new { channel = "web" }, created = 1764499800,
            },
            line_items = items,
        });
    }
}
