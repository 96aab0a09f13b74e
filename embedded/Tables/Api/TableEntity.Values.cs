#nullable disable
namespace Azure.Data.Tables;

public sealed partial class TableEntity
{
    /// <summary>A text property.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public string GetString(string key) => Get<string>(key);

    /// <summary>A binary property.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public byte[] GetBinary(string key) => Find(key) is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    /// <summary>A binary property.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public BinaryData GetBinaryData(string key) => Find(key) switch
    {
        null => null,
        BinaryData data => data,
        _ => BinaryData.FromBytes(Get<byte[]>(key)),
    };

    /// <summary>A truth value.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public bool? GetBoolean(string key) => Get<bool?>(key);

    /// <summary>A moment, in UTC.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public DateTime? GetDateTime(string key) => Find(key) is DateTimeOffset moment ? moment.UtcDateTime : Get<DateTime?>(key);

    /// <summary>A moment.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public DateTimeOffset? GetDateTimeOffset(string key) => Find(key) is DateTime moment ? moment : Get<DateTimeOffset?>(key);

    /// <summary>A floating-point number.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public double? GetDouble(string key) => Get<double?>(key);

    /// <summary>A GUID.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public Guid? GetGuid(string key) => Get<Guid?>(key);

    /// <summary>A whole number of 32 bits.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public int? GetInt32(string key) => Get<int?>(key);

    /// <summary>A whole number of 64 bits.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public long? GetInt64(string key) => Get<long?>(key);

    private T Get<T>(string key) => Find(key) switch
    {
        null => default,
        T value => value,
        var other =>
            throw new InvalidOperationException($"Cannot return {typeof(T)} type for a {other.GetType()} typed property."),
    };

    private object Find(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return properties.TryGetValue(key, out var value) ? value : null;
    }

    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        properties[key] = Find(key) is { } present && value is not null ? Fit(present, value) : value;
    }

    private static object Fit(object present, object value) => (present, value) switch
    {
        _ when present.GetType().IsAssignableFrom(value.GetType()) => value,
        (int, double or long) => value,
        (double, int number) => (double)number,
        (long, int number) => (long)number,
        (string, DateTime moment) => moment.ToString("o"),
        (string, DateTimeOffset moment) => moment.ToString("o"),
        _ => throw new InvalidOperationException(
            $"A value of type {value.GetType()} cannot take the place of one of type {present.GetType()}."),
    };
}
