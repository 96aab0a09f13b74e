namespace Isthmus.Embedded.Storage.Sqlite;

/// <summary>An argument of a statement: a number, text, bytes, or null.</summary>
internal readonly struct StoreValue
{
    private StoreValue(object? content) => Content = content;

    private StoreValue(long number) => (Number, IsNumber) = (number, true);

    public static StoreValue Null => default;

    public bool IsNumber { get; }

    public long Number { get; }

    /// <summary>The text or the bytes; null where it is neither.</summary>
    public object? Content { get; }

    /// <summary>The most bytes that it can take, encoded.</summary>
    public int MostBytes => Content switch { string text => 3 * text.Length, byte[] bytes => bytes.Length, _ => 0 };

    public static implicit operator StoreValue(long number) => new(number);

    public static implicit operator StoreValue(int number) => new((long)number);

    public static implicit operator StoreValue(long? number) => number is { } given ? new(given) : Null;

    public static implicit operator StoreValue(int? number) => number is { } given ? new((long)given) : Null;

    public static implicit operator StoreValue(string? text) => new(text);

    public static implicit operator StoreValue(byte[]? bytes) => new(bytes);
}
