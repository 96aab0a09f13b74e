using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Durable.Records;

/// <summary>
/// Long inputs and outputs lie in a table of their own; rows that are read or rewritten often hold a reference to them.
/// </summary>
internal static class Payloads
{
    /// <summary>Longest text, in characters, that stays where it is used.</summary>
    public const int LongestInline = 8 * 1024;

    private const char Mark = '\u0001';

    public static string? Store(StoreSession session, long execution, string? text)
    {
        if (text is null || (text.Length <= LongestInline && !text.StartsWith(Mark))) return text;
        var last = session.Scalar(
            "SELECT max(id) FROM durable_payloads WHERE id BETWEEN $1 AND $2",
            RecordKey.First(execution), RecordKey.Last(execution));
        var id = last is long used ? used + 1 : RecordKey.First(execution);
        session.Execute("INSERT INTO durable_payloads(id, text) VALUES($1, $2)", id, text);
        return Mark + id.ToString(CultureInfo.InvariantCulture);
    }

    public static bool IsReference([NotNullWhen(true)] string? stored) => stored is not null && stored.StartsWith(Mark);

    public static string? Load(StoreSession session, string? stored) => IsReference(stored)
        ? (string?)session.Scalar(
            "SELECT text FROM durable_payloads WHERE id = $1", long.Parse(stored.AsSpan(1), CultureInfo.InvariantCulture))
        : stored;

    public static void Remove(StoreSession session, long execution) => session.Execute(
        "DELETE FROM durable_payloads WHERE id BETWEEN $1 AND $2", RecordKey.First(execution), RecordKey.Last(execution));
}
