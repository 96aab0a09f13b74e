using Isthmus.Core.Tables;

namespace Isthmus.Functions.Items;

/// <summary>Starts the flow of one item.</summary>
/// <param name="Key">Sage's item code or Zoho's item id: the business key.</param>
public sealed record ItemInput(string Key)
{
    /// <summary>The instance id of its flow to Zoho.</summary>
    public static string ToZoho(string itemCode) => "item-" + TableKey.Escape(itemCode);

    /// <summary>The instance id of its flow to Sage.</summary>
    public static string ToSage(string itemId) => "item2sage-" + TableKey.Escape(itemId);
}

/// <summary>What came of an item.</summary>
/// <param name="Words">For people.</param>
/// <param name="Number">What people call it: its SKU.</param>
/// <param name="Ignored">True when nothing was to be done.</param>
/// <param name="Newer">True when a newer content came meanwhile, which has yet to be carried.</param>
public sealed record ItemOutcome(string Words, string? Number = null, bool Ignored = false, bool Newer = false);
