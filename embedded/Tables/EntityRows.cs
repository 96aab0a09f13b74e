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

    /// <summary>Makes a change; gives the entity's new version, or null for a deletion.</summary>
    public string? Apply(EntityChange change) => change.Kind switch
    {
        TableTransactionActionType.Add => Add(change),
        TableTransactionActionType.UpdateMerge => Merge(change, Existing(change)),
        TableTransactionActionType.UpdateReplace => Replace(change, Stamp(change), change.Json),
        TableTransactionActionType.UpsertMerge when Find(change.PartitionKey, change.RowKey) is { } existing =>
            Merge(change, existing),
        TableTransactionActionType.UpsertReplace when FindStamp(change) is { } stamp => Replace(change, stamp, change.Json),
        TableTransactionActionType.Delete => Delete(change),
        _ => Add(change),
    };

    private string Add(EntityChange change)
    {
        var stamp = clock.After(0);
        var added = session.Execute(
            """
            INSERT INTO azure_entities ("table", partition, row, stamp, properties)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """, table, change.PartitionKey, change.RowKey, stamp, change.Json);
        return added == 1 ? StoredEntity.ETagOf(stamp) : throw TableErrors.EntityAlreadyExists();
    }

    private string Merge(EntityChange change, StoredEntity existing)
    {
        var merged = existing.Properties;
        foreach (var (name, value) in change.Properties) merged[name] = value;
        EntityRules.CheckWhole(change.PartitionKey, change.RowKey, merged);
        return Replace(change, existing.Stamp, EntityJson.Write(merged));
    }

    private string Replace(EntityChange change, long stamp, byte[] json)
    {
        var next = clock.After(stamp);
        session.Execute($"UPDATE azure_entities SET stamp = $4, properties = $5 WHERE {ByKey}",
            table, change.PartitionKey, change.RowKey, next, json);
        return StoredEntity.ETagOf(next);
    }

    private string? Delete(EntityChange change)
    {
        Stamp(change);
        session.Execute($"DELETE FROM azure_entities WHERE {ByKey}", table, change.PartitionKey, change.RowKey);
        return null;
    }

    private StoredEntity Existing(EntityChange change)
    {
        var existing = Find(change.PartitionKey, change.RowKey) ?? throw TableErrors.EntityNotFound();
        Check(change, existing.Stamp);
        return existing;
    }

    private long Stamp(EntityChange change)
    {
        var stamp = FindStamp(change) ?? throw TableErrors.EntityNotFound();
        Check(change, stamp);
        return stamp;
    }

    private long? FindStamp(EntityChange change) => session.Number(
        $"SELECT stamp FROM azure_entities WHERE {ByKey}", table, change.PartitionKey, change.RowKey);

    private static void Check(EntityChange change, long stamp)
    {
        if (change.ETag is not null && change.ETag != StoredEntity.ETagOf(stamp)) throw TableErrors.ConditionNotMet();
    }
}
