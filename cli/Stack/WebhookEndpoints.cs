using System.Text.Json;
using Isthmus.Cli.Clients;

namespace Isthmus.Cli.Stack;

/// <summary>Tells the sandbox's vendors where the app takes their webhooks.</summary>
internal sealed class WebhookEndpoints(SandboxClient sandbox, Uri app)
{
    private static readonly string[] ZohoRules =
    [
        "salesorder.created", "salesorder.confirmed", "salesorder.voided", "package.created", "shipment.created", "shipment.delivered",
        "creditnote.opened", "creditnote.edited", "creditnote_refund.created", "salesreturn.approved",
        "shipment.deleted", "package.deleted", "purchaseorder.created", "purchaseorder.edited", "purchaseorder.issued",
        "purchaseorder.cancelled", "purchaseorder.deleted", "purchasereceive.created", "purchasereceive.edited", "purchasereceive.deleted",
        "contact.created", "contact.edited",
    ];

    // Zoho sends what was deleted as it was: only the address tells.
    private static readonly string[] DeletionRules = ["contact.deleted", "salesorder.deleted"];

    /// <summary>Registers what is missing.</summary>
    /// <param name="secretKnown">Whether the vault has the secret of an endpoint that is there already.</param>
    /// <param name="cancel">Ends the calls.</param>
    /// <returns>The signing secret of a new Stripe endpoint, or null when the old one stays.</returns>
    public async Task<string?> RegisterAsync(bool secretKnown, CancellationToken cancel)
    {
        await RegisterAtZohoAsync(cancel);
        var address = new Uri(app, "/api/webhooks/stripe").ToString();
        var there = (await sandbox.StripeAsync("webhook_endpoints?limit=100", null, cancel)).GetProperty("data").EnumerateArray()
            .Where(endpoint => endpoint.GetProperty("url").GetString() == address).ToList();
        if (there.Count > 0 && secretKnown) return null;
        var form = new Dictionary<string, string> { ["url"] = address, ["enabled_events[]"] = "*" };
        return (await sandbox.StripeAsync("webhook_endpoints", form, cancel)).GetProperty("secret").GetString();
    }

    private async Task RegisterAtZohoAsync(CancellationToken cancel)
    {
        var url = new Uri(app, "/api/webhooks/zoho-inventory").ToString();
        var there = await sandbox.GetAsync("/_sandbox/zoho-inventory/webhooks", cancel);
        await RegisterAtZohoAsync(there, url, ZohoRules, cancel);
        foreach (var rule in DeletionRules) await RegisterAtZohoAsync(there, $"{url}?rule={rule}", [rule], cancel);
    }

    private async Task RegisterAtZohoAsync(JsonElement there, string url, string[] rules, CancellationToken cancel)
    {
        if (there.GetProperty("webhooks").EnumerateArray().Any(rule => Same(rule, url))) return;
        await sandbox.PostAsync(
            "/_sandbox/zoho-inventory/webhooks", new { url, secret = AppSettings.ZohoWebhookToken, rules }, cancel);
    }

    private static bool Same(JsonElement rule, string url) => rule.GetProperty("url").GetString() == url;
}
