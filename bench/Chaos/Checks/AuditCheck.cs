using System.Globalization;
using System.Text.Json;
using Isthmus.Cli.Clients;

namespace Isthmus.Bench.Chaos.Checks;

/// <summary>The audit's chain holds, and it has a line for each record that the vendors hold.</summary>
internal static class AuditCheck
{
    /// <summary>The audit's subjects by where the ledger has their records and what these call their key.</summary>
    private static readonly (string System, string Records, string Key, string Subject)[] Kinds =
    [
        ("zoho-inventory", "contacts", "contact_id", "zoho-inventory.contact"),
        ("zoho-inventory", "salesorders", "salesorder_id", "zoho-inventory.salesorder"),
        ("zoho-inventory", "invoices", "invoice_id", "zoho-inventory.invoice"),
        ("zoho-inventory", "customerpayments", "payment_id", "zoho-inventory.payment"),
        ("sage-100", "customers", "CustomerNo", "sage-100.customer"),
        ("sage-100", "orders", "SalesOrderNo", "sage-100.salesorder"),
    ];

    /// <summary>Adds what it finds, and gives the number of the chain's entries.</summary>
    public static async Task<long> RunAsync(AppClient app, JsonElement ledger, List<string> findings, CancellationToken cancel)
    {
        var verdict = await app.GetAsync("/api/audit/verify", cancel);
        if (!verdict.GetProperty("ok").GetBoolean()) findings.Add($"The audit's chain is broken: {verdict.GetProperty("breaks")}");
        var audited = await SubjectsAsync(app, cancel);
        findings.AddRange(Records(ledger).Where(record => !audited.Contains(record)).Select(record => $"The audit has no line for {record}."));
        return verdict.GetProperty("entries").GetInt64();
    }

    private static IEnumerable<string> Records(JsonElement ledger) => Kinds.SelectMany(kind =>
        ledger.GetProperty(kind.System).GetProperty(kind.Records).EnumerateArray()
            .Select(record => $"{kind.Subject}/{record.GetProperty(kind.Key)}"));

    /// <summary>Of this month and the one before: a run may have begun in that.</summary>
    private static async Task<HashSet<string>> SubjectsAsync(AppClient app, CancellationToken cancel)
    {
        var subjects = new HashSet<string>(StringComparer.Ordinal);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var month in (DateTimeOffset[])[now, now.AddMonths(-1)])
        {
            var list = $"/api/audit?limit=1000&month={month.ToString("yyyyMM", CultureInfo.InvariantCulture)}";
            foreach (var entry in await app.ItemsAsync(list, cancel)) subjects.Add(entry.GetProperty("subject").GetString()!);
        }
        return subjects;
    }
}
