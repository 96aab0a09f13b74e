using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Agents;

/// <summary>One order of a new customer, to a Sage whose agent comes for it.</summary>
internal sealed class OneOrderOutbound : OneOrder
{
    public override (string, string)[] Settings => OutboundWorld.Settings;

    public override async Task PrepareAsync(World world)
    {
        await base.PrepareAsync(world);
        await OutboundWorld.AttachAsync(world);
    }
}
