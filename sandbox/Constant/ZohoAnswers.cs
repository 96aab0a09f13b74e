using System.Text.Json;

namespace Isthmus.Sandbox.Constant;

/// <summary>Zoho Inventory: finds nothing, takes everything.</summary>
internal static class ZohoAnswers
{
    private const string Done = """{"code":0,"message":"success"}""";
    private const string Nothing = """
        {"code":0,"message":"success","contacts":[],"salesorders":[],"invoices":[],"customerpayments":[],"page_context":{"has_more_page":false}}
        """;

    private static readonly FixedAnswer Currencies = new("currencies");
    private static readonly FixedAnswer Taxes = new("taxes");
    private static readonly FixedAnswer Items = new("items");

    public static Task AnswerTokenAsync(HttpContext context) => FixedAnswer.JsonAsync(context,
        $$"""{"access_token":"1000.constant","scope":"ZohoInventory.FullAccess.all","api_domain":"http://{{context.Request.Host}}/zoho-inventory","token_type":"Bearer","expires_in":3600}""");

    public static Task AnswerAsync(HttpContext context)
    {
        var module = context.Request.Path.Value!.Split('/');
        return (context.Request.Method, module[^1]) switch
        {
            ("GET", "currencies") => Currencies.WriteAsync(context),
            ("GET", "taxes") => Taxes.WriteAsync(context),
            ("GET", "items") => Items.WriteAsync(context),
            ("GET", _) => FixedAnswer.JsonAsync(context, Nothing),
            ("POST", "contacts") => CreatedAsync(context, "contact", "contact_name"),
            ("POST", "salesorders") => CreatedAsync(context, "salesorder", "salesorder_number"),
            ("POST", "invoices") => CreatedAsync(context, "invoice", "invoice_number"),
            ("POST", "customerpayments") => CreatedAsync(context, "payment", "reference_number"),
            _ => FixedAnswer.JsonAsync(context, Done),
        };
    }

    /// <summary>A document whose id follows from its number or name, so that the same one gets the same id.</summary>
    private static async Task CreatedAsync(HttpContext context, string kind, string key)
    {
        using var sent = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var name = sent.RootElement.GetProperty(key).GetString()!;
        var reference = sent.RootElement.TryGetProperty("reference_number", out var given) ? given.GetString() : "";
        var id = Id(name);
        await FixedAnswer.JsonAsync(context, $$"""
            {"code":0,"message":"success","{{kind}}":{"{{kind}}_id":"{{id}}","{{key}}":"{{name}}","reference_number":"{{reference}}",
            "currency_code":"GBP","status":"draft","total":12.00,"amount":12.00,
            "line_items":[{"line_item_id":"{{id + 1}}"},{"line_item_id":"{{id + 2}}"}] } }
            """, status: 201);
    }

    private static ulong Id(string name)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in name) hash = (hash ^ letter) * 1_099_511_628_211UL;
        return 460_000_000_000_000_000UL + (hash % 9_999_999_999_999UL * 10);
    }
}
