namespace Isthmus.Functions.Purchasing;

/// <summary>Starts the flow for one purchase order.</summary>
/// <param name="Key">Sage's number or Zoho's id, where the order was entered: the business key.</param>
public sealed record PurchaseInput(string Key);

/// <summary>A purchase order as it was read.</summary>
/// <param name="Key">Its business key.</param>
/// <param name="Number">The number that people use.</param>
/// <param name="Order">Reference of the canonical order; null where there is nothing to carry.</param>
/// <param name="VendorKey">The source's key of its vendor.</param>
/// <param name="Open">True while goods are expected: only then it is written where it is not yet.</param>
/// <param name="Why">Why there is nothing to carry, or null.</param>
public sealed record ReadPurchase(string Key, string Number, string? Order, string VendorKey, bool Open, string? Why = null);

/// <summary>A purchase order and its vendor's key where it goes.</summary>
/// <param name="Purchase">The order.</param>
/// <param name="Vendor">The target's key of the vendor; null where nothing is to be created.</param>
public sealed record PurchaseOfVendor(ReadPurchase Purchase, string? Vendor);

/// <summary>What came of writing a purchase order.</summary>
/// <param name="Outcome">A line for people.</param>
/// <param name="Pair">The two orders; null where the target has none.</param>
public sealed record WrittenPurchase(string Outcome, PurchasePair? Pair);

/// <summary>One purchase order in both systems.</summary>
/// <param name="SageNo">Sage's number.</param>
/// <param name="ZohoId">Zoho's id.</param>
public sealed record PurchasePair(string SageNo, string ZohoId);
