using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Deals;

/// <summary>What is known of each deal, and the orders whose invoices are still looked for.</summary>
public sealed class DealStore(IsthmusTables tables)
{
    private const string Deal = "deal";
    private const string Followed = "followed";

    /// <summary>What is known of a deal; a deal that nobody saw yet is open and was never won.</summary>
    public async Task<DealState> FindAsync(string dealId, CancellationToken cancellation = default) =>
        await GetAsync(dealId, cancellation) ?? new DealState(dealId);

    /// <summary>True where the deal was ever won.</summary>
    public async Task<bool> KnowsAsync(string dealId, CancellationToken cancellation = default) =>
        await GetAsync(dealId, cancellation) is not null;

    /// <summary>Keeps what the deal's one run learnt.</summary>
    public Task SaveAsync(DealState state, CancellationToken cancellation = default) => tables.Deals.UpsertEntityAsync(
        new TableEntity(Deal, TableKey.Escape(state.Id)) { ["State"] = JsonSerializer.Serialize(state) },
        TableUpdateMode.Replace, cancellation);

    /// <summary>Looks for the invoices of an order from now on. An order that is looked after already stays as it is.</summary>
    public async Task FollowAsync(DealOrder order, CancellationToken cancellation = default)
    {
        try { await tables.Deals.AddEntityAsync(Row(new FollowedOrder(order, null)), cancellation); }
        catch (RequestFailedException known) when (known.ErrorCode == "EntityAlreadyExists") { }
    }

    /// <summary>Keeps what the deal shows of its invoices.</summary>
    public Task ShowedAsync(FollowedOrder followed, CancellationToken cancellation = default) =>
        tables.Deals.UpsertEntityAsync(Row(followed), TableUpdateMode.Replace, cancellation);

    /// <summary>The order of a winning while its invoices are looked for; null otherwise.</summary>
    public async Task<FollowedOrder?> FollowedAsync(string key, CancellationToken cancellation = default)
    {
        var found = await tables.Deals.GetEntityIfExistsAsync<TableEntity>(
            Followed, TableKey.Escape(key), cancellationToken: cancellation);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>Looks for the order's invoices no more.</summary>
    public async Task LeaveAsync(DealOrder order, CancellationToken cancellation = default)
    {
        try { await tables.Deals.DeleteEntityAsync(Followed, TableKey.Escape(KeyOf(order)), ETag.All, cancellation); }
        catch (RequestFailedException gone) when (gone.Status == 404) { }
    }

    /// <summary>The orders whose invoices are looked for.</summary>
    public async IAsyncEnumerable<FollowedOrder> FollowedAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Followed}");
        await foreach (var row in tables.Deals.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return Read(row);
    }

    /// <summary>Names the order of a winning: deal and number of the winning.</summary>
    public static string KeyOf(DealOrder order) => KeyOf(order.DealId, $"{order.Winning}");

    /// <summary>Names the order of a winning, whose number is given as text.</summary>
    public static string KeyOf(string dealId, string winning) => $"{dealId}-{winning}";

    private async Task<DealState?> GetAsync(string dealId, CancellationToken cancellation)
    {
        var found = await tables.Deals.GetEntityIfExistsAsync<TableEntity>(
            Deal, TableKey.Escape(dealId), cancellationToken: cancellation);
        return found.HasValue ? JsonSerializer.Deserialize<DealState>(found.Value!.GetString("State"))! : null;
    }

    private static TableEntity Row(FollowedOrder followed) =>
        new(Followed, TableKey.Escape(KeyOf(followed.Order))) { ["Order"] = JsonSerializer.Serialize(followed) };

    private static FollowedOrder Read(TableEntity row) => JsonSerializer.Deserialize<FollowedOrder>(row.GetString("Order"))!;
}
