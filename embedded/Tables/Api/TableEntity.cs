#nullable disable
using System.Collections;

namespace Azure.Data.Tables;

/// <summary>An entity without a model class: a dictionary of its properties. Reading one that is missing gives null.</summary>
public sealed partial class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly IDictionary<string, object> properties;

    /// <summary>An entity without a key.</summary>
    public TableEntity() => properties = new Dictionary<string, object>();

    /// <summary>An entity with a key.</summary>
    /// <param name="partitionKey">The first part of the key.</param>
    /// <param name="rowKey">The second part of the key.</param>
    public TableEntity(string partitionKey, string rowKey) : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>An entity with these properties, which are copied.</summary>
    /// <param name="values">Names and values; <c>PartitionKey</c> and <c>RowKey</c> among them.</param>
    public TableEntity(IDictionary<string, object> values) =>
        properties = values is null ? new Dictionary<string, object>() : new Dictionary<string, object>(values);

    /// <inheritdoc/>
    public string PartitionKey { get => GetString("PartitionKey"); set => properties["PartitionKey"] = value; }

    /// <inheritdoc/>
    public string RowKey { get => GetString("RowKey"); set => properties["RowKey"] = value; }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get => Get<DateTimeOffset?>("Timestamp"); set => properties["Timestamp"] = value; }

    /// <inheritdoc/>
    public ETag ETag { get => new(GetString("odata.etag")); set => properties["odata.etag"] = value.ToString(); }

    /// <inheritdoc/>
    public ICollection<string> Keys => properties.Keys;

    /// <inheritdoc/>
    public int Count => properties.Count;

    ICollection<object> IDictionary<string, object>.Values => properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>
    /// A property. A number that is written over a wider one takes its type; any other change of type is refused.
    /// </summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">The new value is of another type than the one that is there.</exception>
    public object this[string key] { get => Find(key); set => Set(key, value); }

    /// <summary>Sets a property, with the rules of the indexer.</summary>
    /// <param name="key">The name of the property.</param>
    /// <param name="value">Its value.</param>
    public void Add(string key, object value) => Set(key, value);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => properties.ContainsKey(key);

    /// <inheritdoc/>
    public bool Remove(string key) => properties.Remove(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object value) => properties.TryGetValue(key, out value);

    /// <inheritdoc/>
    public void Clear() => properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Set(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => properties.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        properties.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => properties.Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() =>
        properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => properties.GetEnumerator();
}
