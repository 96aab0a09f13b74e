using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Inbox;

/// <summary>
/// Every received event, once. A row per event, and in the same partition a row that orders it by time and, until it is routed, a
/// row that marks it as waiting; so the sweep for forgotten events and the purge of old ones read only what concerns them.
/// </summary>
public sealed class EventInbox(IsthmusTables tables)
{
    private const string Waiting = "!waiting|";
    private const string ByTime = "!time|";
    private const int EventsAtOnce = 50;

    /// <summary>Stores an event.</summary>
    /// <returns>False when it was there already.</returns>
    public async Task<bool> AddAsync(InboxEvent received, CancellationToken cancellation = default)
    {
        var partition = TableKey.Escape(received.Connection);
        var row = TableKey.Escape(received.EventId);
        var entity = new TableEntity(partition, row)
        {
            ["EventId"] = received.EventId,
            ["Type"] = received.Type,
            ["Content"] = received.Body.Content?.ToArray(),
            ["Body"] = received.Body.Reference,
            ["Source"] = received.Source,
            ["ReceivedAt"] = received.ReceivedAt,
            ["State"] = nameof(InboxState.Received),
        };
        try
        {
            await tables.Inbox.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add, entity),
                    new(TableTransactionActionType.UpsertReplace, Marker(partition, Waiting, received)),
                    new(TableTransactionActionType.UpsertReplace, Marker(partition, ByTime, received)),
                ],
                cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == "EntityAlreadyExists")
        {
            return false;
        }
    }

    /// <summary>The stored event, or null.</summary>
    public async Task<InboxEntry?> FindAsync(string connection, string eventId, CancellationToken cancellation = default)
    {
        var found = await tables.Inbox.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Escape(connection), TableKey.Escape(eventId), cancellationToken: cancellation);
        return found.HasValue ? Read(connection, found.Value!) : null;
    }

    /// <summary>Records what became of an event.</summary>
    public async Task SettleAsync(InboxEvent received, InboxState state, string outcome, CancellationToken cancellation = default)
    {
        var partition = TableKey.Escape(received.Connection);
        var change = new TableEntity(partition, TableKey.Escape(received.EventId))
        {
            ["State"] = state.ToString(),
            ["Outcome"] = outcome,
        };
        try
        {
            await tables.Inbox.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.UpdateMerge, change, ETag.All),
                    new(TableTransactionActionType.Delete, Marker(partition, Waiting, received), ETag.All),
                ],
                cancellation);
        }
        catch (RequestFailedException settled) when (settled.Status == 404)
        {
            // It was settled before and does not wait.
            await tables.Inbox.UpsertEntityAsync(change, TableUpdateMode.Merge, cancellation);
        }
    }

    /// <summary>
    /// Events that were stored before <paramref name="before"/> and that nobody has looked at yet, oldest first.
    /// </summary>
    public async IAsyncEnumerable<InboxEntry> WaitingAsync(
        string connection, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var marker in RangeAsync(connection, Waiting, before, cancellation))
        {
            if (await FindAsync(connection, marker.GetString("EventId"), cancellation) is { } entry) yield return entry;
        }
    }

    /// <summary>
    /// Removes settled events that were received before <paramref name="before"/>. One that waits stays, and so does one that
    /// could not be routed while somebody still has to look at it.
    /// </summary>
    /// <param name="connection">Whose events.</param>
    /// <param name="before">Events received then or later stay.</param>
    /// <param name="isOpen">Whether somebody still has to look at an event that could not be routed.</param>
    /// <param name="budget">How long to go on.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task PurgeAsync(
        string connection, DateTimeOffset before, Func<InboxEntry, Task<bool>> isOpen, PurgeBudget budget,
        CancellationToken cancellation = default)
    {
        var partition = TableKey.Escape(connection);
        await foreach (var markers in RangeAsync(connection, ByTime, before, cancellation).ChunksOfAsync(EventsAtOnce, cancellation))
        {
            if (budget.Spent) return;
            var rows = new List<string>();
            foreach (var marker in markers)
            {
                var id = marker.GetString("EventId");
                var entry = await FindAsync(connection, id, cancellation);
                if (entry is { State: InboxState.Received } || (entry is { State: InboxState.DeadLettered } && await isOpen(entry))) continue;
                if (entry is not null) rows.Add(TableKey.Escape(id));
                rows.Add(marker.RowKey);
                budget.Took(1);
            }
            await RowRemoval.RemoveAsync(tables.Inbox, partition, rows, cancellation);
        }
    }

    private AsyncPageable<TableEntity> RangeAsync(
        string connection, string prefix, DateTimeOffset before, CancellationToken cancellation)
    {
        var partition = TableKey.Escape(connection);
        var end = prefix + before.UtcTicks.ToString("D19");
        return tables.Inbox.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}"),
            cancellationToken: cancellation);
    }

    private static TableEntity Marker(string partition, string prefix, InboxEvent received) =>
        new(partition, $"{prefix}{received.ReceivedAt.UtcTicks:D19}|{TableKey.Escape(received.EventId)}") { ["EventId"] = received.EventId };

    private static EventBody Body(TableEntity entity) => entity.GetBinary("Content") is { } content
        ? new(content, null)
        : new(null, entity.GetString("Body"));

    private static InboxEntry Read(string connection, TableEntity entity) => new(
        new InboxEvent(
            connection, entity.GetString("EventId"), entity.GetString("Type"), Body(entity),
            entity.GetDateTimeOffset("ReceivedAt")!.Value, entity.GetString("Source")),
        Enum.Parse<InboxState>(entity.GetString("State")),
        entity.GetString("Outcome"));
}
