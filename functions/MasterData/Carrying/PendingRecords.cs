using Isthmus.Core.Loads;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>Records that were read and sorted, and of which some have yet to be written.</summary>
internal sealed class PendingRecords
{
    private int written;
    private int unchanged;
    private int skipped;
    private int refusedBefore;

    /// <summary>Those that have to be written.</summary>
    public List<ChangedRecord> Changed { get; } = [];

    /// <summary>Those that cannot be.</summary>
    public List<RefusedRecord> Refused { get; } = [];

    /// <summary>Those that are as they should be again, after something else of them was refused.</summary>
    public List<ChangedRecord> Mended { get; } = [];

    /// <summary>Those about which a person has to decide, once they were to be written.</summary>
    public List<HeldRecord> Held { get; } = [];

    /// <summary>True where nothing has to be written down.</summary>
    public bool Quiet => Changed.Count + Refused.Count + Mended.Count == 0;

    /// <summary>How many have something to be written down.</summary>
    public int Count => Changed.Count + Refused.Count + Mended.Count;

    /// <summary>What became of the others.</summary>
    public LoadCounts Settled => new(written + unchanged + skipped + refusedBefore, written, unchanged, skipped, refusedBefore);

    /// <summary>What would become of all, if each that is changed could be written.</summary>
    public LoadCounts Expected => Settled + new LoadCounts(Count, Changed.Count, Mended.Count, 0, Refused.Count);

    /// <summary>A record that came again, on this page or a later one, is taken as it came last.</summary>
    public void Supersede(IEnumerable<string> keys)
    {
        if (Count == 0) return;
        var again = keys.ToHashSet(StringComparer.Ordinal);
        unchanged += Changed.RemoveAll(record => again.Contains(record.Key)) + Refused.RemoveAll(record => again.Contains(record.Key))
            + Mended.RemoveAll(record => again.Contains(record.Key));
    }

    /// <summary>This run wrote it before.</summary>
    public void AddWritten() => written++;

    /// <summary>It is in the CRM as it is.</summary>
    public void AddUnchanged() => unchanged++;

    /// <summary>A rule or a person leaves it out.</summary>
    public void AddSkipped() => skipped++;

    /// <summary>It is still as it was when it was refused.</summary>
    public void AddRefusedBefore() => refusedBefore++;
}
