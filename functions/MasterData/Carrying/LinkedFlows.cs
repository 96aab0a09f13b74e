using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>
/// The flows that others point to. Before such a flow was through once, nothing that needs it can be carried: that is one notice and
/// no dead letter a record.
/// </summary>
internal sealed class LinkedFlows(MasterFlows flows, FlowStates states)
{
    /// <exception cref="FailureException">One of the flows was never through.</exception>
    public async Task RequireThroughAsync(
        IMasterFlow flow, IEnumerable<(string Flow, string Key)> needs, CancellationToken cancellation)
    {
        foreach (var name in needs.Select(need => need.Flow).Distinct().Where(name => name != flow.Name))
        {
            if ((await states.FindAsync(name, cancellation)).Until is not null) continue;
            throw flows.Find(name) is { Enabled: true }
                ? FlowWaits.Because(
                    FlowWaits.ForFlow, flow.Name, $"Its records point to those of {name}, which was not through yet.",
                    "Nothing to do: it goes on by itself after that.")
                : FlowWaits.Because(
                    FlowWaits.ForFlow, flow.Name, $"Its records point to those of {name}, which is off.",
                    $"Switch {name} on, or {flow.Name} off.");
        }
    }
}
