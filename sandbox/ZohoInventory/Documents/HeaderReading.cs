using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Contacts;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>Reads the header fields that trade documents share. The customer's (or vendor's) currency is theirs.</summary>
internal static class HeaderReading
{
    public static Contact Customer(Company company, Body body) => Party(company, body, "customer_id", "customer");

    public static Contact Vendor(Company company, Body body) => Party(company, body, "vendor_id", "vendor");

    private static Contact Party(Company company, Body body, string field, string type)
    {
        var contact = company.Contacts.Find(body.Needed(field))
            ?? throw Refusal.Missing(type == "customer" ? "Customer" : "Vendor");
        if (contact.Type != type) throw Refusal.Value(field);
        return contact.IsActive ? contact : throw Refusal.State($"The {type} is inactive.");
    }

    public static void SetCustomer(Company company, TradeDocument document, Contact customer)
    {
        var currency = company.Currency(customer.CurrencyId);
        document.CustomerId = customer.Id;
        document.CustomerName = customer.Name;
        document.CurrencyId = currency.Id;
        document.ExchangeRate = currency.ExchangeRate;
        document.Billing = customer.Billing;
        document.Shipping = customer.Shipping;
    }

    public static void Apply(Company company, TradeDocument document, Body body, DateTimeOffset now)
    {
        if (body.Number("exchange_rate") is { } rate)
            document.ExchangeRate = rate > 0 ? rate : throw Refusal.Value("exchange_rate");
        document.ReferenceNumber = body.Text("reference_number") ?? document.ReferenceNumber;
        document.Date = body.Date("date") ?? (document.Date == default ? CompanyClock.Date(now) : document.Date);
        document.LocationId = company.PlaceId(body) ?? document.LocationId;
        document.Discount = body.Text("discount") ?? document.Discount;
        document.DiscountType = body.Text("discount_type") ?? document.DiscountType
            ?? (body.Has("discount") ? "entity_level" : "item_level");
        document.IsDiscountBeforeTax = body.Flag("is_discount_before_tax") ?? document.IsDiscountBeforeTax;
        document.IsInclusiveTax = body.Flag("is_inclusive_tax") ?? document.IsInclusiveTax;
        document.ShippingCharge = body.Number("shipping_charge") ?? document.ShippingCharge;
        document.Adjustment = body.Number("adjustment") ?? document.Adjustment;
        document.Billing = Chosen(company, document, body.Text("billing_address_id"), "billing_address_id") ?? document.Billing;
        document.Shipping = Chosen(company, document, body.Text("shipping_address_id"), "shipping_address_id")
            ?? document.Shipping;
        document.Rest.Take(body, [.. DocumentShapes.Kept, DocumentShapes.Persons]);
        document.Modified = now;
    }

    private static Address? Chosen(Company company, TradeDocument document, string? id, string name)
    {
        if (id is null) return null;
        var customer = company.Contacts.Find(document.CustomerId)!;
        return customer.Billing.Id == id ? customer.Billing
            : customer.Shipping.Id == id ? customer.Shipping : throw Refusal.Value(name);
    }
}
