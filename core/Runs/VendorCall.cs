namespace Isthmus.Core.Runs;

/// <summary>A call to a vendor as a run's timeline shows it. Never holds a value of a record.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Operation">What it was for.</param>
/// <param name="Outcome">ok, or the failure's code.</param>
/// <param name="Tries">How often it was sent; 0 when it was kept back.</param>
/// <param name="Milliseconds">How long it took with its waits.</param>
/// <param name="Status">The HTTP status of the last answer; null when there was none.</param>
public sealed record VendorCall(string Connection, string Operation, string Outcome, int Tries, int Milliseconds, int? Status);
