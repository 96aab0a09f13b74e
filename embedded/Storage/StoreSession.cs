using Isthmus.Embedded.Storage.Sqlite;
using static Isthmus.Embedded.Storage.Sqlite.Sqlite3;

namespace Isthmus.Embedded.Storage;

/// <summary>One SQLite connection with its prepared statements kept by their text. Not thread-safe.</summary>
internal sealed class StoreSession(string file, bool readOnly) : IDisposable
{
    private readonly StoreConnection connection = new(file, readOnly);
    private readonly StoreArguments memory = new();
    private readonly Dictionary<string, nint> prepared = new(StringComparer.Ordinal);
    private int underWay;

    /// <summary>How many rows have been changed since the connection was opened, those of undone transactions included.</summary>
    public int TotalChanges => connection.TotalChanges;

    /// <summary>How long the last commit left the write-ahead log, in pages; 0 until it is watched.</summary>
    public int LogPages => connection.LogPages;

    /// <summary>Begins to watch the log; SQLite makes no checkpoint by itself any more.</summary>
    public void WatchLog() => connection.WatchLog();

    /// <summary>Whether a statement that finds the file locked by another process waits a while.</summary>
    public void WaitForOthers(bool wait) => connection.WaitForOthers(wait);

    /// <summary>Runs a statement with positional parameters ($1, $2, ...) and returns the number of rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<StoreValue> arguments)
    {
        using var run = new Run(this, sql, arguments);
        while (run.Next()) { }
        return connection.Changes;
    }

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<StoreValue> arguments)
    {
        using var run = new Run(this, sql, arguments);
        return run.Next() ? run.Row.GetValue(0) : null;
    }

    /// <summary>The first column of the first row as a number, or null.</summary>
    public long? Number(string sql, params ReadOnlySpan<StoreValue> arguments)
    {
        using var run = new Run(this, sql, arguments);
        return run.Next() && !run.Row.IsNull(0) ? run.Row.GetInt64(0) : null;
    }

    /// <summary>The first row of the answer, read by <paramref name="read"/>, or the default.</summary>
    public T? First<T>(string sql, Func<StoreRow, T> read, params ReadOnlySpan<StoreValue> arguments)
    {
        using var run = new Run(this, sql, arguments);
        return run.Next() ? read(run.Row) : default;
    }

    /// <summary>Every row of the answer, read by <paramref name="read"/>.</summary>
    public List<T> Query<T>(string sql, Func<StoreRow, T> read, params ReadOnlySpan<StoreValue> arguments)
    {
        using var run = new Run(this, sql, arguments);
        var rows = new List<T>();
        while (run.Next()) rows.Add(read(run.Row));
        return rows;
    }

    /// <summary>
    /// Shows the rows of the answer one by one, until <paramref name="visit"/> has seen enough and gives false.
    /// </summary>
    public void Each(string sql, Func<StoreRow, bool> visit, params ReadOnlySpan<StoreValue> arguments)
    {
        using var run = new Run(this, sql, arguments);
        while (run.Next() && visit(run.Row)) { }
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values) _ = sqlite3_finalize(statement);
        prepared.Clear();
        connection.Dispose();
    }

    private nint Prepare(string sql)
    {
        if (!prepared.TryGetValue(sql, out var statement)) prepared.Add(sql, statement = connection.Prepare(sql));
        return statement;
    }

    /// <summary>One run of a statement, from its arguments to its reset.</summary>
    private readonly ref struct Run
    {
        private readonly StoreSession session;
        private readonly nint statement;
        private readonly byte[] arguments;

        public Run(StoreSession session, string sql, ReadOnlySpan<StoreValue> values)
        {
            this.session = session;
            statement = session.Prepare(sql);
            arguments = session.memory.Bind(statement, values, nested: session.underWay > 0);
            session.underWay++;
        }

        public StoreRow Row => new(statement);

        public bool Next() => session.connection.Step(statement);

        public void Dispose()
        {
            _ = sqlite3_reset(statement);
            session.underWay--;
            GC.KeepAlive(arguments);
        }
    }
}
