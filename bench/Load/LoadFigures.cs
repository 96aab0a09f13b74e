namespace Isthmus.Bench.Load;

/// <summary>What one load cost.</summary>
/// <param name="Kind">Items or customers.</param>
/// <param name="Records">How many there were.</param>
/// <param name="Seconds">From its start to its end, the kill and the new start included.</param>
/// <param name="PerSecond">Records a second, over that time.</param>
/// <param name="Written">How many were written; with the others it is every record, once.</param>
/// <param name="Unchanged">How many were there.</param>
/// <param name="Skipped">How many a rule left out; Sage has ten charges that are no items elsewhere.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="ZohoCalls">Calls that Zoho got.</param>
/// <param name="SageCalls">Calls that Sage's agent got.</param>
/// <param name="PeakMb">The most memory that a process of the app held.</param>
/// <param name="Killed">How many records were through when it was killed; null where it was not.</param>
/// <param name="InZoho">How many of them Zoho has in the end.</param>
internal sealed record LoadFigures(
    string Kind, long Records, double Seconds, double PerSecond, long Written, long Unchanged, long Skipped, long Failed,
    long ZohoCalls, long SageCalls, double PeakMb, long? Killed, long InZoho)
{
    /// <summary>True when each is there once.</summary>
    public bool Holds => Failed == 0 && InZoho == Records - Skipped;
}
