using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>What became of one record of a write.</summary>
/// <param name="Id">
/// The record's id, digits as text; with a failure of code DUPLICATE_DATA the id of the record that holds the value already; else
/// null where it failed.
/// </param>
/// <param name="Created">True when the write made the record.</param>
/// <param name="Failure">Why it was not written; null when it was.</param>
public sealed record CrmWrite(string? Id, bool Created, Failure? Failure);
