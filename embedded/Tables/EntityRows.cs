using Azure.Data.Tables;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Tables.Entities;
using Isthmus.Embedded.Storage.Sqlite;

namespace Isthmus.Embedded.Tables;

/// <summary>The entities of one table, within one session.</summary>
internal readonly struct EntityRows(StoreSession session, long table, EntityClock clock)
{
    private const string ByKey = "\"table\" = $1 AND partition = $2 AND row = $3";

    public static long? FindTable(StoreSession session, string name) =>
        session.Number("SELECT id FROM azure_tables WHERE name = $1", name);

    public static StoredEntity Read(StoreRow row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), EntityJson.Read(row.GetBytes(3)));

    public StoredEntity? Find(string partitionKey, string rowKey) => session.First(
        $"SELECT partition, row, stamp, properties FROM azure_entities WHERE {ByKey}", Read, table, partitionKey, rowKey);

    /// <summary>Makes a change; gives the entity's new stamp, or null for a deletion.</summary>
    public long? Apply(EntityChange change) => change.Kind switch
    {
        TableTransactionActionType.Add => Insert(change) ?? throw TableErrors.EntityAlreadyExists(),
        TableTransactionActionType.UpdateMerge => Merge(change, Existing(change)),
        TableTransactionActionType.UpdateReplace => Replace(Existing(change), change.Json),
        TableTransactionActionType.UpsertMerge when FindPlace(change) is { } place => Merge(change, place),
        TableTransactionActionType.UpsertReplace when Insert(change) is { } stamp => stamp,
        TableTransactionActionType.UpsertReplace => Replace(Existing(change), change.Json),
        TableTransactionActionType.Delete => Delete(change),
        _ => Insert(change),
    };

    /// <summary>Null where the key is taken.</summary>
    private long? Insert(EntityChange change)
    {
        var stamp = clock.After(0);
        var added = session.Execute(
            """
            INSERT INTO azure_entities ("table", partition, row, stamp, properties)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """, table, change.PartitionKey, change.RowKey, stamp, change.Json);
        return added == 1 ? stamp : null;
    }

    private long Merge(EntityChange change, Place place)
    {
        var merged = session.First(
            "SELECT properties FROM azure_entities WHERE rowid = $1", row => EntityJson.Read(row.GetBytes(0)), place.Row)!;
        foreach (var (name, value) in change.Properties) merged[name] = value;
        EntityRules.CheckWhole(change.PartitionKey, change.RowKey, merged);
        return Replace(place, EntityJson.Write(merged));
    }

    private long Replace(Place place, byte[] json)
    {
        var next = clock.After(place.Stamp);
        session.Execute("UPDATE azure_entities SET stamp = $2, properties = $3 WHERE rowid = $1", place.Row, next, json);
        return next;
    }

    private long? Delete(EntityChange change)
    {
        session.Execute("DELETE FROM azure_entities WHERE rowid = $1", Existing(change).Row);
        return null;
    }

    private Place Existing(EntityChange change)
    {
        var place = FindPlace(change) ?? throw TableErrors.EntityNotFound();
        if (change.ETag is not null && change.ETag != StoredEntity.ETagOf(place.Stamp)) throw TableErrors.ConditionNotMet();
        return place;
    }

    private Place? FindPlace(EntityChange change) => session.First<Place?>(
        $"SELECT rowid, stamp FROM azure_entities WHERE {ByKey}", row => new Place(row.GetInt64(0), row.GetInt64(1)),
        table, change.PartitionKey, change.RowKey);

    /// <summary>Where an entity stands, and its version.</summary>
    private readonly record struct Place(long Row, long Stamp);
}
