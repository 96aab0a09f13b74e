using Azure;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Tables.Entities;
using Isthmus.Embedded.Tables.Filters;

namespace Isthmus.Embedded.Tables;

/// <summary>The tables of a store, with the rules of Azure Tables: what <c>TableClient</c> is a shell over.</summary>
internal sealed class TableStore
{
    private readonly EmbeddedStore store;
    private readonly EntityClock clock;
    private readonly TableNumbers numbers = new();

    private TableStore(EmbeddedStore store)
    {
        this.store = store;
        clock = new EntityClock(store);
    }

    public static TableStore Of(EmbeddedStore store) => store.Part(s => new TableStore(s));

    /// <summary>False: it was there already.</summary>
    public Task<bool> CreateAsync(string table, CancellationToken cancellation)
    {
        EntityRules.CheckTableName(table);
        return store.WriteAsync(
            session =>
                session.Execute("INSERT INTO azure_tables (name) VALUES ($1) ON CONFLICT DO NOTHING", table) == 1, cancellation);
    }

    /// <summary>False: there was none.</summary>
    public Task<bool> DeleteAsync(string table, CancellationToken cancellation) => store.WriteAsync(
        session =>
        {
            if (EntityRows.FindTable(session, table) is not { } id) return false;
            numbers.Forget(table, id);
            session.Execute("DELETE FROM azure_entities WHERE \"table\" = $1", id);
            return session.Execute("DELETE FROM azure_tables WHERE id = $1", id) == 1;
        },
        cancellation);

    /// <summary>The names of the tables that follow <paramref name="after"/>, in order.</summary>
    public List<string> List(string after) => store.Read(session => session.Query(
        "SELECT name FROM azure_tables WHERE name > $1 ORDER BY name", row => row.GetString(0), after));

    /// <summary>The entity, or null where it or its table is missing.</summary>
    public StoredEntity? Find(string table, string partitionKey, string rowKey) => store.Read(session =>
        numbers.FindCommitted(session, table) is { } id ? new EntityRows(session, id, clock).Find(partitionKey, rowKey) : null);

    /// <summary>A page of the entities that a filter accepts.</summary>
    public EntityPage Query(string table, Filter? filter, EntityPosition? from, int most) => store.Read(session =>
        numbers.FindCommitted(session, table) is { } id
            ? EntityScan.Page(session, id, filter, from, most)
            : throw TableErrors.TableNotFound());

    /// <summary>Makes one change; gives the new stamp, or null for a deletion.</summary>
    public Task<long?> ChangeAsync(string table, EntityChange change, CancellationToken cancellation) => store.WriteAsync(
        session => Rows(session, table).Apply(change), cancellation);

    /// <summary>Makes all changes or none; gives their new stamps in order.</summary>
    public Task<List<long?>> ChangeAllAsync(string table, IReadOnlyList<EntityChange> changes,
        CancellationToken cancellation) =>
        store.WriteAsync(
            session =>
            {
                var rows = Rows(session, table);
                return changes.Select((change, index) => Apply(rows, change, index)).ToList();
            },
            cancellation);

    private static long? Apply(EntityRows rows, EntityChange change, int index)
    {
        try { return rows.Apply(change); }
        catch (RequestFailedException failure) { throw TableErrors.At(index, failure); }
    }

    private EntityRows Rows(StoreSession session, string table) =>
        new(session, numbers.Find(session, table) ?? throw TableErrors.TableNotFound(), clock);
}
