using Isthmus.Core.Loads;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Carrying;
using Isthmus.Functions.MasterData.Records;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>What a look would change.</summary>
/// <param name="Counts">What would become of the records, if each could be written.</param>
/// <param name="Records">The first of those that would be written, with each field that would change.</param>
/// <param name="Refused">The first of those that could not be, and why.</param>
public sealed record DryLook(LoadCounts Counts, IReadOnlyList<RecordChange> Records, IReadOnlyList<RefusedChange> Refused);

/// <summary>A record that could not be written.</summary>
/// <param name="Key">Its own key.</param>
/// <param name="Why">Why.</param>
public sealed record RefusedChange(string Key, string Why);

/// <summary>Reads and sorts as a look does, and writes nothing anywhere.</summary>
internal sealed class DryLooks(FlowStates states, PageSorting sorting, RecordComparing comparing, MasterDataOptions rules)
{
    private const int Shown = 20;

    public async Task<DryLook> GoAsync(IMasterFlow flow, bool full, CancellationToken cancellation)
    {
        var since = full ? null : (await states.FindAsync(flow.Name, cancellation)).Until - flow.Overlap;
        var mode = new CarryMode("") { Again = true };
        var (counts, changed, refused) = (LoadCounts.None, new List<ChangedRecord>(), new List<RefusedRecord>());
        var after = (string?)null;
        do
        {
            var page = await flow.PageAsync(new SourceQuery(since, after, rules.PageSize), cancellation);
            var pending = new PendingRecords();
            await sorting.SortAsync(flow, page.Records, mode, pending, cancellation);
            counts += pending.Expected;
            changed.AddRange(pending.Changed.Take(Shown - changed.Count));
            refused.AddRange(pending.Refused.Take(Shown - refused.Count));
            after = page.Next;
        }
        while (after is not null);
        var shown = new List<RecordChange>();
        foreach (var record in changed) shown.Add(await comparing.CompareAsync(flow, record.Made, cancellation));
        return new DryLook(counts, shown, [.. refused.Select(record => new RefusedChange(record.Key, record.Failure.Message))]);
    }
}
