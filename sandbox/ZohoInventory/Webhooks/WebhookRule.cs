namespace Isthmus.Sandbox.ZohoInventory.Webhooks;

/// <summary>Workflow rules with a webhook action. There is no event id or type: put the rule's name in the URL.</summary>
internal sealed record WebhookRule
{
    public string Id { get; init; } = "";

    /// <summary>May have query parameters; they are signed too.</summary>
    public required string Url { get; init; }

    /// <summary>Token of 12 to 50 letters and digits; null sends no signature.</summary>
    public string? Secret { get; init; }

    /// <summary>"salesorder.created", "package.created", ... or "*".</summary>
    public required string[] Rules { get; init; }

    /// <summary>"default" (all fields as JSON), "form" (pairs) or "raw" (a text with placeholders).</summary>
    public string Body { get; init; } = "default";

    /// <summary>For "form": names to texts with placeholders (${SALESORDER.SALESORDER_ID}). Empty sends JSONString.</summary>
    public Dictionary<string, string> Parameters { get; init; } = [];

    /// <summary>For "raw".</summary>
    public string Raw { get; init; } = "";

    /// <summary>Fixed headers of the request.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>Seconds between attempts; empty = one attempt. The vendor promises none.</summary>
    public int[] RetryAfterSeconds { get; init; } = [];

    public bool IsFor(string rule) => Rules.Contains("*") || Rules.Contains(rule);
}
