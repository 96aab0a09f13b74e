using System.Globalization;
using Azure.Data.Tables;

namespace Isthmus.Core.Audit;

/// <summary>An entry as a row of its month's partition, newest first.</summary>
internal static class AuditRows
{
    /// <summary>Sorts before every digit-led key of an entry.</summary>
    public const string Head = "!head";

    /// <summary>Where the month's chain begins once its older entries were purged; sorts as the head does.</summary>
    public const string Anchor = "!purged";

    /// <summary>Where the entries begin.</summary>
    public const string First = "0";

    public static string Month(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>The months that hold the time between two moments, newest first.</summary>
    public static IEnumerable<string> Months(DateTimeOffset from, DateTimeOffset to)
    {
        var first = from.UtcDateTime;
        for (var at = new DateTime(to.UtcDateTime.Year, to.UtcDateTime.Month, 1); at >= new DateTime(first.Year, first.Month, 1); at = at.AddMonths(-1))
            yield return at.ToString("yyyyMM", CultureInfo.InvariantCulture);
    }

    public static string Key(long sequence) => (long.MaxValue - sequence).ToString("D19", CultureInfo.InvariantCulture);

    public static TableEntity Write(AuditEntry entry) => new(Month(entry.At), Key(entry.Sequence))
    {
        ["At"] = entry.At,
        ["Actor"] = entry.Actor,
        ["Action"] = entry.Action,
        ["Subject"] = entry.Subject,
        ["Outcome"] = entry.Outcome,
        ["Mapping"] = entry.Mapping,
        ["Fields"] = entry.Fields,
        ["Sequence"] = entry.Sequence,
        ["Previous"] = entry.Previous,
        ["Hash"] = entry.Hash,
    };

    public static AuditEntry Read(TableEntity row) => new(
        row.GetDateTimeOffset("At") ?? default, row.GetString("Actor"), row.GetString("Action"), row.GetString("Subject"),
        row.GetString("Outcome"), row.GetString("Mapping"))
    {
        Fields = row.GetString("Fields"),
        Sequence = row.GetInt64("Sequence") ?? 0,
        Previous = row.GetString("Previous") ?? "",
        Hash = row.GetString("Hash") ?? "",
    };
}
