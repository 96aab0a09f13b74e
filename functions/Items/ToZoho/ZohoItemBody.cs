using System.Text;
using System.Text.Json;
using Isthmus.Core;
using Isthmus.Core.Canonical;
using Isthmus.Core.Items;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>What an item says to Zoho.</summary>
/// <param name="Json">A body of POST /items.</param>
/// <param name="Renamed">True where its SKU stands behind its name, because another item has that name.</param>
public sealed record ZohoItemBody(ReadOnlyMemory<byte> Json, bool Renamed)
{
    private const int LongestName = 100;

    /// <summary>Members that Zoho does not change once the item has been used.</summary>
    private static readonly string[] Kept = ["sku", "item_type", "product_type"];

    /// <summary>By the mapping document.</summary>
    public static ZohoItemBody Of(Item item, bool renamed, Mapper mapper, StepNotes notes)
    {
        var own = new MappingContext { Variables = new Dictionary<string, string> { ["name"] = OwnName(item) } };
        return new(mapper.Map("item-to-zoho-item", CanonicalJson.Write(item), notes, renamed ? own : MappingContext.Empty), renamed);
    }

    /// <summary>The item's name with its SKU behind it.</summary>
    public static string OwnName(Item item)
    {
        var end = $" ({item.Sku})";
        return end.Length >= LongestName ? item.Sku : WholeCharacters.Begin(item.Name, LongestName - end.Length) + end;
    }

    /// <summary>True where Zoho shows otherwise what was written.</summary>
    public static bool Differs(WrittenItem written, JsonElement shown) =>
        shown.FindText("status") == "inactive" == written.Active
        || ItemDifference.Of(JsonElement.Parse(written.Body), shown, ours: false, Kept).Count > 0;

    /// <summary>What of it is not there yet; null where nothing is missing.</summary>
    /// <param name="before">What is there.</param>
    /// <param name="ours">True where that was written by us, so that what is no longer wanted is emptied.</param>
    public byte[]? Beyond(JsonElement before, bool ours)
    {
        var difference = ItemDifference.Of(JsonElement.Parse(Json.Span), before, ours, Kept);
        return difference.Count == 0 ? null : Encoding.UTF8.GetBytes(difference.ToJsonString());
    }

    /// <summary>To be remembered.</summary>
    public WrittenItem As(string id, bool active) => new(id, Encoding.UTF8.GetString(Json.Span), active, Renamed);
}
