using System.Text;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Webhooks;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Microsoft.AspNetCore.WebUtilities;

namespace Isthmus.Sandbox.ZohoInventory.Webhooks;

/// <summary>Turns what happened into the webhooks of the rules that ask for it.</summary>
internal sealed class WebhookRules(Company company, WebhookSender sender)
{
    private volatile IReadOnlyList<WebhookRule> rules = [];

    public IReadOnlyList<WebhookRule> All { get => rules; set => rules = value; }

    /// <summary>Called under the company's gate, so that a payload shows the record as the call left it.</summary>
    public void Announce(IReadOnlyList<Happening> happenings)
    {
        foreach (var rule in rules)
            foreach (var happening in happenings)
                if (rule.IsFor(happening.Rule)) sender.Send(Message(rule, happening));
    }

    private WebhookMessage Message(WebhookRule rule, Happening happening)
    {
        var payload = Payload.Of(company, happening.Record);
        var (type, body, form) = Render(rule, payload);
        var url = new Uri(rule.Url);
        var headers = rule.Headers.ToDictionary();
        if (rule.Secret is { } secret)
        {
            var query = QueryHelpers.ParseQuery(url.Query)
                .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
            headers[WebhookSignature.Header] = WebhookSignature.Of(secret, query.Concat(form), form.Count > 0 ? "" : body);
        }
        var retries = Array.ConvertAll(rule.RetryAfterSeconds, seconds => TimeSpan.FromSeconds(seconds));
        return new WebhookMessage(ZohoVendor.VendorName, happening.Rule, url, Encoding.UTF8.GetBytes(body), type,
            _ => headers, retries, () => rules.Contains(rule), _ => { });
    }

    private static (string Type, string Body, Dictionary<string, string> Form) Render(WebhookRule rule, Payload payload)
    {
        if (rule.Body == "raw") return ("application/json", payload.Fill(rule.Raw), []);
        var json = payload.ToJson().ToJsonString(JsonAnswer.Compact);
        if (rule.Body == "default") return ("application/json", json, []);
        var form = rule.Parameters.Count == 0 ? new Dictionary<string, string> { ["JSONString"] = json }
            : rule.Parameters.ToDictionary(pair => pair.Key, pair => payload.Fill(pair.Value));
        var pairs = form.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        return ("application/x-www-form-urlencoded", string.Join('&', pairs), form);
    }
}
