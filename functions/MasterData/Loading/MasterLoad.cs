using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Core.Loads;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Carrying;

namespace Isthmus.Functions.MasterData.Loading;

/// <summary>
/// All records of a flow as a load: resumed, steered and paced as every load, and carried a page at once. What it carried counts as known,
/// so that the looks that follow carry only what changed since it began, and every night everything.
/// </summary>
internal sealed class MasterLoad(
    IMasterFlow flow, MasterGate gate, PageSorting sorting, RecordWriting writing, FlowStates states, MasterDataOptions rules) : IPageLoad
{
    public string Name => flow.Name;

    public string? Obstacle => gate.Off(flow);

    public Task<long?> CountAsync(CancellationToken cancellation) => flow.CountAsync(cancellation);

    public async Task<CarriedPage> CarryPageAsync(Load load, int size, CancellationToken cancellation)
    {
        await gate.RequireAsync(flow, cancellation);
        try { return await CarryAsync(load, size, cancellation); }
        catch (FailureException refused)
            when (refused.Failure.Connection == ZohoCrmOptions.Id && refused.Failure.Class == FailureClass.Permanent)
        {
            if (await gate.RefusedAsync(flow, refused.Failure, cancellation) is not { } obstacle) throw;
            throw FlowWaits.Because(FlowWaits.Off, flow.Name, obstacle, "It goes on by itself when that is no longer so.");
        }
    }

    private async Task<CarriedPage> CarryAsync(Load load, int size, CancellationToken cancellation)
    {
        var page = await flow.PageAsync(new SourceQuery(null, load.After, Math.Max(size, rules.PageSize)), cancellation);
        var mode = new CarryMode(load.Id) { Again = true };
        var pending = new PendingRecords();
        await sorting.SortAsync(flow, page.Records, mode, pending, cancellation);
        if (load.DryRun) return new CarriedPage(pending.Expected, page.Next);
        var counts = await writing.WriteAsync(flow, pending, mode, cancellation);
        if (page.Next is null) await EndAsync(load, cancellation);
        return new CarriedPage(counts, page.Next);
    }

    private async Task EndAsync(Load load, CancellationToken cancellation) => await states.ChangeAsync(
        flow.Name,
        state => state with
        {
            Until = Later(state.Until, load.StartedAt), Everything = Later(state.Everything, load.StartedAt), Position = null,
            Compared = state.Compared ?? load.StartedAt,
        },
        cancellation);

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset other) => known > other ? known.Value : other;
}
