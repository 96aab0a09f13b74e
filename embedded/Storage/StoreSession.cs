using Microsoft.Data.Sqlite;

namespace Isthmus.Embedded.Storage;

/// <summary>One SQLite connection with its prepared statements kept by their text. Not thread-safe.</summary>
internal sealed class StoreSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public StoreSession(string dataSource, bool readOnly)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = dataSource,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString());
        connection.Open();
    }

    /// <summary>Runs a statement with positional parameters ($1, $2, ...) and returns the number of rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Bind(sql, arguments).ExecuteNonQuery();

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> arguments)
    {
        var value = Bind(sql, arguments).ExecuteScalar();
        return value is DBNull ? null : value;
    }

    /// <summary>Every row of the answer, read by <paramref name="read"/>.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> arguments)
    {
        using var reader = Bind(sql, arguments).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>
    /// Shows the rows of the answer one by one, until <paramref name="visit"/> has seen enough and gives false.
    /// </summary>
    public void Each(string sql, Func<SqliteDataReader, bool> visit, params ReadOnlySpan<object?> arguments)
    {
        using var reader = Bind(sql, arguments).ExecuteReader();
        while (reader.Read() && visit(reader)) { }
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < arguments.Length; i++) command.Parameters.AddWithValue($"${i + 1}", DBNull.Value);
            prepared.Add(sql, command);
        }
        for (var i = 0; i < arguments.Length; i++) command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return command;
    }
}
