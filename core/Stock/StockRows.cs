using System.Globalization;
using Azure.Data.Tables;

namespace Isthmus.Core.Stock;

/// <summary>How quantities lie in the table: those that are known in one partition, those on their way in another.</summary>
internal static class StockRows
{
    public const string Known = "known";
    public const string Wanted = "wanted";

    /// <summary>A known quantity, or one on its way whose batch stays what it is.</summary>
    public static TableEntity Write(string partition, WantedStock stock) => new(partition, stock.Key)
    {
        ["Item"] = stock.Item,
        ["Warehouse"] = stock.Warehouse,
        ["Quantity"] = stock.Quantity.ToString(CultureInfo.InvariantCulture),
    };

    public static TableEntity Assign(WantedStock stock, string batch) => new(Wanted, stock.Key) { ["Batch"] = batch, ["Refused"] = false };

    public static TableEntity Refuse(WantedStock stock, string batch) =>
        new(Wanted, stock.Key) { ["Batch"] = batch, ["Refused"] = true, ["WasRefused"] = true };

    public static WantedStock Read(TableEntity row) => new(
        row.GetString("Item"), row.GetString("Warehouse"), decimal.Parse(row.GetString("Quantity"), CultureInfo.InvariantCulture))
    {
        Batch = row.GetString("Batch") ?? "",
        Refused = row.GetBoolean("Refused") ?? false,
        WasRefused = row.GetBoolean("WasRefused") ?? false,
        Version = row.ETag.ToString(),
    };
}
