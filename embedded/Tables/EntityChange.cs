using Azure.Data.Tables;
using Isthmus.Embedded.Tables.Entities;

namespace Isthmus.Embedded.Tables;

/// <summary>One write to an entity, checked and encoded on the caller's thread.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="PartitionKey">The first part of the key.</param>
/// <param name="RowKey">The second part of the key.</param>
/// <param name="ETag">The version that must be there; null for any.</param>
/// <param name="Properties">The entity's own properties.</param>
/// <param name="Json">The same, encoded.</param>
internal sealed record EntityChange(
    TableTransactionActionType Kind, string PartitionKey, string RowKey, string? ETag, Dictionary<string, object> Properties,
        byte[] Json)
{
    public static EntityChange Of(TableTransactionActionType kind, ITableEntity entity, Azure.ETag condition)
    {
        var properties = kind == TableTransactionActionType.Delete ? [] : EntityMapping.PropertiesOf(entity);
        EntityRules.CheckKey("PartitionKey", entity.PartitionKey);
        EntityRules.CheckKey("RowKey", entity.RowKey);
        EntityRules.CheckProperties(properties);
        EntityRules.CheckWhole(entity.PartitionKey, entity.RowKey, properties);
        return new(kind, entity.PartitionKey, entity.RowKey, Condition(condition), properties, EntityJson.Write(properties));
    }

    public static EntityChange Delete(string partitionKey, string rowKey, Azure.ETag condition) =>
        new(TableTransactionActionType.Delete, partitionKey, rowKey, Condition(condition), [], []);

    private static string? Condition(Azure.ETag condition) =>
        condition == default || condition == Azure.ETag.All ? null : condition.ToString();
}
