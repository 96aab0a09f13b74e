namespace Isthmus.Bench.Master;

/// <summary>What the first load cost.</summary>
/// <param name="Records">How many customers there are.</param>
/// <param name="Seconds">From its start to its end, the kill and the new start included.</param>
/// <param name="PerSecond">Records a second, over that time.</param>
/// <param name="Written">How many were written.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="CrmCalls">Calls that the CRM got.</param>
/// <param name="SageCalls">Calls that the source got.</param>
/// <param name="PeakMb">The most memory that a process of the app held.</param>
/// <param name="Killed">How many records were through when it was killed; null where it was not.</param>
/// <param name="InCrm">How many the CRM has in the end.</param>
internal sealed record MasterLoadFigures(
    long Records, double Seconds, double PerSecond, long Written, long Failed, long CrmCalls, long SageCalls, double PeakMb, long? Killed,
    long InCrm)
{
    /// <summary>True when each is there once.</summary>
    public bool Holds => Failed == 0 && InCrm == Records;
}

/// <summary>What one look cost.</summary>
/// <param name="Name">Which look.</param>
/// <param name="Ms">How long it took.</param>
/// <param name="Read">How many records it read.</param>
/// <param name="Written">How many it wrote.</param>
/// <param name="CrmCalls">Calls that the CRM got.</param>
/// <param name="SageCalls">Calls that the source got.</param>
internal sealed record MasterLookFigures(string Name, long Ms, long Read, long Written, long CrmCalls, long SageCalls);
