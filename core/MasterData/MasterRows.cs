using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.MasterData;

/// <summary>
/// How the records of a flow lie in the table: one partition a flow; in it a row a record, a row for each id of the CRM, and a row for
/// each record that waits.
/// </summary>
internal static class MasterRows
{
    /// <summary>The rows of records: from the first on, up to the second, which is none of them whatever a key begins with.</summary>
    public static readonly (string From, string Until) Records = ("k|", "k}");

    /// <summary>Those of records that wait.</summary>
    public static readonly (string From, string Until) Waiting = ("w|", "w}");

    private const string Ids = "i|";

    public static string Record(string key) => Records.From + TableKey.Escape(key);

    public static string Wait(string key) => Waiting.From + TableKey.Escape(key);

    public static string Id(string crmId) => Ids + TableKey.Escape(crmId);

    public static TableEntity Write(string flow, KeptRecord record) => new(flow, Record(record.Key))
    {
        ["Key"] = record.Key,
        ["CrmId"] = record.CrmId,
        ["Mark"] = record.Mark,
        ["Fields"] = record.Fields?.ToString(),
        ["RunId"] = record.RunId,
        ["Refused"] = record.Refused,
        ["Standing"] = record.Standing == RecordStanding.Carried ? null : record.Standing.ToString(),
    };

    public static KeptRecord Read(TableEntity row) => new(row.GetString("Key"))
    {
        CrmId = row.GetString("CrmId"),
        Mark = row.GetString("Mark"),
        Fields = FieldMarks.Parse(row.GetString("Fields")),
        RunId = row.GetString("RunId"),
        Refused = row.GetString("Refused"),
        Standing = row.GetString("Standing") is { } standing ? Enum.Parse<RecordStanding>(standing) : RecordStanding.Carried,
    };

    public static TableEntity WriteId(string flow, string crmId, string key) => new(flow, Id(crmId)) { ["Key"] = key };

    public static TableEntity Write(string flow, WaitingRecord record) => new(flow, Wait(record.Key))
    {
        ["Key"] = record.Key,
        ["Review"] = record.Review ? true : null,
        ["Needs"] = record.Needs.Count == 0 ? null : string.Join('\n', record.Needs.Select(need => $"{need.Flow}\t{need.Key}")),
    };

    public static WaitingRecord ReadWaiting(TableEntity row) => new(row.GetString("Key"))
    {
        Version = row.ETag.ToString(),
        Review = row.GetBoolean("Review") ?? false,
        Needs = row.GetString("Needs") is { } needs
            ? [.. needs.Split('\n').Select(need => need.Split('\t')).Select(need => (need[0], need[1]))] : [],
    };
}
