using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Loads;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.MasterData;

/// <summary>A flow as people see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Connection">Where its records come from.</param>
/// <param name="Module">The CRM's module.</param>
/// <param name="Mapping">The mapping document.</param>
/// <param name="Cadence">How often it looks.</param>
/// <param name="On">True where it runs.</param>
/// <param name="Why">Why it does not, or why it rests; null where it runs.</param>
/// <param name="Until">What changed before this moment is taken; null before the first look was through.</param>
/// <param name="Last">The look that came to its end last.</param>
/// <param name="UnderWay">What became of the records of a look that goes on; null where none is under way.</param>
/// <param name="Waiting">How many records wait for another one, for a lock or for a person, counted up to 1,000.</param>
public sealed record ShownFlow(
    string Name, string Connection, string Module, string Mapping, Cadence Cadence, bool On, string? Why, DateTimeOffset? Until,
    FinishedLook? Last, LoadCounts? UnderWay, int Waiting);

/// <summary>How every flow of master data stands.</summary>
public sealed class MasterOverview(MasterFlows flows, ZohoCrmOptions crmOptions, FlowStates states, WaitingRecords waiting)
{
    private const int MostCounted = 1000;

    /// <summary>Reads it: a few rows a flow, and no call to a vendor.</summary>
    public async Task<IReadOnlyList<ShownFlow>> ReadAsync(CancellationToken cancellation)
    {
        var shown = new List<ShownFlow>();
        foreach (var flow in flows.All)
        {
            var state = await states.FindAsync(flow.Name, cancellation);
            var off = MasterGate.Off(flow, crmOptions);
            shown.Add(new ShownFlow(
                flow.Name, flow.Connection, flow.Module, flow.Mapping, flow.Cadence, off is null && state.Notice is null, off ?? state.Notice,
                state.Until, state.Last, state.Position?.Counts, await waiting.CountAsync(flow.Name, MostCounted, cancellation)));
        }
        return shown;
    }
}
