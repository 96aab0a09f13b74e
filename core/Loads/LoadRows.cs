using System.Text.Json;
using Azure.Data.Tables;

namespace Isthmus.Core.Loads;

/// <summary>How loads lie in the table: each in a row, its page under way in another.</summary>
internal static class LoadRows
{
    public const string Partition = "loads";
    public const string Prefix = "load|";

    public static string Row(string id) => Prefix + id;

    public static string PageRow(string id) => "page|" + id;

    public static string OpenRow(string kind) => "open|" + kind;

    public static TableEntity Write(Load load) => new(Partition, Row(load.Id)) { ["Load"] = JsonSerializer.Serialize(load) };

    public static Load Read(TableEntity row) => JsonSerializer.Deserialize<Load>(row.GetString("Load"))!;
}
