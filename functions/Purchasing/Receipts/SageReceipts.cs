using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Purchasing.Receipts;

/// <summary>How a receipt of Sage reads.</summary>
internal static class SageReceipts
{
    public const string Object = "PO_Receipt";

    /// <summary>True once a person has run the register's update: it counts, and cannot be changed.</summary>
    public static bool IsPosted(JsonElement receipt) => receipt.FindText("PostedDate") is { Length: > 0 };

    /// <summary>Its number.</summary>
    public static string Number(JsonElement receipt) => receipt.NeedText("ReceiptNo", SageOptions.Id);

    /// <summary>Zoho's id of the receive that it was made of; null where it was entered in Sage.</summary>
    public static string? Origin(JsonElement receipt) => PurchaseTargets.ZohoIdOf(receipt.FindText(SageWriter.ExternalIdColumn));

    /// <summary>What came, by the order's line keys.</summary>
    public static IReadOnlyDictionary<string, decimal> Quantities(JsonElement receipt) => receipt.NeedList("Lines", SageOptions.Id)
        .GroupBy(line => line.NeedText("OrderLineKey", SageOptions.Id), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Sum(line => line.FindNumber("QuantityReceived") ?? 0), StringComparer.Ordinal);

    public static Dictionary<string, string> Key(string no) => new() { ["ReceiptNo"] = no };
}
