using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Polling;
using Isthmus.Core.Runs;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>
/// Sage's purchase orders, those that were deleted, and receipts. Each change becomes one event in the inbox; a change that the
/// inbox knows is unchanged, and one that we made ourselves is left out.
/// </summary>
public sealed class SagePurchaseFeeds(
    SageAgentClient sage, WebhookIntake intake, CrossReferenceStore references, RunStore runs, IOptions<PurchasingOptions> rules,
    TimeProvider time)
{
    /// <summary>The user as which the agent writes. Source: docs/sage-100-agent-protocol.md, Objects.</summary>
    private const string Agent = "ISTHMUS";

    private const string Complete = "X";
    private static readonly TimeSpan Lately = TimeSpan.FromDays(2);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private static readonly string[] Stamps = ["PurchaseOrderNo", SageWriter.ExternalIdColumn, "DateUpdated", "TimeUpdated", "UserUpdatedKey"];

    /// <summary>The feeds of one round. A receipt whose order was taken in the round is told of by its order.</summary>
    /// <param name="full">Tells once a day more of orders that changed in the last days, in case a run ended without hearing.</param>
    public IReadOnlyList<Feed> OfRound(bool full)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            Feed("purchase-orders", "PO_PurchaseOrder", ["OrderStatus", "LastReceiptNo"], (row, c) => TakeOrderAsync(row, told, full, c)),
            Feed("purchase-history", "PO_PurchaseOrderHistory", ["OrderStatus"], (row, c) => TakeOrderAsync(row, told, full, c)),
            Feed("purchase-receipts", "PO_Receipt", ["ReceiptNo", "PostedDate"], (row, c) => TakeReceiptAsync(row, told, c)),
        ];
    }

    private Feed Feed(string name, string from, string[] columns, Func<JsonElement, CancellationToken, Task<bool?>> take) =>
        new(SageOptions.Id, name, Overlap)
        {
            Read = (since, cancellation) => sage.QueryAsync(from, [.. Stamps, .. columns], null, since, cancellation),
            TakeAsync = (page, cancellation) => TakeAsync(page, take, cancellation),
        };

    private static async Task<PollCounts> TakeAsync(
        IReadOnlyList<JsonElement> page, Func<JsonElement, CancellationToken, Task<bool?>> take, CancellationToken cancellation)
    {
        var (taken, skipped) = (0, 0);
        foreach (var row in page)
        {
            var outcome = await take(row, cancellation);
            if (outcome is null) skipped++;
            else if (outcome.Value) taken++;
        }
        return new PollCounts(page.Count, taken, page.Count - taken - skipped, skipped);
    }

    /// <summary>Null where a rule leaves it out.</summary>
    private async Task<bool?> TakeOrderAsync(JsonElement row, HashSet<string> told, bool full, CancellationToken cancellation)
    {
        var no = Number(row);
        var fromZoho = PurchaseTargets.ZohoIdOf(row.FindText(SageWriter.ExternalIdColumn)) is not null;
        if (fromZoho != rules.Value.FromZoho || row.FindText("UserUpdatedKey") == Agent) return null;
        if (!fromZoho && row.FindText("OrderStatus") == Complete && !await IsKnownAsync(no, cancellation)) return null;
        var version = $"{no}:{row.FindText("OrderStatus")}:{row.FindText("LastReceiptNo")}";
        var again = full && ChangedLately(row) ? $":{time.GetUtcNow():yyyyMMdd}" : "";
        var fresh = await TakeAsync(row, SagePurchaseRoute.Order, version + again, cancellation);
        if (fresh) told.Add(no);
        return fresh;
    }

    private async Task<bool?> TakeReceiptAsync(JsonElement row, HashSet<string> told, CancellationToken cancellation)
    {
        if (row.FindText("PostedDate") is not { Length: > 0 } || PurchaseTargets.ZohoIdOf(row.FindText(SageWriter.ExternalIdColumn)) is not null)
            return null;
        if (told.Contains(Number(row))) return null;
        return await TakeAsync(row, SagePurchaseRoute.Receipt, row.NeedText("ReceiptNo", SageOptions.Id), cancellation);
    }

    /// <summary>Sage's dates are its host's, of which nothing more is needed here than the day.</summary>
    private bool ChangedLately(JsonElement row) =>
        string.CompareOrdinal(row.FindText("DateUpdated"), (time.GetUtcNow() - Lately).ToString("yyyyMMdd", CultureInfo.InvariantCulture)) >= 0;

    /// <summary>An order that was over before anybody carried it is no news.</summary>
    private async Task<bool> IsKnownAsync(string no, CancellationToken cancellation) =>
        await references.FindAsync(no, PurchaseTargets.ZohoOrder, cancellation) is not null
        || await runs.FindAsync(PurchaseToZohoOrchestration.InstanceId(no), cancellation) is not null;

    private Task<bool> TakeAsync(JsonElement row, string type, string version, CancellationToken cancellation) => intake.TakeAsync(
        SageOptions.Id, $"{type}:{version}:{row.FindText("DateUpdated")}:{row.FindText("TimeUpdated")}", type,
        JsonSerializer.SerializeToUtf8Bytes(row), "sweep", cancellation);

    private static string Number(JsonElement row) => row.NeedText("PurchaseOrderNo", SageOptions.Id);
}
