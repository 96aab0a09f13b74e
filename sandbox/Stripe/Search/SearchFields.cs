namespace Isthmus.Sandbox.Stripe.Search;

/// <summary>What can be searched for, by kind of object, and whether a field is a number, exact text, or text to look inside.</summary>
internal static class SearchFields
{
    private static readonly Dictionary<string, Dictionary<string, string>> ByKind = new()
    {
        ["customers"] = new() { ["created"] = "number", ["email"] = "string", ["metadata"] = "token", ["name"] = "string", ["phone"] = "string" },
        ["payment_intents"] = new()
        {
            ["amount"] = "number", ["created"] = "number", ["currency"] = "token", ["customer"] = "token", ["metadata"] = "token",
            ["status"] = "token"
        },
        ["charges"] = new()
        {
            ["amount"] = "number", ["billing_details.address.postal_code"] = "token", ["created"] = "number", ["currency"] = "token",
            ["customer"] = "token", ["disputed"] = "token", ["metadata"] = "token", ["refunded"] = "token", ["status"] = "token",
            ["payment_method_details.card.brand"] = "token", ["payment_method_details.card.exp_month"] = "number",
            ["payment_method_details.card.exp_year"] = "number", ["payment_method_details.card.fingerprint"] = "token",
            ["payment_method_details.card.last4"] = "token"
        }
    };

    /// <summary>"number", "string" or "token"; null when the kind has no such field to search.</summary>
    public static string? Type(string kind, string field) => ByKind[kind].GetValueOrDefault(Path(field));

    /// <summary>Card fields may be named in short.</summary>
    public static string Path(string field) =>
        field.StartsWith("payment_method_details.", StringComparison.Ordinal) && !field.Contains(".card.", StringComparison.Ordinal)
            ? field.Replace("payment_method_details.", "payment_method_details.card.", StringComparison.Ordinal)
            : field;
}
