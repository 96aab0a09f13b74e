using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>What an order or invoice points to: the Account of its customer, and a Product in each line.</summary>
internal static class DocumentLinks
{
    /// <summary>The Product of lines that name a ledger account and no item.</summary>
    public const string ByAccount = "/ACCOUNT";

    public static IEnumerable<RecordLink> Of(JsonElement document, string subform)
    {
        yield return new("Account_Name", SageFlow.Customers, SageKeys.Divided(document, "ARDivisionNo", "CustomerNo"));
        foreach (var (at, line) in document.NeedList("Lines", SageOptions.Id).Index())
            yield return new($"{subform}[{at}].Product_Name", SageFlow.Items, Uri.EscapeDataString(ItemOf(line)));
    }

    private static string ItemOf(JsonElement line) => line.FindText("ItemCode") is { Length: > 0 } code ? code : ByAccount;
}
