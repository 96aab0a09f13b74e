using System.Globalization;
using Isthmus.Core.Loads;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Carrying;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>A look as far as it has come.</summary>
internal sealed class LookUnderWay
{
    private long newlyFailed;

    /// <param name="flow">The flow.</param>
    /// <param name="place">Where it begins.</param>
    /// <param name="keys">The keys that it has seen so far, where it sees every key of the source; else null.</param>
    public LookUnderWay(IMasterFlow flow, LookPosition place, SeenKeys? keys)
    {
        (Flow, Place, After, Counts, Keys) = (flow, place, place.After, place.Counts, keys);
        Mode = new CarryMode(IdOf(flow, place)) { Again = place.Full };
    }

    public IMasterFlow Flow { get; }

    public LookPosition Place { get; }

    public CarryMode Mode { get; }

    /// <summary>Where the next page begins; null at the beginning and behind the last.</summary>
    public string? After { get; private set; }

    /// <summary>True when there is no page left.</summary>
    public bool Read { get; private set; }

    public int Pages { get; private set; }

    public LoadCounts Counts { get; private set; }

    public PendingRecords Pending { get; private set; } = new();

    /// <summary>The keys that the source has; null where it did not show all of them.</summary>
    public SeenKeys? Keys { get; }

    public void Passed(SourcePage page)
    {
        foreach (var record in page.Records) Keys?.Add(record.Key);
        (After, Read, Pages) = (page.Next, page.Next is null, Pages + 1);
    }

    /// <summary>Takes what became of records; those that had failed as they are before are told of no more.</summary>
    public void Add(LoadCounts counts, long failedBefore = 0)
    {
        newlyFailed += counts.Failed - failedBefore;
        Counts += counts;
    }

    /// <summary>What is pending is through.</summary>
    public void Begin() => Pending = new PendingRecords();

    public LookReport Report(bool ended) => new(Mode.RunId, Place.Full, Counts, newlyFailed, ended);

    private static string IdOf(IMasterFlow flow, LookPosition place) =>
        string.Create(CultureInfo.InvariantCulture, $"crm-look-{flow.Name}-{place.StartedAt:yyyyMMdd-HHmmssfff}");
}

/// <summary>What a look came to.</summary>
/// <param name="RunId">Its run, where it has one.</param>
/// <param name="Full">True where everything was read; in a night, all that may still change.</param>
/// <param name="Counts">What became of the records.</param>
/// <param name="NewlyFailed">How many failed that had not failed as they are before.</param>
/// <param name="Ended">False where its time was over; the next look goes on.</param>
public sealed record LookReport(string RunId, bool Full, LoadCounts Counts, long NewlyFailed, bool Ended)
{
    /// <summary>True where there is something to tell.</summary>
    public bool Telling => Counts.Written > 0 || NewlyFailed > 0;

    /// <summary>For people.</summary>
    public override string ToString() => Ended ? $"{Counts}." : $"{Counts}; it goes on with the next look.";
}
