using System.Text.Json;

namespace Isthmus.Core.Tests;

/// <summary>Stripe's answers as its reference shows them: the worked sample of 104.63 EUR, and a direct intent.</summary>
internal static class StripeSamples
{
    public const string Checkout = """
        {"payment_intent":{"id":"pi_demo1","object":"payment_intent","amount":10463,"amount_received":10463,"currency":"eur","status":"succeeded",
          "latest_charge":"ch_demo1","customer":null,"description":null,"metadata":{"channel":"web"},"receipt_email":null,"shipping":null,"created":1764500000},
         "charge":{"id":"ch_demo1","object":"charge","amount":10463,"amount_captured":10463,"currency":"eur","created":1764500005,
          "billing_details":{"name":"Ana Prado","email":"ana@example.net","phone":null,"address":{"line1":"Rua 1","city":"Porto","postal_code":"4000-123","country":"PT","state":null,"line2":null}},
          "payment_method_details":{"type":"card"},"balance_transaction":{"id":"txn_1","fee":182,"currency":"eur"},"metadata":{}},
         "session":{"id":"cs_test_demo1","object":"checkout.session","client_reference_id":"WEB-10482","currency":"eur","amount_subtotal":9000,"amount_total":10463,
          "total_details":{"amount_discount":900,"amount_shipping":500,"amount_tax":1863},"shipping_cost":{"amount_subtotal":500,"amount_tax":0,"amount_total":500},
          "customer":null,"customer_details":{"email":"ana@example.net","name":"Ana Prado","phone":null,"address":{"line1":"Rua 1","city":"Porto","postal_code":"4000-123","country":"PT","state":null,"line2":null}},
          "collected_information":{"shipping_details":{"name":"Ana Prado","address":{"line1":"Rua 1","city":"Porto","postal_code":"4000-123","country":"PT"}}},
          "metadata":{"channel":"web","campaign":"autumn"},"created":1764499800},
         "line_items":[{"id":"li_demo1","object":"item","description":"Steel bottle 1L","quantity":3,"currency":"eur","amount_subtotal":9000,"amount_discount":900,"amount_tax":1863,"amount_total":9963,
          "taxes":[{"amount":1863,"rate":{"id":"txr_1","percentage":23}}],
          "price":{"id":"price_demo","currency":"eur","unit_amount":3000,"unit_amount_decimal":"3000","product":{"id":"prod_demo","name":"Steel bottle","metadata":{}},"lookup_key":"BTL-1L","metadata":{"sku":"BTL-1L"},"tax_behavior":"exclusive"}}]}
        """;

    public const string Direct = """
        {"payment_intent":{"id":"pi_direct","amount":5120,"currency":"kwd","latest_charge":{"id":"ch_direct"},"customer":{"id":"cus_1","object":"customer","name":"Nur","email":"nur@example.net"},
          "description":"Consulting","metadata":{"order_id":"W-7"},"created":1764500000},
         "charge":null,"session":null,"line_items":[]}
        """;

    public static JsonElement Order => Shipped.Json(Checkout);
}
