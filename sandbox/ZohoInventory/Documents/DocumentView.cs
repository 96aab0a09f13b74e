using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>The members that answers about trade documents share.</summary>
internal static class DocumentView
{
    public static void AddRow(JsonObject view, Company company, TradeDocument document, string module)
    {
        var currency = company.Currency(document.CurrencyId);
        view["reference_number"] = document.ReferenceNumber;
        view["date"] = CompanyClock.Show(document.Date);
        view["customer_id"] = document.CustomerId;
        view["customer_name"] = document.CustomerName;
        view["currency_id"] = currency.Id;
        view["currency_code"] = currency.Code;
        view["exchange_rate"] = document.ExchangeRate;
        view["total"] = document.Total;
        view["bcy_total"] = Amounts.Round(document.Total * document.ExchangeRate, company.BaseCurrency.Precision);
        view["adjustment"] = document.Adjustment;
        view["is_emailed"] = false;
        view["created_time"] = CompanyClock.Stamp(document.Created);
        view["last_modified_time"] = CompanyClock.Stamp(document.Modified);
        view["custom_fields"] = document.Custom.ToArray(company, module);
        view["custom_field_hash"] = document.Custom.ToHash(company, module);
    }

    public static void AddFull(JsonObject view, Company company, TradeDocument document)
    {
        var currency = company.Currency(document.CurrencyId);
        view["currency_symbol"] = currency.Symbol;
        view["price_precision"] = currency.Precision;
        view["discount"] = Discount(document.Discount);
        view["discount_amount"] = document.DiscountAmount;
        view["discount_type"] = document.DiscountType;
        view["is_discount_before_tax"] = document.IsDiscountBeforeTax;
        view["is_inclusive_tax"] = document.IsInclusiveTax;
        view["sub_total"] = document.SubTotal;
        view["tax_total"] = document.TaxTotal;
        view["taxes"] = new JsonArray([.. document.Taxes.Select(pair => (JsonNode)new JsonObject
        {
            ["tax_id"] = pair.Key,
            ["tax_name"] = company.Tax(pair.Key)!.Name,
            ["tax_amount"] = pair.Value,
        })]);
        if (document.IsInclusiveTax) view["sub_total_inclusive_of_tax"] = document.SubTotal + document.TaxTotal;
        company.AddPlace(view, document.LocationId ?? company.PrimaryLocation.Id);
        view["billing_address"] = document.Billing.ToJson();
        view["shipping_address"] = document.Shipping.ToJson();
        document.Rest.Show(view, DocumentShapes.Kept);
        view[DocumentShapes.Persons] = document.Rest.Values.TryGetValue(DocumentShapes.Persons, out var persons)
            ? JsonSerializer.SerializeToNode(persons) : new JsonArray();
    }

    public static JsonObject Line(Company company, DocumentLine line, TradeDocument document, int order)
    {
        var tax = company.Tax(line.TaxId);
        var view = new JsonObject
        {
            ["line_item_id"] = line.Id,
            ["item_id"] = line.ItemId ?? "",
            ["sku"] = line.Sku,
            ["name"] = line.Name,
            ["description"] = line.Description,
            ["item_order"] = order,
            ["product_type"] = line.IsGoods ? "goods" : "service",
            ["bcy_rate"] = Amounts.Round(line.Rate * document.ExchangeRate, company.BaseCurrency.Precision),
            ["rate"] = line.Rate,
            ["quantity"] = line.Quantity,
            ["unit"] = line.Unit,
            ["discount"] = Discount(line.Discount),
            ["discount_amount"] = line.DiscountAmount,
            ["tax_id"] = tax?.Id ?? "",
            ["tax_name"] = tax?.Name ?? "",
            ["tax_type"] = tax is null ? "" : "tax",
            ["tax_percentage"] = tax?.Percentage ?? 0,
            ["item_total"] = line.ItemTotal,
            ["item_custom_fields"] = new JsonArray([.. line.Custom.Select(pair => (JsonNode)new JsonObject
            {
                ["label"] = pair.Key,
                ["value"] = pair.Value,
            })]),
        };
        if (document.IsInclusiveTax) view["item_total_inclusive_of_tax"] = line.ItemTotal + line.TaxAmount;
        company.AddPlace(view, line.LocationId ?? document.LocationId ?? company.PrimaryLocation.Id);
        return view;
    }

    private static JsonNode Discount(string? discount) =>
        discount is null ? 0m : discount.EndsWith('%') ? discount : Amounts.Parse(discount, "discount");
}
