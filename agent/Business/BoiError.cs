namespace Isthmus.Agent.Business;

/// <summary>Why the last verb on an object gave 0 or -1.</summary>
/// <param name="Object">The business object: "SO_SalesOrder_bus".</param>
/// <param name="Column">The column that was being set, without its $; null where the verb named none.</param>
/// <param name="Value">The value that was refused.</param>
/// <param name="Message">sLastErrorMsg, word for word.</param>
internal sealed record BoiError(string Object, string? Column, object? Value, string Message);
