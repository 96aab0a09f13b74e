using System.Text;
using Microsoft.Data.Sqlite;
using static Isthmus.Embedded.Storage.Sqlite.Sqlite3;

namespace Isthmus.Embedded.Storage.Sqlite;

/// <summary>
/// Binds arguments to a statement. Texts and bytes lie in memory that does not move until the statement is reset, so that SQLite
/// needs no copy of its own.
/// </summary>
internal sealed unsafe class StoreArguments
{
    private const int Usual = 64 * 1024;
    private readonly byte[] usual = GC.AllocateUninitializedArray<byte>(Usual, pinned: true);

    /// <summary>Gives back the memory that must live until the statement is reset.</summary>
    /// <param name="statement">The statement, reset.</param>
    /// <param name="values">A value for each of its parameters, so that none keeps an older one.</param>
    /// <param name="nested">Another statement is under way that has the usual memory.</param>
    public byte[] Bind(nint statement, ReadOnlySpan<StoreValue> values, bool nested)
    {
        var room = 0;
        foreach (ref readonly var value in values) room += value.MostBytes;
        var memory = nested || room >= Usual ? GC.AllocateUninitializedArray<byte>(room + 1, pinned: true) : usual;
        var free = memory.AsSpan();
        for (var i = 0; i < values.Length; i++) free = free[Bind(statement, i + 1, in values[i], free)..];
        return memory;
    }

    private static int Bind(nint statement, int parameter, ref readonly StoreValue value, Span<byte> free)
    {
        var length = value.Content switch
        {
            string text => Encoding.UTF8.GetBytes(text, free),
            byte[] bytes => Copy(bytes, free),
            _ => 0,
        };
        fixed (byte* place = free)
        {
            var result = value.Content switch
            {
                string => sqlite3_bind_text(statement, parameter, place, length, 0),
                byte[] => sqlite3_bind_blob(statement, parameter, place, length, 0),
                _ when value.IsNumber => sqlite3_bind_int64(statement, parameter, value.Number),
                _ => sqlite3_bind_null(statement, parameter),
            };
            return result == Ok ? length : throw new SqliteException($"Parameter ${parameter} cannot be bound.", result);
        }
    }

    private static int Copy(byte[] bytes, Span<byte> free)
    {
        bytes.CopyTo(free);
        return bytes.Length;
    }
}
