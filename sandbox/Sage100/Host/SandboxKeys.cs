using Isthmus.Agent.Protocol;
using Isthmus.Sandbox.Faults;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>The keys that the settings name, unless a fault wants a key to have expired.</summary>
internal sealed class SandboxKeys(SageSettings settings, FaultPlan faults) : IAgentKeys
{
    public bool Admits(string given, string call) =>
        AgentKeys.Match(settings.Keys, given) && !faults.Take(SageVendor.Id, FaultKind.TokenExpiry, call);
}
