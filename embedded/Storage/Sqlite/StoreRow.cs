using System.Text;
using static Isthmus.Embedded.Storage.Sqlite.Sqlite3;

namespace Isthmus.Embedded.Storage.Sqlite;

/// <summary>The row that a statement shows now. Of no use after the call that it was given to.</summary>
internal readonly unsafe struct StoreRow(nint statement)
{
    private const int IntegerType = 1;
    private const int FloatType = 2;
    private const int BlobType = 4;

    public bool IsNull(int column) => sqlite3_column_type(statement, column) == Null;

    public long GetInt64(int column) => sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public string GetString(int column) => Encoding.UTF8.GetString(
        sqlite3_column_text(statement, column), sqlite3_column_bytes(statement, column));

    /// <summary>The bytes where they lie: gone with the row.</summary>
    public ReadOnlySpan<byte> GetBytes(int column) => new(
        sqlite3_column_blob(statement, column), sqlite3_column_bytes(statement, column));

    /// <summary>A column of any type as <see cref="long"/>, <see cref="double"/>, text or bytes.</summary>
    public object? GetValue(int column) => sqlite3_column_type(statement, column) switch
    {
        Null => null,
        IntegerType => GetInt64(column),
        FloatType => sqlite3_column_double(statement, column),
        BlobType => GetBytes(column).ToArray(),
        _ => GetString(column),
    };
}
