using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Items;

/// <summary>
/// How items lie in the table, by the system that they come from: in one partition what was read, in another what is on its way,
/// in a third what was written.
/// </summary>
internal static class ItemRows
{
    public static string Known(string source) => source + "|known";

    public static string Wanted(string source) => source + "|wanted";

    public static string Written(string source) => source + "|written";

    public static TableEntity Know(string source, ReadItem item) => new(Known(source), TableKey.Escape(item.Key)) { ["Mark"] = item.Mark };

    public static TableEntity Want(string source, ReadItem item) => new(Wanted(source), TableKey.Escape(item.Key))
    {
        ["Key"] = item.Key,
        ["Mark"] = item.Mark,
        ["Record"] = item.Record,
        ["Tried"] = false,
    };

    public static ReadItem ReadWanted(TableEntity row) =>
        new(row.GetString("Key"), row.GetString("Mark"), row.GetString("Record")) 
        {
            TakenAt = row.Timestamp ?? default,
            Version = row.ETag.ToString(),
        };

    public static TableEntity Write(string source, string key, WrittenItem item) => new(Written(source), TableKey.Escape(key))
    {
        ["Id"] = item.Id,
        ["Body"] = item.Body,
        ["Active"] = item.Active,
        ["Renamed"] = item.Renamed,
    };

    public static WrittenItem ReadWritten(TableEntity row) => new(
        row.GetString("Id"), row.GetString("Body"), row.GetBoolean("Active") ?? true, row.GetBoolean("Renamed") ?? false);
}
