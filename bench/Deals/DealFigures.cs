namespace Isthmus.Bench.Deals;

/// <summary>What deals cost that are won at once.</summary>
/// <param name="Count">How many.</param>
/// <param name="Seconds">From the look that finds them to the last order that its deal shows.</param>
/// <param name="PerSecond">Deals a second, over that time.</param>
/// <param name="CrmCalls">Calls to the CRM a deal.</param>
/// <param name="SageCalls">Calls to Sage 300 a deal.</param>
internal sealed record WonFigures(int Count, double Seconds, double PerSecond, double CrmCalls, double SageCalls);

/// <summary>What one look cost, with the runs that it started.</summary>
/// <param name="Name">Which look.</param>
/// <param name="Ms">How long it took, to the last call that it led to.</param>
/// <param name="CrmCalls">Calls to the CRM.</param>
/// <param name="SageCalls">Calls to Sage 300.</param>
internal sealed record LookFigures(string Name, long Ms, long CrmCalls, long SageCalls);
