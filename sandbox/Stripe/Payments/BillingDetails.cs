using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>Who pays, as charges and payment methods show it.</summary>
internal static class BillingDetails
{
    public static JsonObject Of(JsonObject? from) => new()
    {
        ["address"] = Postal.Address(from?["address"]), ["email"] = from?["email"]?.DeepClone(), ["name"] = from?["name"]?.DeepClone(),
        ["phone"] = from?["phone"]?.DeepClone(), ["tax_id"] = null
    };
}
