namespace Isthmus.Functions.Stock;

/// <summary>Starts the flow for one batch of quantities.</summary>
/// <param name="Batch">The batch: the business key.</param>
/// <param name="First">The first key in it; null where it has to be looked for.</param>
/// <param name="Last">The last key in it.</param>
public sealed record StockBatchInput(string Batch, string? First = null, string? Last = null);

/// <summary>What is to be written of a batch; the lines lie in the payload store.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Adjustment">Reference of the planned adjustment; null where the batch has nothing left to carry.</param>
/// <param name="Lines">How many quantities change.</param>
/// <param name="Unchanged">How many Zoho shows already.</param>
public sealed record AdjustmentPlan(string Batch, string? Adjustment, int Lines, int Unchanged);

/// <summary>What came of a batch.</summary>
/// <param name="Written">How many quantities were corrected.</param>
/// <param name="Refused">How many Zoho refused; each is a dead letter of its own.</param>
public sealed record AdjustmentOutcome(int Written, int Refused);
