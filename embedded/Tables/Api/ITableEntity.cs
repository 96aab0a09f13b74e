namespace Azure.Data.Tables;

/// <summary>
/// What every entity of a table has. Model classes implement it; <see cref="TableEntity"/> serves where there is no model.
/// </summary>
public interface ITableEntity
{
    /// <summary>The first part of the key: up to 1 KiB of UTF-16 text without <c>/ \ # ?</c> and control characters.</summary>
    string PartitionKey { get; set; }

    /// <summary>The second part of the key, unique in its partition, with the same rules.</summary>
    string RowKey { get; set; }

    /// <summary>When the entity was last written, by the clock of the service. What a client sets is ignored.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the entity, for conditional updates. It changes with every write.</summary>
    ETag ETag { get; set; }
}
