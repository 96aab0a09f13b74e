namespace Isthmus.Core.Stock;

/// <summary>A correction of many quantities at one place, as it was planned: a repeat writes the very same.</summary>
/// <param name="Batch">The batch that it carries.</param>
/// <param name="Reference">Made of the batch and its changes; the document is found by it.</param>
/// <param name="PlannedAt">When it was planned; the document cannot be older.</param>
/// <param name="LocationId">The place in the other system.</param>
/// <param name="Lines">What changes.</param>
/// <param name="Unchanged">What the other system shows already.</param>
public sealed record StockAdjustment(
    string Batch, string Reference, DateTimeOffset PlannedAt, string LocationId, IReadOnlyList<StockChange> Lines, IReadOnlyList<WantedStock> Unchanged);

/// <summary>One line of a correction.</summary>
/// <param name="Wanted">The quantity that shall be shown.</param>
/// <param name="ItemId">The item in the other system.</param>
/// <param name="Change">What is added to what it shows now; negative where it shows too much.</param>
public sealed record StockChange(WantedStock Wanted, string ItemId, decimal Change);
