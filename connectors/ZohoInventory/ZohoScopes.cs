namespace Isthmus.Connectors.ZohoInventory;

/// <summary>The OAuth scopes that orders, payments, refunds, payouts and purchases need. Source: Zoho Inventory API, OAuth, Scopes.</summary>
internal static class ZohoScopes
{
    private static readonly (string Module, string[] Rights)[] Needed =
    [
        ("contacts", ["CREATE", "READ", "UPDATE"]), ("items", ["CREATE", "READ", "UPDATE"]),
        ("salesorders", ["CREATE", "READ", "UPDATE"]),
        ("invoices", ["CREATE", "READ", "UPDATE"]), ("customerpayments", ["CREATE", "READ", "UPDATE"]), ("packages", ["READ"]),
        ("creditnotes", ["CREATE", "READ", "UPDATE", "DELETE"]), ("salesreturns", ["CREATE", "READ"]),
        ("purchaseorders", ["CREATE", "READ", "UPDATE"]), ("purchasereceives", ["CREATE", "READ"]),
        ("shipmentorders", ["READ"]), ("inventoryadjustments", ["CREATE", "READ"]), ("settings", ["READ"]),
    ];

    /// <summary>As the consent page takes them.</summary>
    public static string All { get; } = string.Join(',',
        Needed.SelectMany(need => need.Rights.Select(right => Name(need.Module, right))));

    /// <summary>What a token's scope text does not cover.</summary>
    public static IReadOnlyList<string> Missing(string granted)
    {
        var has = granted.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (has.Count == 0 || has.Contains("ZohoInventory.FullAccess.all")) return [];
        return [.. Needed.SelectMany(need => need.Rights
            .Where(right => !has.Contains(Name(need.Module, right)) && !has.Contains(Name(need.Module, "ALL")))
            .Select(right => Name(need.Module, right)))];
    }

    private static string Name(string module, string right) => $"ZohoInventory.{module}.{right}";
}
