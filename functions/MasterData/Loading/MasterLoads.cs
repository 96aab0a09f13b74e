using Isthmus.Core.Loads;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Loads;
using Isthmus.Functions.MasterData.Carrying;

namespace Isthmus.Functions.MasterData.Loading;

/// <summary>Every flow of master data can be loaded.</summary>
internal sealed class MasterLoads(
    MasterFlows flows, MasterGate gate, PageSorting sorting, RecordWriting writing, FlowStates states) : ILoadKindSource
{
    public IEnumerable<ILoadKind> Kinds => flows.All.Select(flow => new MasterLoad(flow, gate, sorting, writing, states));
}
