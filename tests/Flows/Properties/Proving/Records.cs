using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Reads what the vendors hold, for the proofs.</summary>
internal static class Records
{
    public static IReadOnlyList<JsonElement> Of(this Ledger ledger, string vendor, string kind) =>
        [.. ledger.Root.GetProperty(vendor).GetProperty(kind).EnumerateArray()];

    public static string Text(this JsonElement record, string name) => record.GetProperty(name).ToString();

    public static decimal Number(this JsonElement record, string name) => record.GetProperty(name).GetDecimal();

    /// <summary>Finds what is there more than once although it may be there once only.</summary>
    public static void Once(this Findings findings, IEnumerable<string> keys, string what)
    {
        foreach (var same in keys.Where(key => key.Length > 0).GroupBy(key => key))
            findings.Expect(same.Count() == 1, $"{same.Count()} {what} are for {same.Key}");
    }
}
